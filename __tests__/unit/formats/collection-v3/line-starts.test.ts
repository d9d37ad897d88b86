import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isMap, isNode, parseDocument, stringify } from 'yaml';
import { lineStarts } from '../../../../src/formats/collection-v3/line-starts.ts';

/** The text behind each line's place, as far as the line goes. */
function linesAt(text: string): {
  readonly value: string;
  readonly found: readonly string[];
  readonly lines: readonly number[];
} {
  const document = parseDocument(text);
  const node = document.get('code', true);
  if (!isMap(document.contents) || !isNode(node)) throw new Error('no scalar');
  const starts = lineStarts(text, node);
  const value = String(document.get('code'));
  return {
    value,
    found: starts.map((start) => text.slice(start)),
    lines: starts.map((start) => text.slice(0, start).split('\n').length),
  };
}

describe('the lines of a string in YAML', () => {
  it.each([
    ['a literal block', 'code: |-\n  a\n\n    b\n  c\n', [2, 3, 4, 5]],
    ['a literal block with a comment', 'code: | # why\n  a\n  b\n', [2, 3]],
    ['a folded block', 'code: >-\n  a\n  a\n\n  b\n\n\n  c c\n', [2, 5, 5, 8]],
    ['a folded block with deeper lines', 'code: >\n  a\n\n    b\n    c\n\n  d\n', [2, 2, 4, 5, 5, 7]],
    ['double quotes', 'code: "a\\nb\\n\\nc"\n', [1, 1, 1, 1]],
    ['double quotes over lines', 'code: "a\\n\\\n  b\\nc\n\n  d"\n', [1, 2, 2, 4]],
    ['single quotes over lines', "code: 'a\n\n  it''s\n\n\n  c'\n", [1, 3, 3, 6]],
    ['no quotes', 'code: a\n\n  b\n', [1, 3]],
    ['one line', 'code: a\n', [1]],
  ])('are found in %s', (_, text, expected) => {
    const { lines } = linesAt(text);
    expect(lines.slice(0, expected.length)).toEqual(expected);
  });

  it('are found for every text, in a literal block', () => {
    const line = fc.stringMatching(/^[a-z(){};'"]{0,12}$/);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const code = ['first', ...lines, 'last'].join('\n');
        const { found } = linesAt(stringify({ code }, { lineWidth: 0, defaultStringType: 'BLOCK_LITERAL' }));
        for (const [index, one] of code.split('\n').entries()) expect(found[index]?.startsWith(one)).toBe(true);
      }),
    );
  });

  it('are found for every text, in a folded block', () => {
    const line = fc.stringMatching(/^[a-z(){};' ]{0,12}$/).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const code = ['first', ...lines, 'last'].join('\n');
        const { found, value } = linesAt(stringify({ code }, { lineWidth: 20, defaultStringType: 'BLOCK_FOLDED' }));
        expect(value).toBe(code);
        code.split('\n').forEach((one, index) => {
          const [word = ''] = one.split(' ');
          if (one !== '') expect(found[index]?.startsWith(word)).toBe(true);
        });
      }),
    );
  });
});
