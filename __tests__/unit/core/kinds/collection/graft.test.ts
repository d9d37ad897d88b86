import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KINDS } from '../../../../../src/core/kinds/index.ts';
import { isObject, type JsonObject, objectsOf } from '../../../../../src/core/lib/json.ts';
import { collection, folder, request, stamped } from '../../../../support/collections.ts';

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

describe('grafting the ids of a remote collection onto a local collection', () => {
  it('keeps the id of every item and example of an unchanged collection', () => {
    expect(idsByPath(graft(shop, remote))).toEqual(ids);
  });

  it('has the id of the remote collection and no other ids', () => {
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

  it('keeps the id of an item that is renamed in its place', () => {
    const renamed = collection(
      'Shop',
      folder('Sales', request('list'), request('create', { response: [example] })),
      request('health'),
    );
    const grafted = idsByPath(graft(renamed, remote));
    expect(grafted['/Sales']).toBe(ids['/Orders']);
    expect(grafted['/Sales/list']).toBe(ids['/Orders/list']);
  });

  it('matches by the id in the file first', () => {
    const swapped = collection(
      'Shop',
      { ...request('a'), id: ids['/health'] as string },
      { ...request('health'), id: 'unknown' },
    );
    expect(idsByPath(graft(swapped, remote))['/a']).toBe(ids['/health']);
  });

  it('strips ids that the remote does not have', () => {
    const foreign = stamped(collection('Shop', request('quite new', { response: [example] })), 900);
    const grafted = graft(foreign, stamped(collection('Shop')));
    expect(JSON.stringify(grafted)).not.toContain('000000000900');
  });

  it('gives no id twice, for any two collections', () => {
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

/** A request that its URL tells apart, whatever its name. */
const at = (url: string, name = url, more: JsonObject = {}): JsonObject => ({
  name,
  request: { method: 'GET', url },
  ...more,
});
const ok = (body: string): JsonObject => ({ name: 'OK', code: 200, body });

/** The id of every request and example, by its URL or body. */
function idsByContent(owner: JsonObject): Record<string, unknown> {
  const below = [...objectsOf(owner.item), ...objectsOf(owner.response)];
  const own = ({ item, request: inner, body, id }: JsonObject) =>
    item ? {} : { [String(isObject(inner) ? inner.url : body)]: id };
  return Object.assign({}, ...below.map((item) => ({ ...own(item), ...idsByContent(item) })));
}

describe('ids stay with their items', () => {
  const crud = (name: string, prefix: string): JsonObject =>
    folder(name, at(`${prefix}/list`, 'List'), at(`${prefix}/get`, 'Get'));

  it.each<[string, readonly JsonObject[], readonly JsonObject[]]>([
    [
      'the first of three requests of one name is removed',
      [at('a', 'L'), at('b', 'L'), at('c', 'L')],
      [at('b', 'L'), at('c', 'L')],
    ],
    [
      'requests of one name are reordered',
      [at('a', 'L'), at('b', 'L'), at('c', 'L')],
      [at('c', 'L'), at('a', 'L'), at('b', 'L')],
    ],
    [
      'the first of two examples of one name is removed',
      [at('a', 'L', { response: [ok('1'), ok('2')] })],
      [at('a', 'L', { response: [ok('2')] })],
    ],
    [
      'folders whose requests have the same names move into a new folder, and one gets another request',
      [crud('Orders', 'o'), crud('Users', 'u')],
      [folder('v1', folder('Orders', at('new'), at('o/list', 'List'), at('o/get', 'Get')), crud('Users', 'u'))],
    ],
    [
      'two folders with inner folders of the same name are renamed',
      [folder('Orders', crud('v1', 'o')), folder('Users', crud('v1', 'u'))],
      [folder('Purchases', crud('v1', 'o')), folder('People', crud('v1', 'u'))],
    ],
    [
      'a request is renamed and another one is put before it',
      [at('a', 'A'), at('b', 'B')],
      [at('x', 'X'), at('a', 'A2'), at('b', 'B')],
    ],
    [
      'a request is renamed and moved',
      [folder('F', at('a', 'A'), at('b', 'B')), folder('G')],
      [folder('F', at('b', 'B')), folder('G', at('a', 'A2'))],
    ],
    ['a folder is removed and the next one is renamed', [crud('F', 'f'), crud('G', 'g')], [crud('H', 'g')]],
  ])('when %s', (_, before, after) => {
    const there = stamped(collection('Shop', ...before));
    const had = idsByContent(there);
    const has = idsByContent(graft(collection('Shop', ...after), there));
    expect(has).toEqual(Object.fromEntries(Object.keys(has).map((key) => [key, had[key]])));
  });

  it('when whole folders are renamed and edited, level by level', () => {
    const there = stamped(collection('Shop', folder('Orders', crud('v1', 'o')), folder('Users', crud('v1', 'u'))));
    const edited = collection(
      'Shop',
      folder('Purchases', folder('v1', at('o/get2', 'Get'), at('o/list2', 'List'))),
      folder('People', folder('v1', at('u/get2', 'Get'), at('u/list2', 'List'))),
    );
    const [had, has] = [idsByPath(there), idsByPath(graft(edited, there))];
    expect(has['/Purchases/v1/Get']).toBe(had['/Orders/v1/Get']);
    expect(has['/People/v1/List']).toBe(had['/Users/v1/List']);
  });

  it('when a folder is renamed and edited, and another folder is inserted before it', () => {
    const there = stamped(collection('Shop', crud('Orders', 'o')));
    const edited = folder('Purchases', at('o/get', 'Get'), at('o/list2', 'List'));
    const [had, has] = [idsByPath(there), idsByPath(graft(collection('Shop', folder('New'), edited), there))];
    expect(has).toEqual({
      '/New': undefined,
      '/Purchases': had['/Orders'],
      '/Purchases/Get': had['/Orders/Get'],
      '/Purchases/List': had['/Orders/List'],
    });
  });

  it('when a request is copied in the file, its id included', () => {
    const there = stamped(collection('Shop', at('a', 'A')));
    const [{ id } = {}] = objectsOf(there.item);
    const copied = collection('Shop', { ...at('a', 'A copy'), id }, { ...at('a', 'A'), id });
    expect(idsByPath(graft(copied, there))).toEqual({ '/A copy': undefined, '/A': id });
  });
});
