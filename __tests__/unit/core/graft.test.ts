import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isObject, type JsonObject, objectsOf } from '../../../src/core/json.ts';
import { KINDS } from '../../../src/core/kinds/index.ts';
import { collection, folder, request, stamped } from '../../support/collections.ts';

const { graft } = KINDS.collection;

/** The id of every item and example, by the names on the way to it. */
function idsByPath(owner: JsonObject, path = ''): Record<string, unknown> {
  const below = [...objectsOf(owner.item), ...objectsOf(owner.response)];
  return Object.assign(
    {},
    ...below.map((item) => ({ [`${path}/${item.name}`]: item.id, ...idsByPath(item, `${path}/${item.name}`) })),
  );
}

const example = { name: 'OK', code: 200 };
const shop = collection(
  'Shop',
  folder('Orders', request('list'), request('create', { response: [example] })),
  request('health'),
);
const remote = stamped(shop);
const ids = idsByPath(remote);

describe('grafting the ids of a remote collection onto a local one', () => {
  it('keeps the id of every item and example of an unchanged collection', () => {
    expect(idsByPath(graft(shop, remote))).toEqual(ids);
  });

  it('names the remote collection and no foreign one', () => {
    const foreign = { ...shop, info: { ...(shop.info as JsonObject), _postman_id: 'foreign' } };
    const { info } = graft(foreign, remote);
    expect(isObject(info) && info._postman_id).toBe((remote.info as JsonObject)._postman_id);
  });

  it('keeps all ids when one request is changed', () => {
    const changed = collection(
      'Shop',
      folder(
        'Orders',
        { ...request('list'), request: { method: 'GET', url: '/other' } },
        request('create', { response: [example] }),
      ),
      request('health'),
    );
    expect(idsByPath(graft(changed, remote))).toEqual(ids);
  });

  it('keeps ids when items are reordered', () => {
    const reordered = collection(
      'Shop',
      request('health'),
      folder('Orders', request('create', { response: [example] }), request('list')),
    );
    expect(idsByPath(graft(reordered, remote))).toEqual(ids);
  });

  it('keeps the ids of a request and its example that move to another folder', () => {
    const moved = collection(
      'Shop',
      folder('Orders', request('list')),
      folder('Writing', request('create', { response: [example] })),
      request('health'),
    );
    const grafted = idsByPath(graft(moved, remote));
    expect(grafted['/Writing/create']).toBe(ids['/Orders/create']);
    expect(grafted['/Writing/create/OK']).toBe(ids['/Orders/create/OK']);
    expect(grafted['/Writing']).toBeUndefined();
  });

  it('keeps the id of what is renamed in its place', () => {
    const renamed = collection(
      'Shop',
      folder('Sales', request('list'), request('create', { response: [example] })),
      request('health'),
    );
    const grafted = idsByPath(graft(renamed, remote));
    expect(grafted['/Sales']).toBe(ids['/Orders']);
    expect(grafted['/Sales/list']).toBe(ids['/Orders/list']);
  });

  it('goes by the id in the file before anything else', () => {
    const swapped = collection(
      'Shop',
      { ...request('a'), id: ids['/health'] as string },
      { ...request('health'), id: 'unknown' },
    );
    expect(idsByPath(graft(swapped, remote))['/a']).toBe(ids['/health']);
  });

  it('strips ids that the remote does not know, so that nothing is mistaken for another collection’s', () => {
    const foreign = stamped(collection('Shop', request('quite new', { response: [example] })), 900);
    const grafted = graft(foreign, stamped(collection('Shop')));
    expect(JSON.stringify(grafted)).not.toContain('000000000900');
  });

  it('gives no id twice, whatever the two collections hold', () => {
    const item = fc.oneof(
      fc.constantFrom('a', 'b', 'c').map((name) => request(name)),
      fc
        .tuple(
          fc.constantFrom('a', 'b'),
          fc.array(
            fc.constantFrom('a', 'b', 'c').map((name) => request(name)),
            { maxLength: 4 },
          ),
        )
        .map(([name, items]) => folder(name, ...items)),
    );
    const items = fc.array(item, { maxLength: 6 });
    fc.assert(
      fc.property(items, items, (ours, theirs) => {
        const grafted = graft(collection('Shop', ...ours), stamped(collection('Shop', ...theirs)));
        const given = allIds(grafted);
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });

  it('loses nothing: without its ids the result is the file', () => {
    const exported = stamped(shop, 500);
    expect(KINDS.collection.strip(graft(exported, remote))).toEqual(KINDS.collection.strip(exported));
  });
});

const allIds = (owner: JsonObject): readonly unknown[] =>
  objectsOf(owner.item).flatMap((item) => [...(item.id === undefined ? [] : [item.id]), ...allIds(item)]);

describe('grafting an environment', () => {
  it('keeps the value that Postman has for a secret that is blank in the file', () => {
    const file = {
      name: 'Staging',
      values: [
        { key: 'token', value: '', type: 'secret' },
        { key: 'blank', value: '' },
      ],
    };
    const there = {
      name: 'Staging',
      values: [
        { key: 'token', value: 'kept', type: 'secret' },
        { key: 'blank', value: 'gone' },
      ],
    };
    expect(KINDS.environment.graft(file, there).values).toEqual([
      { key: 'token', value: 'kept', type: 'secret' },
      { key: 'blank', value: '' },
    ]);
  });
});
