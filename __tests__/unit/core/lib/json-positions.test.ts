import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonPath } from '../../../../src/core/lib/json.ts';
import { jsonLocator, positionAt } from '../../../../src/core/lib/json-positions.ts';
import { parseWithPositions } from '../../../../src/core/lib/positions.ts';

const pathsIn = (value: unknown, at: JsonPath = []): readonly JsonPath[] => {
  if (typeof value !== 'object' || value === null) return [at];
  const entries = Object.entries(value).map(
    ([key, child]) => [Array.isArray(value) ? Number(key) : key, child] as const,
  );
  return [at, ...entries.flatMap(([key, child]) => pathsIn(child, [...at, key]))];
};

describe('positions in JSON', () => {
  it('lead to the value itself, for every path of any document in any order, however it is laid out', () => {
    const spaces = fc.constantFrom('', '  ', '\t');
    fc.assert(
      fc.property(fc.jsonValue(), spaces, (document, space) => {
        const text = JSON.stringify(document, null, space);
        const lines = text.split('\n');
        const locate = jsonLocator(text);
        const paths = pathsIn(JSON.parse(text));
        for (const at of [...paths, ...paths.toReversed(), ...paths]) {
          const { line, column } = locate(at);
          const rest = [lines[line - 1]?.slice(column - 1), ...lines.slice(line)].join('\n');
          const value = at.reduce<unknown>(
            (whole, key) => (whole as Record<string | number, unknown>)[key],
            JSON.parse(text),
          );
          expect(rest.replace(/\s/g, '').startsWith(JSON.stringify(value).replace(/\s/g, ''))).toBe(true);
        }
      }),
    );
  });

  it('are those that the YAML parser finds', () => {
    const text = '{\r\n  "a": {"b\\"]": [1, "x,}", {"c": "\\\\"}]},\n\t"d" :  null\n}';
    const paths: JsonPath[] = [['a'], ['a', 'b"]'], ['a', 'b"]', 1], ['a', 'b"]', 2, 'c'], ['d']];
    for (const at of paths) expect(jsonLocator(text)(at)).toEqual(parseWithPositions(text).locate(at));
  });

  it('are those of the nearest parent of a missing value', () => {
    const locate = jsonLocator('{\n  "a": [1],\n  "b": {}\n}');
    expect(locate(['a', 1, 'x'])).toEqual({ line: 2, column: 8 });
    expect(locate(['b', 'x'])).toEqual({ line: 3, column: 8 });
    expect(locate(['a', 'x'])).toEqual({ line: 2, column: 8 });
    expect(locate(['c'])).toEqual({ line: 1, column: 1 });
    expect(jsonLocator('["a", 1]')(['a'])).toEqual({ line: 1, column: 1 });
    expect(jsonLocator('{"a": 1}')([0])).toEqual({ line: 1, column: 1 });
    expect(jsonLocator('"a"')([0])).toEqual({ line: 1, column: 1 });
    expect(jsonLocator('{"a": 1, "a": 2}')(['a'])).toEqual({ line: 1, column: 7 });
    expect(jsonLocator('[]')([0])).toEqual({ line: 1, column: 1 });
  });

  it('count lines and columns from 1', () => {
    expect(positionAt('a\nbc', 0)).toEqual({ line: 1, column: 1 });
    expect(positionAt('a\nbc', 1)).toEqual({ line: 1, column: 2 });
    expect(positionAt('a\nbc', 2)).toEqual({ line: 2, column: 1 });
    expect(positionAt('a\nbc', 4)).toEqual({ line: 2, column: 3 });
  });

  it('are the same from an earlier position', () => {
    const text = 'ab\n\nc\nde';
    for (const [earlier] of [...text].entries())
      for (let offset = earlier; offset <= text.length; offset += 1)
        expect(positionAt(text, offset, { offset: earlier, position: positionAt(text, earlier) })).toEqual(
          positionAt(text, offset),
        );
  });
});
