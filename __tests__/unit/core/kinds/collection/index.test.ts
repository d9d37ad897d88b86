import { describe, expect, it } from '@jest/globals';
import { collection as kind } from '../../../../../src/core/kinds/collection/index.ts';
import type { JsonObject } from '../../../../../src/core/lib/json.ts';
import { collection, folder, request, SCHEMA } from '../../../../support/collections.ts';

const complaints = (content: JsonObject) => kind.check(content).map(({ at, message }) => `${at.join('.')}: ${message}`);
const withItem = (item: unknown) => ({ ...collection('Orders'), item }) as JsonObject;

describe('a collection that Postman would refuse', () => {
  it.each<[string, JsonObject, readonly string[]]>([
    ['nothing', collection('Orders', request('a'), folder('F', { name: 'b', request: 'https://a.test' })), []],
    [
      'an envelope',
      { collection: collection('Orders') },
      ['collection: The collection is wrapped in a "collection" key, as the API answers it'],
    ],
    ['no info', { item: [] }, [': There is no "info" object: this is no collection']],
    [
      'no name and no schema',
      { info: { name: '' }, item: [] },
      ['info.name: The collection has no name', "info.schema: The collection's schema is not v2.1.0 (none)"],
    ],
    [
      'another schema',
      { info: { name: 'Orders', schema: SCHEMA.replace('v2.1.0', 'v2.0.0') }, item: [] },
      [`info.schema: The collection's schema is not v2.1.0 (${SCHEMA.replace('v2.1.0', 'v2.0.0')})`],
    ],
    ['items that are no list', withItem({}), ['item: "item" is not an array']],
    ['an item that is no object', withItem([request('a'), 'x']), ['item.1: An item is not an object']],
    [
      'an item deep inside',
      withItem([folder('F', { name: 'b' }, { name: 'c', request: '' }, { name: 'd', item: 1 } as JsonObject)]),
      [
        'item.0.item.0: An item is neither a folder (item) nor a request (request)',
        'item.0.item.1: An item is neither a folder (item) nor a request (request)',
        'item.0.item.2.item: "item" is not an array',
      ],
    ],
  ])('has %s', (_, content, told) => {
    expect(complaints(content)).toEqual(told);
  });
});

describe('a collection', () => {
  it('has its name and its id in its info', () => {
    expect(kind.name(collection('Orders'))).toBe('Orders');
    expect(kind.idOf({ info: { _postman_id: 'x' } })).toBe('x');
    expect([kind.name({}), kind.idOf({}), kind.name({ info: { name: '' } })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is sent with the id of the collection in Postman, if that has one', () => {
    const remote = { info: { name: 'Old', _postman_id: 'theirs' }, item: [] };
    expect(kind.graft(collection('Orders'), remote).info).toMatchObject({ name: 'Orders', _postman_id: 'theirs' });
    expect(kind.graft(collection('Orders'), collection('Old')).info).not.toHaveProperty('_postman_id');
  });
});
