import { describe, expect, it } from '@jest/globals';
import { comparedLines } from '../../../src/render/comparison.ts';

const shown = (expected: string, actual: string): string =>
  comparedLines({ expected, actual })
    .map(({ sign, text }) => `${sign}${text}`)
    .join('\n');

describe('expected against actual', () => {
  it('contains common lines once, and marks the others', () => {
    expect(shown('{\n  "a": 1\n}', '{\n  "a": 2\n}')).toBe(' {\n-  "a": 1\n+  "a": 2\n }');
  });

  it('ignores a comma at the end of a line', () => {
    expect(shown('{\n  "a": 1\n}', '{\n  "a": 1,\n  "b": 2\n}')).toBe(' {\n   "a": 1,\n+  "b": 2\n }');
  });

  it('shows two single-line texts below each other', () => {
    expect(shown('abc', 'abd')).toBe('-abc\n+abd');
  });

  it('contains one text after the other where too many lines differ', () => {
    const text = (name: string) => Array.from({ length: 600 }, (_, at) => `${name}${at}\n`).join('');
    const lines = comparedLines({ expected: `same\n${text('a')}`, actual: `same\n${text('b')}` });
    expect(lines.slice(0, 2)).toEqual([
      { sign: '-', text: 'same' },
      { sign: '-', text: 'a0' },
    ]);
    expect(lines.at(-1)).toEqual({ sign: ' ', text: '… 1082 more lines' });
  });

  it('is limited in lines', () => {
    const lines = comparedLines({ expected: 'a\n'.repeat(500), actual: 'b' });
    expect(lines).toHaveLength(121);
    expect(lines.at(-1)?.text).toMatch(/^… 38\d more lines$/);
  });
});
