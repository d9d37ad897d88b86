import { describe, expect, it } from '@jest/globals';
import { parseWithPositions } from '../../../../src/core/lib/positions.ts';

describe('a YAML document', () => {
  it('with aliases of aliases is a syntax error, and no value of gigabytes', () => {
    const level = (name: string, of: string): string => `${name}: &${name} [${Array(9).fill(of).join(', ')}]`;
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const bomb = names.map((name, at) => level(name, at === 0 ? 'x' : `*${names[at - 1]}`)).join('\n');
    expect(parseWithPositions(bomb).syntaxErrors).toEqual([
      { message: 'too many aliases: write the values out', position: { line: 1, column: 1 } },
    ]);
    expect(parseWithPositions('a: &a 1\nb: *a').value()).toEqual({ a: 1, b: 1 });
  });
});
