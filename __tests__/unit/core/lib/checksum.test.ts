import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checksum } from '../../../../src/core/lib/checksum.ts';

const bytes = fc.uint8Array({ minLength: 4, maxLength: 400 });

it('differs where a word, or the length, differs', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (data, at, change) => {
      const changed = Uint8Array.from(data);
      const index = at % (data.length & ~3);
      changed[index] = (changed[index] ?? 0) ^ change;
      expect(checksum(changed)).not.toBe(checksum(data));
      expect(checksum(data.slice(0, -1))).not.toBe(checksum(data));
    }),
  );
});

it('works as text, without anything around it', () => {
  const alone = new Function(`return ${checksum}`)() as typeof checksum;
  expect(alone(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]))).toBe(checksum(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8])));
});
