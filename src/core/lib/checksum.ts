/**
 * A checksum of compiled code: V8 does not check that it is complete, and would crash. Uses nothing from outside,
 * because its text runs in the scripts' thread, too. It runs once, before V8 optimizes it: an iterator, or unsigned
 * words, would take five times as long. Bytes after the last whole word are not included.
 */
export function checksum(bytes: Uint8Array): number {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let value = bytes.length;
  for (let index = 0; index < words.length; index += 1) value = Math.imul(value ^ (words[index] as number), 0x01000193);
  return value >>> 0;
}
