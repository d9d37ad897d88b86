const BOM = /^\uFEFF/;

/** A file's text without its byte order mark; undefined for bytes that are not UTF-8. */
export function decodeText(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replace(BOM, '');
  } catch {
    return undefined;
  }
}
