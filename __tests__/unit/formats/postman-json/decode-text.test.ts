import { describe, expect, it } from '@jest/globals';
import { decodeText } from '../../../../src/formats/postman-json/decode-text.ts';

const text = '{"name":"Grüße 你好"}';
const bigEndian = (value: string): Buffer => Buffer.from(`\uFEFF${value}`, 'utf16le').swap16();

describe('decoding the bytes of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little endian with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 big endian with its mark', bigEndian(text)],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it.each([
    ['Latin-1', Buffer.from('{"name":"Grüße"}', 'latin1')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['UTF-16 that ends in half a character', Buffer.from([0xff, 0xfe, 0x7b])],
  ])('refuses %s', (_, bytes) => {
    expect(decodeText(bytes)).toBeUndefined();
  });
});
