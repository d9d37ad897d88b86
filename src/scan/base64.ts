/** Decodes base64 or base64url; undefined for other strings, and for bytes that are not text. */
export function decodeBase64(encoded: string): string | undefined {
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: text has no control characters.
    return /[\0-\x08\x0e-\x1f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Long enough for a token, too short for a picture. */
const ENCODED = /(?<![\w+/=.-])[A-Za-z0-9+/_-]{24,8192}={0,2}(?![\w+/=.-])/g;

/** The base64-encoded texts in a text, with their offsets. */
export function* encodedTexts(
  text: string,
): Generator<{ readonly start: number; readonly encoded: string; readonly text: string }> {
  for (const { 0: encoded, index } of text.matchAll(ENCODED)) {
    const decoded = decodeBase64(encoded);
    if (decoded !== undefined) yield { start: index, encoded, text: decoded };
  }
}
