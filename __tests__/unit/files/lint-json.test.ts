import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lintJson } from '../../../src/files/lint-json.ts';

const told = (text: string) =>
  lintJson('x.json', text).map(
    ({ path, position, message }) => `${path}:${position?.line}:${position?.column} ${message}`,
  );

describe('what parsing would lose without a word', () => {
  it('is nothing in any document that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', '  ', '\t'), (document, space) => {
        expect(lintJson('x.json', JSON.stringify(document, null, space))).toEqual([]);
      }),
    );
  });

  it('is reported for a repeated key, also if it is written with escapes', () => {
    expect(told('{\n  "a": {"b": 1,\n    "\\u0062": 2},\n  "a": 3\n}')).toEqual([
      'x.json:3:5 The key "b" stands in its object already',
      'x.json:4:3 The key "a" stands in its object already',
    ]);
  });

  it('is no key of another object, no string in an array and no value', () => {
    expect(
      told('[{"a": "a", "b": ["a", "a", {"a": "b"}], "c": {"a": {}, "b": []}}, {"a": "\\"a\\": 1, \\"a\\": 2"}]'),
    ).toEqual([]);
  });

  it.each([
    ['12345678901234567890', 'it has more digits than a double can hold'],
    ['-9007199254740993', 'it has more digits than a double can hold'],
    ['1e999', 'it is larger than a double can be'],
    ['-1e-999', 'it is smaller than a double can be'],
  ])('is the number %s', (number, why) => {
    expect(told(`{"a":\n ${number}}`)).toEqual([`x.json:2:2 A number cannot be kept as it is written: ${why}`]);
  });

  it.each([
    '0',
    '-0',
    '1.50',
    '9007199254740992',
    '12345678901234567000',
    '0.1000000000000000055',
    '1E+3',
    '0e999',
    '1e21',
  ])('is not the number %s', (number) => expect(told(`[${number}, ${number}]`)).toEqual([]));
});
