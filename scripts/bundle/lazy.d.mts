export function deferred(text: string, options?: { file?: string; rename?: (specifier: string) => string }): string;
