import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../../../../src/core/lib/json.ts';
import { toV21, versionOf } from '../../../../src/formats/postman-json/collection-v2.ts';

const schema = (version: string) => `https://schema.getpostman.com/json/collection/v${version}/collection.json`;
const V20 = schema('2.0.0');
const V21 = schema('2.1.0');

describe('the version of a collection', () => {
  it.each<[string, JsonObject, ReturnType<typeof versionOf>]>([
    ['as its schema says, v2.0', { info: { schema: V20 }, item: [] }, 'v2.0'],
    ['as its schema says, v2.1', { info: { schema: V21 }, item: [] }, 'v2.1'],
    ['on the other host', { info: { schema: V21.replace('getpostman', 'postman') }, item: [] }, 'v2.1'],
    ['v1, which has no info', { id: '1', name: 'Old', order: [], requests: [] }, 'v1'],
    ['v2.1 without a schema', { info: { name: 'A' }, item: [] }, 'v2.1'],
    [
      'v2.0 without a schema, told by its auth',
      { info: { name: 'A' }, item: [{ item: [{ request: { auth: { type: 'basic', basic: { username: 'u' } } } }] }] },
      'v2.0',
    ],
    ['none of a schema that does not exist', { info: { schema: schema('9.0.0') }, item: [] }, undefined],
    ['none of what is no collection', { values: [] }, undefined],
    ['none of requests without an order', { requests: [] }, undefined],
    ['none of an order without requests', { order: [], requests: {} }, undefined],
    ['of a format that is told by an empty schema', { info: { schema: '' }, item: [] }, 'v2.1'],
    ['v1, as its schema says', { info: { schema: schema('1.0.0') } }, 'v1'],
    ['v2.0 without a schema, told by the auth of the collection', { info: {}, auth: { basic: {} } }, 'v2.0'],
    ['v2.1 without a schema, with a list as auth', { info: {}, auth: { basic: [] } }, 'v2.1'],
  ])('is read %s', (_, content, expected) => {
    expect(versionOf(content)).toBe(expected);
  });
});

describe('a collection of v2.0 as v2.1', () => {
  const old: JsonObject = {
    info: { _postman_id: 'c1', name: 'Orders', schema: V20, 'x-owner': 'team' },
    auth: { type: 'bearer', bearer: { token: '{{token}}' } },
    event: [{ listen: 'test', script: { id: 's1', exec: 'pm.test("a", () => {});' } }],
    item: [
      {
        id: 'f1',
        name: 'Folder',
        auth: { type: 'noauth' },
        item: [
          {
            id: 'r1',
            name: 'Get',
            request: {
              method: 'GET',
              url: 'https://api.example.com/:id?a=1',
              auth: { type: 'basic', basic: { username: 'u', password: '{{p}}', showPassword: false } },
              'x-unknown': [1, null],
            },
            response: [{ id: 'e1', originalRequest: { auth: { type: 'bearer', bearer: { token: 't' } } } }],
          },
        ],
      },
    ],
  };
  const converted = toV21(old);

  it('has its auth parameters as lists, everywhere', () => {
    expect(converted.auth).toEqual({ type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] });
    expect(converted).toHaveProperty('item.0.auth', { type: 'noauth' });
    expect(converted).toHaveProperty('item.0.item.0.request.auth.basic', [
      { key: 'username', value: 'u', type: 'string' },
      { key: 'password', value: '{{p}}', type: 'string' },
      { key: 'showPassword', value: false, type: 'any' },
    ]);
    expect(converted).toHaveProperty('item.0.item.0.response.0.originalRequest.auth.bearer.0.value', 't');
  });

  it('names the schema of v2.1', () => {
    expect(converted.info).toEqual({ _postman_id: 'c1', name: 'Orders', schema: V21, 'x-owner': 'team' });
  });

  it('keeps ids, URLs, scripts and unknown fields as they are', () => {
    expect(converted).toHaveProperty('item.0.id', 'f1');
    expect(converted).toHaveProperty('item.0.item.0.id', 'r1');
    expect(converted).toHaveProperty('item.0.item.0.request.url', 'https://api.example.com/:id?a=1');
    expect(converted).toHaveProperty('item.0.item.0.request.x-unknown', [1, null]);
    expect(converted.event).toEqual(old.event);
  });

  it('is unchanged without auth', () => {
    const safe = fc.string().filter((key) => !['auth', 'info', 'item', 'request', 'response'].includes(key));
    fc.assert(
      fc.property(fc.dictionary(safe, fc.jsonValue()), (fields) => {
        expect(toV21({ ...fields, item: [fields] } as JsonObject)).toEqual({ ...fields, item: [fields] });
      }),
    );
  });
});
