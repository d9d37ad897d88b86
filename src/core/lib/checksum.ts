/**
 * The checksum of compiled code (V8's code cache). V8 does not check that the code is complete, and crashes when it is
 * not. Up to three bytes after the last whole word are not included.
 *
 * The function may use nothing from outside, because its source text is also run in the scripts' thread. It is called
 * before V8 has optimized it; there, an iterator or unsigned words would take five times as long.
 */
export function checksum(bytes: Uint8Array): number {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let value = bytes.length;
  for (let index = 0; index < words.length; index += 1) value = Math.imul(value ^ (words[index] as number), 0x01000193);
  return value >>> 0;
}
