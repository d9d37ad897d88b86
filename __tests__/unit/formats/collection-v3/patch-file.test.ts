import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../../src/core/lib/json.ts';
import { patchedFile } from '../../../../src/formats/collection-v3/patch-file.ts';

const TEXT = 'name: a # why\nheaders:\n  - key: A # first\n    value: "1"\n  - key: B # second\n    value: "2"\n';
const rowOf = (key: string, value: string): JsonObject => ({ key, value });
const [A, B, C] = [rowOf('A', '1'), rowOf('B', '2'), rowOf('C', '3')] as const;
const was = { name: 'a', headers: [A, B] };
const third = '  - key: C\n    value: "3"\n';

describe('a file with other values', () => {
  it.each<[string, JsonObject, string]>([
    ['nothing else', was, TEXT],
    ['another name', { ...was, name: 'b' }, TEXT.replace('name: a', 'name: b')],
    ['another value of an entry', { ...was, headers: [A, { ...B, value: '3' }] }, TEXT.replace('"2"', '"3"')],
    ['an entry at the end', { ...was, headers: [A, B, C] }, `${TEXT}${third}`],
    ['no first entry', { ...was, headers: [B] }, TEXT.replace('  - key: A # first\n    value: "1"\n', '')],
    ['no second entry', { ...was, headers: [A] }, TEXT.replace('  - key: B # second\n    value: "2"\n', '')],
    ['an empty map', { ...was, name: {} }, TEXT.replace('name: a # why', 'name: {}')],
  ])('keeps the text around the change: %s', (_, is, expected) => {
    expect(patchedFile(TEXT, { was, is })).toBe(expected);
  });

  it.each([
    ['inserted', [A, C, B]],
    ['moved', [B, A]],
    ['replaced', [C]],
  ])('has its list written anew where entries are %s', (_, headers) => {
    const rows = headers.map(({ key, value }) => `  - key: ${key}\n    value: "${value}"\n`).join('');
    expect(patchedFile(TEXT, { was, is: { ...was, headers } })).toBe(`name: a # why\nheaders:\n${rows}`);
  });
});
