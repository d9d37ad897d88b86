import { describe, expect, it } from '@jest/globals';
import type { JsonObject, JsonValue } from '../../../../src/core/lib/json.ts';
import { applyChange, formerIndexes, withLists, withMaps } from '../../../../src/formats/collection-v3/carry.ts';
import { UnwritableError } from '../../../../src/formats/collection-v3/write-values.ts';

describe('a change of values', () => {
  it.each<[string, JsonValue, JsonValue, JsonValue, JsonValue]>([
    ['none', { a: 1, own: 2 }, { a: 1 }, { a: 1 }, { a: 1, own: 2 }],
    ['another value', { a: 1, own: 2 }, { a: 1 }, { a: 3 }, { a: 3, own: 2 }],
    ['a new key', { own: 2 }, {}, { b: 1 }, { own: 2, b: 1 }],
    ['a deeper value', { a: { b: 1, own: 2 } }, { a: { b: 1 } }, { a: { b: 3 } }, { a: { b: 3, own: 2 } }],
    [
      'an entry of a list',
      [{ key: 'a', v: 1, own: 2 }],
      [{ key: 'a', v: 1 }],
      [{ key: 'a', v: 3 }],
      [{ key: 'a', v: 3, own: 2 }],
    ],
    [
      'a moved entry',
      [{ key: 'a', own: 2 }, { key: 'b' }],
      [{ key: 'a' }, { key: 'b' }],
      [{ key: 'b' }, { key: 'a' }],
      [{ key: 'b' }, { key: 'a', own: 2 }],
    ],
    ['another type', { a: 1 }, { a: 1 }, [1], [1]],
    ['a list instead of a text', 'a', 'a', ['b'], ['b']],
  ])('keeps what only the file has: %s', (_, own, was, is, expected) => {
    expect(applyChange(own, { was, is })).toEqual(expected);
  });

  it('removes a key', () => {
    expect(applyChange({ a: 1, own: 2 }, { was: { a: 1 }, is: {} })).toEqual({ a: undefined, own: 2 });
  });

  it('fails for a list with entries that only the file has', () => {
    expect(() => applyChange([1, 2], { was: [1], is: [3] })).toThrow(UnwritableError);
  });
});

describe('the former entry of each entry', () => {
  it.each<[readonly JsonValue[], readonly JsonValue[], readonly (number | undefined)[]]>([
    [[], [], []],
    [
      [1, 2],
      [2, 1, 3],
      [1, 0, undefined],
    ],
    [
      [1, 1],
      [1, 1, 1],
      [0, 1, undefined],
    ],
    [
      [
        { key: 'a', v: 1 },
        { key: 'a', v: 2 },
      ],
      [
        { key: 'a', v: 2 },
        { key: 'a', v: 3 },
      ],
      [1, 0],
    ],
    [[{ type: 'a', v: 1 }], [{ type: 'a', v: 2 }], [0]],
    [[{ key: 'a', type: 'x' }], [{ key: 'b', type: 'x' }], [undefined]],
    [[{ v: 1 }], [{ v: 2 }], [undefined]],
    [[{ key: 'a' }], ['a'], [undefined]],
    [['a'], [{ key: 'a' }], [undefined]],
  ])('of %j in %j is %j', (was, is, expected) => {
    expect(formerIndexes(was, is)).toEqual(expected);
  });
});

describe('maps and lists of entries', () => {
  const map = { A: '1', B: null };
  const list = [
    { key: 'A', value: '1' },
    { key: 'B', value: null },
  ];
  const forms: readonly (readonly [string, (entries: JsonValue) => JsonObject])[] = [
    ...['headers', 'queryParams', 'pathVariables', 'variables', 'credentials'].map(
      (key) => [key, (entries: JsonValue) => ({ [key]: entries })] as const,
    ),
    ['auth', (credentials) => ({ auth: { type: 'x', credentials } })],
    ['request', (headers) => ({ request: { headers } })],
    ['response', (headers) => ({ response: { headers } })],
    ['body', (content) => ({ body: { type: 'urlencoded', content } })],
  ];

  it.each(forms)('are converted in both directions: %s', (_, inside) => {
    expect(withLists(inside(map))).toEqual(inside(list));
    expect(withMaps(inside(list), inside(map))).toEqual(inside(map));
    expect(withMaps(inside(list), {})).toEqual(inside(map));
    expect(withMaps(inside(list), inside([]))).toEqual(inside(list));
  });

  it.each<[string, readonly JsonObject[]]>([
    ['a description', [{ key: 'A', value: '1', description: 'why' }]],
    [
      'a repeated name',
      [
        { key: 'A', value: '1' },
        { key: 'A', value: '2' },
      ],
    ],
    ['a number as the name', [{ key: '5', value: '1' }]],
    ['no name', [{ value: '1' }]],
  ])('stay lists where a map cannot hold them: %s', (_, headers) => {
    expect(withMaps({ headers }, {})).toEqual({ headers });
  });

  it('are maps where a value is missing or a name contains a number', () => {
    expect(withMaps({ headers: [{ key: 'a5' }] }, {})).toEqual({ headers: { a5: null } });
  });

  it.each([
    { settings: { a: 'b' } },
    { body: { type: 'json', content: { a: 'b' } } },
    { other: { headers: { a: 'b' } } },
  ])('are not other values: %j', (value) => {
    expect(withLists(value)).toEqual(value);
    expect(withMaps({ scripts: list }, {})).toEqual({ scripts: list });
  });
});
