import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isMap, isNode, parseDocument, stringify } from 'yaml';
import { lineStarts } from '../../../../src/formats/collection-v3/line-starts.ts';

/** The text behind each line's place, as far as the line goes. */
function linesAt(text: string): {
  readonly value: string;
  readonly found: readonly string[];
  readonly places: readonly string[];
} {
  const document = parseDocument(text);
  const node = document.get('code', true);
  if (!isMap(document.contents) || !isNode(node)) throw new Error('no scalar');
  const starts = lineStarts(text, node);
  const value = String(document.get('code'));
  return {
    value,
    found: starts.map((start) => text.slice(start)),
    places: starts.map((start) => {
      const above = text.slice(0, start).split('\n');
      return `${above.length}:${(above.at(-1) ?? '').length + 1}`;
    }),
  };
}

describe('the lines of a string in YAML', () => {
  it.each([
    ['a literal block', 'code: |-\n  a\n\n    b\n  c\n', ['2:3', '3:1', '4:3', '5:3']],
    ['a literal block with a comment', 'code: | # why\n  a\n  b\n', ['2:3', '3:3', '4:1']],
    ['a literal block with CRLF', 'code: |\r\n\r\n   a\r\n  \r\n   b\r\n', ['2:1', '3:4', '4:3', '5:4', '6:1']],
    ['an empty block', 'code: |\n\n\n', ['2:1']],
    ['a folded block of empty lines', 'code: >+\n\n\n', ['2:1', '2:1', '2:1']],
    ['a folded block', 'code: >-\n  a\n  a\n\n  b\n\n\n  c c\n', ['2:3', '5:3', '5:3', '8:3']],
    [
      'a folded block with deeper lines',
      'code: >\n  a\n\n    b\n    c\n\n  d\n',
      ['2:3', '2:3', '4:3', '5:3', '5:3', '7:3', '7:3'],
    ],
    ['double quotes', 'code: "a\\nb\\n\\nc"\n', ['1:8', '1:11', '1:14', '1:16']],
    ['double quotes around line breaks only', 'code: "\\n\\n"\n', ['1:8', '1:10', '1:12']],
    ['double quotes with escapes', 'code: "\\\\n\\x4en\\u004en\\U0000004en\\"\\tn\\n\'\'b"\n', ['1:8', '1:41']],
    ['double quotes over lines', 'code: "a\\n\\\n  b\\nc\n\n  d"\n', ['1:8', '2:3', '2:6', '4:3']],
    ['double quotes over empty lines', 'code: "a\n\n \n  b \\\n  \\\\\n  c"\n', ['1:8', '4:3', '4:3']],
    ['single quotes over lines', "code: 'a\n\n  it''s\n\n\n  c'\n", ['1:8', '3:3', '3:3', '6:3']],
    ['single quotes around one letter', "code: 'a'\n", ['1:8']],
    ['single quotes that begin with spaces', "code: '  a \n\n   b'\n", ['1:8', '3:4']],
    ['no quotes', 'code: a\n\n  b\n', ['1:7', '3:3']],
    ['one line', 'code: a\n', ['1:7']],
    ['a number', 'code: 5\n', []],
    ['a list', 'code: [a]\n', []],
  ])('are found in %s', (_, text, expected) => {
    const { places, value } = linesAt(text);
    expect(places.slice(0, value.split('\n').length)).toEqual(expected);
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

  it.each(['QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN'] as const)('are found for every text, in the form %s', (form) => {
    const line = fc.stringMatching(/^[a-z(){};'" ]{0,12}$/).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const code = ['first', ...lines, 'last'].join('\n');
        const { found, value } = linesAt(
          stringify({ code }, { lineWidth: 20, blockQuote: false, defaultStringType: form }),
        );
        expect(value).toBe(code);
        expect(found).toHaveLength(lines.length + 2);
        code.split('\n').forEach((one, index) => {
          const [word = ''] = one.split(/[ '"\\]/);
          if (one !== '') expect(found[index]?.replace(/\\\n */g, '').startsWith(word)).toBe(true);
        });
      }),
    );
  });
});
