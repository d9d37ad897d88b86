import { describe, expect, it } from '@jest/globals';
import {
  readChoice,
  readCount,
  readDuration,
  readFlag,
  readList,
  readPairs,
  readShare,
  suggestion,
} from '../../../src/settings/values.ts';

const outcomeOf = (read: { readonly ok: boolean; readonly value?: unknown }) => (read.ok ? read.value : 'refused');

describe('a duration', () => {
  it.each([
    ['800ms', 800],
    ['30s', 30_000],
    ['5m', 300_000],
    ['1h', 3_600_000],
    ['1.5s', 1_500],
    ['250', 250],
    ['0', 0],
    ['5 m', 300_000],
    ['5 minutes', 'refused'],
    ['-1s', 'refused'],
    ['', 'refused'],
  ])('written %s is %s', (text, expected) => {
    expect(outcomeOf(readDuration(text))).toBe(expected);
  });
});

describe('a share', () => {
  it.each([
    ['80%', 0.8],
    ['100%', 1],
    ['0%', 0],
    ['12.5%', 0.125],
    ['80', 'refused'],
    ['101%', 'refused'],
  ])('written %s is %s', (text, expected) => {
    expect(outcomeOf(readShare(text))).toBe(expected);
  });
});

describe('a flag, a count and a choice', () => {
  it.each([
    ['true', true],
    ['FALSE', false],
    ['yes', 'refused'],
  ])('flag %s is %s', (text, expected) => {
    expect(outcomeOf(readFlag(text))).toBe(expected);
  });

  it.each([
    ['3', 3],
    ['0', 'refused'],
    ['9', 'refused'],
    ['2.5', 'refused'],
    ['two', 'refused'],
  ])('count %s between 1 and 8 is %s', (text, expected) => {
    expect(outcomeOf(readCount(text, { min: 1, max: 8 }))).toBe(expected);
  });

  it('suggests the choice that a misspelled word probably means', () => {
    expect(readChoice('overwrit', ['overwrite', 'keep', 'fail'])).toMatchObject({
      ok: false,
      remedy: 'Did you mean overwrite?',
    });
    expect(readChoice('delete', ['overwrite', 'keep', 'fail'])).toMatchObject({
      ok: false,
      remedy: 'Write one of overwrite, keep, fail.',
    });
  });
});

describe('a list', () => {
  it.each([
    ['a,b', ['a', 'b']],
    ['a\nb, c\n\n', ['a', 'b, c']],
    ['c/*.{json,yaml},d', ['c/*.{json,yaml}', 'd']],
    ['  ', []],
  ])('written %j is %j', (text, expected) => {
    expect(readList(text)).toEqual(expected);
  });
});

describe('pairs', () => {
  it('keep equals signs and empty values', () => {
    expect(outcomeOf(readPairs('a=1\nb=x=y\r\nc=\n'))).toEqual(
      new Map([
        ['a', '1'],
        ['b', 'x=y'],
        ['c', ''],
      ]),
    );
  });

  it('report an invalid line by its number, without its text, which may be secret', () => {
    const read = readPairs('a=1\nhunter2');
    expect(read).toMatchObject({ ok: false, message: expect.stringContaining('line 2') });
    expect(JSON.stringify(read)).not.toContain('hunter2');
  });
});

describe('a suggestion', () => {
  it.each([
    ['collection', 'collections'],
    ['Quota-Warn-At', 'quota-warn-at'],
    ['rnu', 'run'],
    ['rxyz', undefined],
    ['enviromnets', 'environments'],
    ['banana', undefined],
  ])('for %s is %s', (word, expected) => {
    expect(suggestion(word, ['collections', 'environments', 'quota-warn-at', 'run'])).toBe(
      expected && `Did you mean ${expected}?`,
    );
  });
});
