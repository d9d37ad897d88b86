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

  it('is limited in lines', () => {
    const lines = comparedLines({ expected: 'a\n'.repeat(500), actual: 'b' });
    expect(lines).toHaveLength(121);
    expect(lines.at(-1)?.text).toMatch(/^… 38\d more lines$/);
  });
});
