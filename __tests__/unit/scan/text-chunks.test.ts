import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject, JsonPath } from '../../../src/core/lib/json.ts';
import { pathAt, textChunks } from '../../../src/scan/text-chunks.ts';

const valueAt = (content: unknown, at: JsonPath): unknown =>
  at.reduce((value: unknown, key) => (value as Record<string | number, unknown>)[key], content);

const stringsIn = (value: unknown): number => {
  if (typeof value === 'string') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, entry) => sum + stringsIn(entry), 0);
};

describe('the chunks of a document', () => {
  it('hold every string of any document, with its path', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
        const content = JSON.parse(JSON.stringify(document)) as JsonObject;
        const chunks = [...textChunks(content)];
        const marks = chunks.flatMap((chunk) => chunk.marks);
        expect(marks).toHaveLength(stringsIn(content));
        for (const chunk of chunks) {
          for (const [index, { start, at }] of chunk.marks.entries()) {
            const end = chunk.marks[index + 1]?.start ?? chunk.text.length;
            expect(chunk.text.slice(start, end).endsWith(String(valueAt(content, at)))).toBe(true);
            expect(pathAt(chunk, end - 1)).toEqual(at);
          }
        }
      }),
    );
  });

  it('name each value', () => {
    const content = { name: 'Local', values: [{ key: 'token', value: 'abc' }], exec: ['one', 'two'] };
    const [chunk] = textChunks(content);
    expect(chunk?.text.split('\n\0\n')).toEqual(['', 'name: Local', 'key: token', 'token: abc', 'exec: one\ntwo']);
  });

  it('end after about a million characters', () => {
    const lengths = [...textChunks({ all: Array.from({ length: 50 }, () => ({ text: 'x'.repeat(100_000) })) })];
    expect(lengths.length).toBeGreaterThan(3);
    for (const { text } of lengths) expect(text.length).toBeLessThan(1_200_000);
  });
});
