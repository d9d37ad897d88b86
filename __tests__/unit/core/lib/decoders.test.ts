import { describe, expect, it } from '@jest/globals';
import {
  boolean,
  decoded,
  filledText,
  list,
  nullish,
  number,
  object,
  oneOf,
  optional,
  text,
  time,
} from '../../../../src/core/lib/decoders.ts';

const values = [undefined, null, true, 0, Number.NaN, '', 'a', [], ['a'], ['a', 1], {}] as const;

describe('a decoder', () => {
  it.each([
    ['object', object, [{}]],
    ['boolean', boolean, [true]],
    ['number', number, [0]],
    ['text', text, ['', 'a']],
    ['filled text', filledText, ['a']],
    ['list', list(text), [[], ['a']]],
    ['one of several texts', oneOf(['a', 'b']), ['a']],
    ['optional text', optional(filledText), [undefined, 'a']],
  ])('of a %s accepts nothing else', (_, decode, accepted) => {
    const other = values.filter(
      (value) => !accepted.some((one) => Object.is(JSON.stringify(one), JSON.stringify(value))),
    );
    for (const value of accepted) expect(decode(value)).toEqual(value);
    for (const value of other) expect(() => decode(value)).toThrow('was expected');
    for (const value of other) expect(decoded(value, decode as typeof text)).toBeUndefined();
  });

  it('of a value that may be null turns null into an absent value', () => {
    expect([null, undefined, 'a'].map(nullish(text))).toEqual([undefined, undefined, 'a']);
    expect(() => nullish(text)(1)).toThrow('a text was expected');
  });

  it('of an object returns the object itself, with keys such as __proto__', () => {
    const value = JSON.parse('{"__proto__":{"a":1}}');
    expect(object(value)).toBe(value);
  });
});

describe('a time', () => {
  it.each(['2024-02-29T23:59:59.123Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04Z'])('may be %s', (written) => {
    expect(time(written)).toEqual(new Date(written));
  });

  it.each([
    '2026-02-30T00:00:00.000Z',
    '2026-13-01T00:00:00.000Z',
    '2026-01-02T25:00:00Z',
    '2026-01-02T03:04:05+01:00',
    '2026-01-02T03:04:05',
    '2026-01-02',
    'yesterday',
    '',
    0,
  ])('is not %j', (written) => {
    expect(() => time(written)).toThrow();
  });
});
