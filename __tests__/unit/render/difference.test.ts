import { describe, expect, it } from '@jest/globals';
import type { Difference } from '../../../src/core/model/diff.ts';
import { DIFFERENCE_SIGNS, differenceLines, differenceWords } from '../../../src/render/difference.ts';

const words = (difference: Difference) => `${DIFFERENCE_SIGNS[difference.change]} ${differenceWords(difference)}`;

describe('a difference in words', () => {
  it.each<[Difference, string]>([
    [{ change: 'added', what: 'request', path: ['Orders', 'new'] }, '+ request Orders / new'],
    [{ change: 'added', what: 'folder', path: ['New'], requests: 1 }, '+ folder New (1 request)'],
    [{ change: 'removed', what: 'variable', path: ['a'], before: '1' }, '- variable a: 1'],
    [{ change: 'changed', what: 'version', path: [] }, '~ version'],
    [{ change: 'changed', what: 'method', path: ['a'], before: 'GET', after: 'PUT' }, '~ method a: GET → PUT'],
    [{ change: 'renamed', what: 'request', path: ['b'], before: 'a', after: 'b' }, '~ request b renamed: a → b'],
    [{ change: 'moved', what: 'request', path: ['a'], after: 'now first' }, '~ request a moved: now first'],
    [{ change: 'changed', what: 'a\nb', path: ['c\nd'], before: 'e\nf' }, '~ a b c d: e f'],
  ])('%j', (difference, told) => {
    expect(words(difference)).toBe(told);
  });

  it('is limited in length', () => {
    const long = 'x'.repeat(300);
    const told = words({ change: 'changed', what: 'url', path: [long], before: long, after: long });
    expect(told.match(/x+/g)?.map(({ length }) => length)).toEqual([199, 199, 199]);
  });
});

describe('the lines of a difference', () => {
  const lines = (...list: readonly string[]) =>
    differenceLines({ change: 'changed', what: 'body', path: [], lines: list });

  it('have their sign, and at most forty spaces of indentation', () => {
    expect(lines('-old', '+  new', ' same', `+${' '.repeat(60)}deep`)).toEqual([
      { sign: '-', rest: 'old' },
      { sign: '+', rest: '  new' },
      { sign: ' ', rest: 'same' },
      { sign: '+', rest: `${' '.repeat(40)}deep` },
    ]);
    expect(differenceLines({ change: 'changed', what: 'body', path: [] })).toEqual([]);
  });

  it('are limited in length', () => {
    expect(lines(`+${'x'.repeat(301)}`)[0]?.rest).toHaveLength(300);
  });
});
