import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { duplicates, isEqual, isMultiple } from '../../../../src/core/contract/json-values.ts';
import type { JsonValue } from '../../../../src/core/lib/json.ts';

const name = fc.constantFrom('a', 'valueOf', 'toString', 'constructor', '__proto__', 'hasOwnProperty');
const { value: anyValue } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<JsonValue>(null, true, 0, 1, '', 'a', '1'),
    fc.array(tie('value'), { maxLength: 2 }),
    // As an answer is parsed, so that `__proto__` is an own member.
    fc
      .array(fc.tuple(name, tie('value')), { maxLength: 2 })
      .map((members) => JSON.parse(`{${members.map(([key, value]) => `"${key}":${JSON.stringify(value)}`).join()}}`)),
  ),
}));

describe('JSON values', () => {
  it('are equal by their own members only, with any names', () => {
    let equal = 0;
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        if (isEqual(a, b)) equal += 1;
        expect({ a, b, equal: isEqual(a, b) }).toEqual({ a, b, equal: isDeepStrictEqual(a, b) });
      }),
      { numRuns: 2000 },
    );
    expect(equal).toBeGreaterThan(50);
  });

  it.each<[JsonValue[], readonly number[] | undefined]>([
    [[{ valueOf: 1 }, { valueOf: 2 }], undefined],
    [[1, '1', true, null, 'true'], undefined],
    [
      [{ a: 1, b: 2 }, [], { b: 2, a: 1 }],
      [0, 2],
    ],
    [
      ['__proto__', 'constructor', '__proto__'],
      [0, 2],
    ],
  ])('that are equal are found in a list: %j', (items, expected) => {
    expect(duplicates(items)).toEqual(expected);
  });

  it.each<[number, number, boolean]>([
    [19.99, 0.01, true],
    [0.3, 0.1, true],
    [1e21, 1, true],
    [1e308, 0.123456789, false],
    [0.015, 0.01, false],
    [-6, 3, true],
    [7, 3, false],
    [0, 0.5, true],
    [1e-7, 1e-8, true],
  ])('are multiples as decimals: %d of %d is %s', (value, factor, expected) => {
    expect(isMultiple(value, factor)).toBe(expected);
  });
});
