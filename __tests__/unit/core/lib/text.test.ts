import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { count, duration, escapeRegExp, noun, plural } from '../../../../src/core/lib/text.ts';

describe('an escaped regular expression', () => {
  it('matches only the text that it was made from', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        const pattern = new RegExp(`^${escapeRegExp(text)}$`);
        expect(pattern.test(text)).toBe(true);
        expect(pattern.test(other)).toBe(other === text);
      }),
    );
  });

  it('escapes every sign that has a meaning', () => {
    expect(escapeRegExp('a.*+?^$' + '{}()|[]\\')).toBe('a\\.\\*\\+\\?\\^\\$\\{\\}\\(\\)\\|\\[\\]\\\\');
  });
});

describe('a number', () => {
  it('has thousands separators, and its noun in the right form', () => {
    expect([count(1234567.891), count(0.25), count(0.0012), count(0)]).toEqual(['1,234,567.89', '0.25', '0.001', '0']);
    expect([plural(1, 'suite'), plural(2000, 'suite'), plural(0, 'reply', 'replies')]).toEqual([
      '1 suite',
      '2,000 suites',
      '0 replies',
    ]);
    expect([noun(1, 'suite'), noun(3, 'suite'), noun(2, 'reply', 'replies')]).toEqual(['suite', 'suites', 'replies']);
  });
});

describe('a duration', () => {
  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [999.6, '1.0 s'],
    [59_949, '59.9 s'],
    [59_950, '1 min 0 s'],
    [185_000, '3 min 5 s'],
    [3_599_400, '59 min 59 s'],
    [3_599_600, '1 h 0 min'],
    [3_700_000, '1 h 2 min'],
    [172_740_000, '47 h 59 min'],
    [172_800_000, '2 days'],
  ])('of %d milliseconds reads %s', (ms, text) => expect(duration(ms)).toBe(text));
});

it.each([
  [840.4, '840 ms'],
  [1234, '1.2 s'],
  [125_000, '2 min 5 s'],
])('a duration of %d ms reads %s', (ms, text) => expect(duration(ms)).toBe(text));
