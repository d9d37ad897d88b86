import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeRegExp } from '../../../../src/core/lib/text.ts';

describe('an escaped regular expression', () => {
  it('matches the text it was made from, and nothing else', () => {
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
