import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalCollection } from '../../../../../src/core/kinds/collection/canonical.ts';
import { mergeCollections } from '../../../../../src/core/kinds/collection/merge.ts';
import type { MergeOptions } from '../../../../../src/core/kinds/merge/versions.ts';
import { type JsonObject, objectsOf, sortKeys } from '../../../../../src/core/lib/json.ts';
import { collection, folder, request, stamped } from '../../../../support/collections.ts';
import {
  anyCollection,
  edited,
  edits,
  fullRequest,
  itemsOf,
  restructured,
  treeEdits,
} from '../../../../support/edits.ts';

const FILE: MergeOptions = { prefer: 'ours', purpose: 'file' };

const merge = (base: JsonObject, ours: JsonObject, theirs: JsonObject, options: MergeOptions = FILE) =>
  mergeCollections({ base, ours, theirs }, options);

const meaning = (content: JsonObject) => sortKeys(canonicalCollection(content));

/** The meaning, whatever the order of siblings and lists. */
const unordered = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value.map(unordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value === 'string') return value.split(/[?&]/).sort().join('&');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, unordered(entry)]));
};

const applied = <E>(content: JsonObject, list: readonly E[], apply: (content: JsonObject, edit: E) => JsonObject) =>
  list.reduce(apply, content);

/** Merging takes milliseconds; many machines have few cores. */
const RUNS = { numRuns: 40 };

/** A base and two collections that came of it by any edits. */
const threeVersions = fc
  .tuple(anyCollection, edits(0), edits(1), treeEdits, treeEdits)
  .map(([base, some, others, ourTree, theirTree]) => ({
    base,
    ours: applied(applied(base, some, edited), ourTree, restructured),
    theirs: applied(applied(base, others, edited), theirTree, restructured),
  }));

describe('merging three versions of any collection', () => {
  it('returns ours if Postman changed nothing', () => {
    fc.assert(
      fc.property(threeVersions, ({ base, ours }) => {
        const { value, conflicts } = merge(base, ours, stamped(base));
        expect(conflicts).toEqual([]);
        expect(value).toEqual(ours);
      }),
      RUNS,
    );
  });

  it('returns theirs if the file changed nothing', () => {
    fc.assert(
      fc.property(threeVersions, ({ base, theirs }) => {
        const { value, conflicts } = merge(base, base, stamped(theirs));
        expect(conflicts).toEqual([]);
        expect(meaning(value)).toEqual(meaning(theirs));
      }),
      RUNS,
    );
  });

  it('returns the common content if both sides made the same change', () => {
    fc.assert(
      fc.property(threeVersions, ({ base, ours }) => {
        const { value, conflicts } = merge(base, ours, stamped(ours));
        expect(conflicts).toEqual([]);
        expect(value).toEqual(ours);
      }),
      RUNS,
    );
  });

  it('has every edit of both sides if they edited different requests', () => {
    fc.assert(
      fc.property(anyCollection, edits(0), edits(1), (base, some, others) => {
        fc.pre(itemsOf(base).length % 2 === 0);
        const { value, conflicts } = merge(base, applied(base, some, edited), stamped(applied(base, others, edited)));
        expect(conflicts).toEqual([]);
        expect(meaning(value)).toEqual(meaning(applied(applied(base, some, edited), others, edited)));
      }),
      RUNS,
    );
  });

  it('gives the same whichever side is which, up to the order', () => {
    fc.assert(
      fc.property(threeVersions, ({ base, ours, theirs }) => {
        const result = merge(base, ours, theirs);
        const other = merge(base, theirs, ours);
        expect(result.conflicts.length > 0).toBe(other.conflicts.length > 0);
        if (result.conflicts.length === 0)
          expect(unordered(meaning(result.value))).toEqual(unordered(meaning(other.value)));
      }),
      RUNS,
    );
  });

  it('changes nothing when the merged file is merged again', () => {
    fc.assert(
      fc.property(threeVersions, ({ base, ours, theirs }) => {
        const first = merge(base, ours, theirs);
        if (first.conflicts.length > 0) return;
        const again = merge(base, first.value, theirs);
        expect(again.conflicts).toEqual([]);
        expect(again.value).toEqual(first.value);
      }),
      RUNS,
    );
  });

  it('keeps every item of both sides, except unchanged items that one side deleted', () => {
    fc.assert(
      fc.property(threeVersions, ({ base, ours, theirs }) => {
        const names = (content: JsonObject) => new Set(itemsOf(content).map(({ name }) => name));
        const { value, conflicts } = merge(base, ours, theirs);
        const disputed = new Set(conflicts.flatMap(({ at, ours: our, theirs: their }) => [...at, our, their]));
        const merged = names(value);
        for (const name of [...names(ours), ...names(theirs)])
          if (!names(base).has(name)) expect(merged.has(name) || disputed.has(name)).toBe(true);
      }),
      RUNS,
    );
  });
});

const shop = collection('Shop', folder('Orders', fullRequest('list'), fullRequest('create')), fullRequest('health'));

/** The shop with its n-th item changed. */
const changed = (item: number, change: (item: JsonObject) => JsonObject, of: JsonObject = shop): JsonObject => {
  const target = itemsOf(of)[item];
  const walk = (owner: JsonObject): JsonObject =>
    Array.isArray(owner.item)
      ? { ...owner, item: objectsOf(owner.item).map((item) => (item === target ? change(item) : walk(item))) }
      : owner;
  return walk(of);
};

const inRequest = (part: JsonObject) => (item: JsonObject) => ({
  ...item,
  request: { ...(item.request as JsonObject), ...part },
});

const url = (path: string, ...query: readonly JsonObject[]): JsonObject => ({
  raw: `{{baseUrl}}/${path}${query.length > 0 ? `?${query.map(({ key, value }) => `${key}=${value}`).join('&')}` : ''}`,
  host: ['{{baseUrl}}'],
  path: path.split('/'),
  ...(query.length > 0 ? { query } : {}),
});

const exec =
  (...lines: readonly string[]) =>
  (item: JsonObject) => ({
    ...item,
    event: [{ listen: 'test', script: { type: 'text/javascript', exec: lines } }],
  });

describe('merging a collection', () => {
  it('merges a changed path and a changed query into one URL', () => {
    const ours = changed(1, inRequest({ url: url('v2/list') }));
    const theirs = changed(1, inRequest({ url: url('list', { key: 'page', value: '2' }) }));
    const { value, conflicts } = merge(shop, ours, stamped(theirs));
    expect(conflicts).toEqual([]);
    expect(itemsOf(value)[1]).toMatchObject({ request: { url: url('v2/list', { key: 'page', value: '2' }) } });
  });

  it('names the folder, the request and the field that both sides changed, with all three versions', () => {
    const ours = changed(1, inRequest({ url: url('ours') }));
    const theirs = changed(1, inRequest({ url: url('theirs') }));
    const { value, conflicts } = merge(shop, ours, stamped(theirs));
    expect(conflicts).toEqual([
      {
        at: ['Orders', 'list', 'url'],
        path: ['item', 0, 'item', 0, 'request', 'url', 'path'],
        base: '{{baseUrl}}/list',
        ours: '{{baseUrl}}/ours',
        theirs: '{{baseUrl}}/theirs',
      },
    ]);
    expect(value).toEqual(ours);
  });

  it('resolves a conflict for Postman if that side is preferred', () => {
    const ours = changed(1, inRequest({ method: 'PUT' }));
    const theirs = changed(1, inRequest({ method: 'POST' }));
    const { value } = merge(shop, ours, stamped(theirs), { ...FILE, prefer: 'theirs' });
    expect(meaning(value)).toEqual(meaning(theirs));
  });

  it('merges scripts line by line', () => {
    const ours = changed(2, exec('// ours', '// a', '// b', '// c', '// last'));
    const theirs = changed(2, exec('// first', '// a', '// b', '// c', '// theirs'));
    const { value, conflicts } = merge(shop, ours, stamped(theirs));
    expect(conflicts).toEqual([]);
    expect(value).toEqual(changed(2, exec('// ours', '// a', '// b', '// c', '// theirs')));
  });

  it('names the script whose lines both sides changed', () => {
    const ours = changed(2, exec('// ours', '// a', '// b', '// c', '// last'));
    const theirs = changed(2, exec('// theirs', '// a', '// b', '// c', '// last'));
    const { conflicts } = merge(shop, ours, stamped(theirs));
    expect(conflicts).toMatchObject([
      { at: ['Orders', 'create', 'test script'], base: '// first', ours: '// ours', theirs: '// theirs' },
    ]);
  });

  it('keeps a request that one side deleted and the other changed, as a conflict', () => {
    const ours = { ...shop, item: objectsOf(shop.item).slice(0, 1) };
    const theirs = changed(3, inRequest({ method: 'PUT' }));
    expect(merge(shop, ours, stamped(theirs)).conflicts).toMatchObject([
      { at: ['health'], base: 'present', ours: 'deleted', theirs: 'changed' },
    ]);
    expect(merge(shop, theirs, stamped(ours)).conflicts).toMatchObject([
      { at: ['health'], base: 'present', ours: 'changed', theirs: 'deleted' },
    ]);
  });

  it('keeps a folder that one side deleted and the other added to, as a conflict', () => {
    const ours = { ...shop, item: objectsOf(shop.item).slice(1) };
    const theirs = changed(0, (orders) => ({ ...orders, item: [...objectsOf(orders.item), request('refund')] }));
    const { value, conflicts } = merge(shop, ours, stamped(theirs));
    expect(conflicts).toMatchObject([{ at: ['Orders'], ours: 'deleted', theirs: 'changed' }]);
    expect(itemsOf(value).map(({ name }) => name)).toContain('refund');
  });

  it('moves a request with the edits of the other side', () => {
    const list = itemsOf(shop)[1] as JsonObject;
    const ours = collection('Shop', folder('Orders', fullRequest('create')), fullRequest('health'), list);
    const theirs = changed(1, inRequest({ method: 'POST' }));
    const { value, conflicts } = merge(shop, ours, stamped(theirs));
    expect(conflicts).toEqual([]);
    expect(meaning(value)).toEqual(
      meaning(
        collection(
          'Shop',
          folder('Orders', fullRequest('create')),
          fullRequest('health'),
          inRequest({ method: 'POST' })(list),
        ),
      ),
    );
  });

  it('keeps two requests with the same name that the sides added separately', () => {
    const ours = { ...shop, item: [...objectsOf(shop.item), request('new', { description: 'ours' })] };
    const theirs = { ...shop, item: [...objectsOf(shop.item), request('new', { description: 'theirs' })] };
    const { value, conflicts } = merge(shop, ours, stamped(theirs));
    expect(conflicts).toEqual([]);
    expect(itemsOf(value).filter(({ name }) => name === 'new')).toHaveLength(2);
  });

  it('reports a conflict if both sides moved a request to different folders', () => {
    const base = collection('Shop', folder('A'), folder('B'), fullRequest('one'));
    const ours = collection('Shop', folder('A', fullRequest('one')), folder('B'));
    const theirs = collection('Shop', folder('A'), folder('B', fullRequest('one')));
    expect(merge(base, ours, stamped(theirs)).conflicts).toMatchObject([
      { at: ['A', 'one', 'folder'], base: 'the root', ours: 'A', theirs: 'B' },
    ]);
  });

  it('loses nothing when the sides move two folders into each other', () => {
    const base = collection('Shop', folder('A', fullRequest('one')), folder('B', fullRequest('two')));
    const ours = collection('Shop', folder('B', fullRequest('two'), folder('A', fullRequest('one'))));
    const theirs = collection('Shop', folder('A', fullRequest('one'), folder('B', fullRequest('two'))));
    const { value, conflicts } = merge(base, ours, stamped(theirs));
    expect(conflicts).not.toEqual([]);
    expect(
      itemsOf(value)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['A', 'B', 'one', 'two']);
  });

  it('joins two compatible orders, and reports two contradictory ones', () => {
    const order = (...names: readonly string[]) => collection('Shop', ...names.map((name) => fullRequest(name)));
    const base = order('a', 'b', 'c', 'd');
    const joined = merge(base, order('b', 'a', 'c', 'd'), stamped(order('a', 'b', 'd', 'c')));
    expect(joined.conflicts).toEqual([]);
    expect(joined.value).toEqual(order('b', 'a', 'd', 'c'));
    const crossing = merge(order('a', 'b', 'c'), order('a', 'c', 'b'), stamped(order('b', 'a', 'c')));
    expect(crossing.conflicts).toMatchObject([{ at: ['order of items'] }]);
  });

  it('keeps the fields that Postman does not know and drops', () => {
    const dropped = changed(1, ({ 'x-unknown': _, ...rest }) => rest);
    expect(merge(shop, shop, stamped(dropped)).value).toEqual(shop);
  });

  it('ignores ids, and adds none to a file without ids', () => {
    const theirs = { ...shop, item: [...objectsOf(shop.item), request('new')] };
    expect(merge(shop, shop, stamped(theirs)).value).toEqual(theirs);
  });

  it('gives a new item of Postman its id in a file that has ids', () => {
    const withIds = stamped(shop);
    const theirs = stamped({ ...shop, item: [...objectsOf(shop.item), request('new')] });
    const added = objectsOf(theirs.item).at(-1);
    const { value } = merge(withIds, withIds, theirs);
    expect(objectsOf(value.item).at(-1)).toEqual({ id: added?.id, ...request('new') });
  });

  it('sends every item that Postman has under its id there', () => {
    const theirs = stamped(changed(1, inRequest({ method: 'POST' })), 500);
    const ours = { ...changed(3, inRequest({ method: 'PUT' })) };
    const { value } = merge(shop, ours, theirs, { prefer: 'ours', purpose: 'remote' });
    expect(itemsOf(value).map(({ id }) => id)).toEqual(itemsOf(theirs).map(({ id }) => id));
  });

  it('marks the values of an authentication as secret', () => {
    const token = (value: string) =>
      changed(1, inRequest({ auth: { type: 'bearer', bearer: [{ key: 'token', value, type: 'string' }] } }));
    expect(merge(token('a'), token('b'), stamped(token('c'))).conflicts).toMatchObject([
      { at: ['Orders', 'list', 'auth', 'token'], isSecret: true },
    ]);
  });
});
