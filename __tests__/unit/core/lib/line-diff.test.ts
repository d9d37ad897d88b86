import { describe, expect, it } from '@jest/globals';
import { lineDiff } from '../../../../src/core/lib/line-diff.ts';

const numbered = (count: number, mark = ''): string =>
  Array.from({ length: count }, (_, at) => `${mark}${at}`).join('\n');

describe('the changed lines of a text', () => {
  it.each([
    ['', '', []],
    ['a', 'a', []],
    ['a', 'a\n', []],
    ['', 'a', ['+a']],
    ['a\n', '', ['-a']],
    ['a', 'b', ['-a', '+b']],
    ['a\nb\nc\nd', 'a\nb\nX\nd', [' b', '-c', '+X', ' d']],
    ['a\nb\nc\nd\ne\nf\ng', 'A\nb\nc\nd\ne\nf\nG', ['-a', '+A', ' b', ' …', ' f', '-g', '+G']],
    ['a\nb\nc\nd', 'A\nb\nc\nD', ['-a', '+A', ' b', ' c', '-d', '+D']],
    ['a\n\nb', 'a\n\n\nb', [' ', '+', ' b']],
  ])('of %j and %j have one line around them', (before, after, lines) => {
    expect(lineDiff(before, after)).toEqual(lines);
  });

  it('are 200 at most', () => {
    expect(lineDiff('', numbered(200))).toHaveLength(200);
    expect(lineDiff('', numbered(203)).slice(199)).toEqual(['+199', ' … and 3 more lines']);
  });

  it('are counted where they are too many to compare', () => {
    expect(lineDiff(numbered(300, 'a'), numbered(400, 'b'))).toEqual([' … rewritten: 300 lines before, 400 after']);
    expect(lineDiff(numbered(250, 'a'), numbered(250, 'b'))).toHaveLength(201);
  });
});
