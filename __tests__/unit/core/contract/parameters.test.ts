import { describe, expect, it } from '@jest/globals';
import { Documents } from '../../../../src/core/contract/documents.ts';
import type { ApiParameter } from '../../../../src/core/contract/operations.ts';
import {
  formQueryOf,
  formValue,
  isListIn,
  pairsOf,
  parameterValue,
  queryOf,
  shapeOf,
} from '../../../../src/core/contract/parameters.ts';
import type { JsonObject, JsonValue } from '../../../../src/core/lib/json.ts';

function schemaIn(value: JsonObject) {
  const documents = new Documents([{ path: 'a.yaml', value, isRoot: true }]);
  return { documents, schema: documents.node({ file: 'a.yaml', at: [] }) };
}

const nested = (levels: number, inner: JsonObject): JsonObject =>
  levels === 0 ? inner : { allOf: [nested(levels - 1, inner)] };

describe('the shape of a schema', () => {
  it.each<[JsonObject, string]>([
    [{}, 'scalar'],
    [{ type: 'string' }, 'scalar'],
    [{ type: 'array' }, 'array'],
    [{ type: ['null', 'array'] }, 'array'],
    [{ items: {} }, 'array'],
    [{ type: 'object' }, 'object'],
    [{ properties: {} }, 'object'],
    [{ oneOf: [{ type: 'string' }, { type: 'array' }] }, 'array'],
    [{ anyOf: [{ type: 'object' }] }, 'object'],
    [{ allOf: [], anyOf: [{ type: 'array' }] }, 'array'],
    [{ allOf: { type: 'array' } }, 'scalar'],
    [nested(8, { type: 'array' }), 'array'],
    [nested(9, { type: 'array' }), 'scalar'],
  ])('of %j is %s', (value, shape) => {
    const { documents, schema } = schemaIn(value);
    expect(shapeOf(documents, schema)).toBe(shape);
    const parent = schemaIn({ properties: { a: value } });
    expect(isListIn(parent.documents, parent.schema)('a')).toBe(shape === 'array');
    expect(isListIn(parent.documents, parent.schema)('b')).toBe(false);
  });

  it('is that of one value where there is no schema', () => {
    expect(shapeOf(schemaIn({}).documents, undefined)).toBe('scalar');
  });
});

describe('the query of a URL', () => {
  it.each([
    ['http://a/x', []],
    [
      'http://a/x?a=1&b=x=y#c=2',
      [
        ['a', '1'],
        ['b', 'x=y'],
      ],
    ],
    [
      '?a&&=1&b+c=%20d+e',
      [
        ['a', ''],
        ['', '1'],
        ['b+c', ' d+e'],
      ],
    ],
  ])('of %s has decoded fields in their order', (url, expected) => {
    expect(queryOf(url)).toEqual(expected);
  });

  it('has spaces for plus signs where it is read like a form', () => {
    expect(formQueryOf('?b+c=%20d+e%2B#f')).toEqual([['b c', ' d e+']]);
  });
});

const requestHeaders = [
  ['X-Ids', '1, 2'],
  ['Cookie', 'other=1; id=a=b; aid=3'],
] as const;

const sourceOf = (query: string) => ({
  source: {
    exchange: { method: 'GET', url: 'http://a/x', requestHeaders, status: 200, headers: [], body: '' },
    path: new Map([['id', 'a, b']]),
    query: pairsOf(query),
  },
});

const parameter = (parts: Partial<ApiParameter>): ApiParameter =>
  ({ name: 'a', in: 'query', ...parts }) as ApiParameter;

describe('the value of a parameter', () => {
  it.each<[string, 'array' | 'object' | 'scalar', Partial<ApiParameter>, JsonValue | undefined]>([
    ['a=1', 'scalar', {}, '1'],
    ['b=1', 'scalar', {}, undefined],
    ['a=1&a=2', 'scalar', {}, '1'],
    ['a[]=1', 'scalar', {}, undefined],
    ['a[]=1', 'array', {}, ['1']],
    ['a=1,2', 'array', {}, ['1,2']],
    ['a=1,2', 'array', { explode: false }, ['1', '2']],
    ['a=1,2&a=3', 'array', { explode: false }, ['1,2', '3']],
    ['a=1 2,3', 'array', { style: 'spaceDelimited' }, ['1', '2', '3']],
    ['a=1|2,3', 'array', { style: 'pipeDelimited' }, ['1', '2,3']],
    ['a=1|2', 'array', { style: 'pipeDelimited', explode: true }, ['1|2']],
    ['a=1,2', 'array', { style: 'other' }, ['1', '2']],
    ['a[x]=1&a[y]=2&b[x]=3', 'object', { style: 'deepObject' }, { x: '1', y: '2' }],
    ['a[x][y]=1', 'object', { style: 'deepObject' }, undefined],
    ['a[x]z=1', 'object', { style: 'deepObject' }, undefined],
    ['a[x]=1', 'object', {}, undefined],
    ['', 'scalar', { in: 'path', name: 'id' }, 'a, b'],
    ['', 'array', { in: 'path', name: 'id' }, ['a', 'b']],
    ['', 'object', { in: 'path', name: 'id' }, undefined],
    ['', 'scalar', { in: 'path', name: 'no' }, undefined],
    ['', 'array', { in: 'header', name: 'x-ids' }, ['1', '2']],
    ['', 'scalar', { in: 'header', name: 'x' }, undefined],
    ['', 'scalar', { in: 'cookie', name: 'id' }, 'a=b'],
    ['', 'scalar', { in: 'cookie', name: 'a' }, undefined],
  ])('in %j, a %s with %j, is %j', (query, shape, parts, expected) => {
    expect(parameterValue(parameter(parts), { ...sourceOf(query), shape })).toEqual(expected);
  });
});

describe('the fields of a form', () => {
  it('become lists where they are repeated or declared as lists', () => {
    const pairs = pairsOf('a=1&b=2&b=3&b=4&c=5&d[]=6&d[12]=7&e[x]=8');
    expect(formValue(pairs, (name) => name === 'c')).toEqual({
      a: '1',
      b: ['2', '3', '4'],
      c: ['5'],
      d: ['6', '7'],
      'e[x]': '8',
    });
  });
});
