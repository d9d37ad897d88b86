import { describe, expect, it } from '@jest/globals';
import { isV21, stripCollection } from '../../../../../src/core/kinds/collection/strip.ts';
import type { JsonObject } from '../../../../../src/core/lib/json.ts';
import { collection, folder, request, SCHEMA } from '../../../../support/collections.ts';

const STAMPS = ['createdAt', 'updatedAt', 'lastUpdatedBy', 'createdBy', 'updatedBy', 'owner'];
const plain = collection('Orders', folder('F', request('a', { response: [{ name: 'OK', code: 200 }] })));

/** The collection with a field of Postman's at one place. */
const stamped = (place: string, key: string): JsonObject => {
  const more = (name: string): JsonObject => (name === place ? { [key]: 'x' } : {});
  const response = [{ name: 'OK', code: 200, ...more('example') }];
  const item = { ...folder('F', request('a', { response, ...more('item') })), ...more('folder') };
  return { ...collection('Orders', item), info: { name: 'Orders', schema: SCHEMA, ...more('info') }, ...more('top') };
};

const ofItem = ['id', 'uid', '_postman_id', 'lastRevision', ...STAMPS];
const PLACES: Readonly<Record<string, readonly string[]>> = {
  top: [
    ...['id', 'uid', '_postman_id', 'isPublic', 'fork', '_postman_variable_scope', '_postman_exported_at'],
    ...['_postman_exported_using', ...STAMPS],
  ],
  info: ['_postman_id', 'uid', 'fork', '_exporter_id', '_collection_link', ...STAMPS],
  ...{ folder: ofItem, item: ofItem, example: ofItem },
};

describe('a collection as it is sent', () => {
  it.each(Object.entries(PLACES).flatMap(([place, keys]) => keys.map((key) => [place, key] as const)))(
    'has nothing of what Postman adds: %s %s',
    (place, key) => {
      expect(stripCollection(stamped(place, key))).toEqual(plain);
    },
  );

  it.each(Object.keys(PLACES))('keeps unknown fields: %s', (place) => {
    expect(stripCollection(stamped(place, 'x-own'))).toEqual(stamped(place, 'x-own'));
  });

  it('has no ids of events, scripts and variables, unless an id is the name of a variable', () => {
    const url = { raw: 'https://a.test/:b', variable: [{ id: '1', key: 'b' }] };
    const event = [{ id: '1', listen: 'test', script: { id: '2', exec: ['a'] } }];
    const full = { request: { method: 'GET', url }, event, response: [{ name: 'OK', originalRequest: { url } }] };
    const bare = { raw: 'https://a.test/:b', variable: [{ key: 'b' }] };
    const sent = stripCollection({
      ...collection('Orders', request('a', full)),
      variable: [{ id: '1', key: 'c' }, { id: 'named' }],
    });
    expect(sent).toMatchObject({ variable: [{ key: 'c' }, { id: 'named' }] });
    expect(Object(sent.variable)[0]).not.toHaveProperty('id');
    expect(Object(sent.item)[0]).toEqual(
      request('a', {
        request: { method: 'GET', url: bare },
        event: [{ listen: 'test', script: { exec: ['a'] } }],
        response: [{ name: 'OK', originalRequest: { url: bare } }],
      }),
    );
  });

  it.each([
    [SCHEMA, true],
    [SCHEMA.replace('getpostman', 'postman'), true],
    [SCHEMA.replace('collection.json', ''), true],
    [SCHEMA.replace('v2.1.0', 'v2.0.0'), false],
    [SCHEMA.replace('https', 'http'), false],
    [`${SCHEMA}x`, false],
    [7, false],
  ])('names the schema by its usual address: %s', (schema, known) => {
    expect(isV21(schema)).toBe(known);
    const { info } = stripCollection({ info: { name: 'Orders', schema } as JsonObject, item: [] });
    expect(info).toEqual({ name: 'Orders', schema: known ? SCHEMA : schema });
  });
});
