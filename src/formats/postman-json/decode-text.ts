/** The byte order marks of UTF-16, which some Windows editors write. */
const UTF16 = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** Decodes UTF-8, or UTF-16 with a byte order mark, which is removed. Undefined for other bytes. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = UTF16.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))?.encoding ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
