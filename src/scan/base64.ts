/** The text that base64 or base64url stands for; none where it is no base64, or no text. */
export function decodeBase64(encoded: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    );
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell bytes from text.
    return /[\0-\x08\x0e-\x1f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Long enough to hold a token, short enough to be no picture. */
const ENCODED = /(?<![\w+/=.-])[A-Za-z0-9+/_-]{24,8192}={0,2}(?![\w+/=.-])/g;

/** Texts that are encoded in a text, each with where it stands. */
export function* encodedTexts(
  text: string,
): Generator<{ readonly start: number; readonly encoded: string; readonly text: string }> {
  for (const { 0: encoded, index } of text.matchAll(ENCODED)) {
    const decoded = decodeBase64(encoded);
    if (decoded !== undefined) yield { start: index, encoded, text: decoded };
  }
}
