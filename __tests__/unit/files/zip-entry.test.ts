import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readZipEntry } from '../../../src/files/zip-entry.ts';
import { zipOf } from '../../support/zip.ts';

const read = (zip: Buffer, mostBytes = 1000) => readZipEntry(zip, { name: 'report.json', mostBytes });

describe('an entry of a zip file', () => {
  it('is found by its name, in the fewest folders, among other entries', () => {
    const zip = zipOf({
      'index.html': '<p>',
      'a/b/report.json': 'deep',
      'a/report.json': 'shallow',
      'my-report.json': 'x',
    });
    expect(read(zip)).toEqual({ ok: true, bytes: Buffer.from('shallow') });
    expect(read(Buffer.concat([zip, Buffer.from('a comment')]))).toMatchObject({ ok: true });
  });

  it('is found before a comment of any length that a zip may have', () => {
    const zip = zipOf({ 'report.json': '{}' });
    expect(read(Buffer.concat([zip, Buffer.alloc(0xffff)]))).toEqual({ ok: true, bytes: Buffer.from('{}') });
    expect(read(Buffer.concat([zip, Buffer.alloc(0xffff + 1)]))).toMatchObject({ ok: false });
    const large = zipOf({ 'report.json': '{}', other: Array.from({ length: 40_000 }, (_, at) => at ** 2).join() });
    expect(read(Buffer.concat([large, Buffer.alloc(500)]))).toEqual({ ok: true, bytes: Buffer.from('{}') });
  });

  it.each([
    ['lacks it', zipOf({ 'other.json': '{}' }), 'it holds no report.json'],
    ['says that it is too large', zipOf({ 'report.json': '{}' }, { size: 5000 }), 'its report.json has 5000 bytes'],
    ['unpacks to more than it says', zipOf({ 'report.json': 'x'.repeat(5000) }, { size: 10 }), 'ERR_BUFFER_TOO_LARGE'],
    ['is no zip', Buffer.from('<html>'), 'it is not a sound zip file'],
    ['is empty', Buffer.alloc(0), 'it is not a sound zip file'],
  ])('is refused where the zip %s', (_, zip, reason) => {
    expect(read(zip)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  it('is read or refused, and nothing is thrown, whatever bytes are damaged', () => {
    const sound = zipOf({ 'report.json': '{"a":1}', b: 'c' });
    const damage = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(sound.length), (changes, length) => {
        const zip = Buffer.from(sound);
        for (const [at, byte] of changes) zip[at] = byte;
        expect(typeof read(zip).ok).toBe('boolean');
        expect(typeof read(zip.subarray(0, length)).ok).toBe('boolean');
      }),
    );
  });
});
