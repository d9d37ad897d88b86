/** What a thrown value says; not everything that is thrown is an error. */
export const errorMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));
