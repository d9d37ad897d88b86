export const PATCHES: Readonly<Record<string, readonly { readonly from: string | RegExp; readonly to: string }[]>>;
export function patched(text: string, name: string): string;
