import { isObject, type JsonObject, keysOf, objectsOf, same, textOf } from '../../lib/json.ts';
import { movedEntries } from '../../lib/moved.ts';
import { changed, type Diff, type Difference, type DifferencePlace } from '../../model/diff.ts';
import { diffRows, movedTo } from '../diff-rows.ts';
import { diffExamples } from './example-diff.ts';
import { idOf, itemName } from './items.ts';
import { diffAuth, diffDescription, diffRequest } from './request-diff.ts';
import { diffScripts } from './script-diff.ts';

/** An item with its place. */
interface Placed {
  readonly item: JsonObject;
  readonly path: DifferencePlace;
  /** Its id, or else its place: some responses of Postman lack ids. */
  readonly key: string;
  readonly parentKey: string;
  readonly isFolder: boolean;
}

/**
 * The differences that an update makes. Items are matched by id, so `after` must come from `graft`. A folder that is added
 * or removed as a whole is one difference.
 */
export function diffCollections(before: JsonObject, after: JsonObject): Diff {
  const [was, is] = [placed(before), placed(after)];
  const [old, kept] = [byKey(was), byKey(is)];
  return [
    ...diffInfo(before, after),
    ...diffOwner(before, after, []),
    ...is.flatMap((now) => {
      const then = old.get(now.key);
      return then ? diffItem(then, now) : whole('added', now, old);
    }),
    ...was.flatMap((then) => (kept.has(then.key) ? [] : whole('removed', then, kept))),
    ...diffOrder(before, after, []),
  ];
}

const entry = (change: Difference['change'], { item, path, isFolder }: Placed): Difference => ({
  change,
  what: isFolder ? 'folder' : 'request',
  path: [...path, itemName(item)],
});

/** A request or folder that only one side has; nothing where that holds for its folder, too. */
function whole(change: 'added' | 'removed', placed: Placed, others: ReadonlyMap<string, Placed>): Diff {
  if (placed.parentKey !== '' && !others.has(placed.parentKey)) return [];
  const told = entry(change, placed);
  return [placed.isFolder ? { ...told, requests: requestsIn(placed.item, others) } : told];
}

/** Requests below a folder that the other side does not have either. */
const requestsIn = (folder: JsonObject, others: ReadonlyMap<string, Placed>): number =>
  objectsOf(folder.item).reduce((sum, item) => {
    if (Array.isArray(item.item)) return sum + requestsIn(item, others);
    const id = idOf(item);
    return sum + (id !== undefined && others.has(id) ? 0 : 1);
  }, 0);

function placed(owner: JsonObject, path: DifferencePlace = [], parentKey = ''): readonly Placed[] {
  return objectsOf(owner.item).flatMap((item) => {
    const here = [...path, itemName(item)];
    const isFolder = Array.isArray(item.item);
    const key = idOf(item) ?? JSON.stringify([isFolder, ...here]);
    return [{ item, path, key, parentKey, isFolder }, ...placed(item, here, key)];
  });
}

const byKey = (items: readonly Placed[]): ReadonlyMap<string, Placed> => new Map(items.map((item) => [item.key, item]));

function diffInfo(before: JsonObject, after: JsonObject): Diff {
  const [was, is] = [infoOf(before), infoOf(after)];
  const [wasName, isName] = [textOf(was.name) ?? '', textOf(is.name) ?? ''];
  const renamed: Diff =
    wasName === isName ? [] : [{ change: 'renamed', what: 'collection', path: [], before: wasName, after: isName }];
  const others = keysOf(was, is).filter((key) => !INFO.has(key) && !same(was[key], is[key]));
  const description = { was: was.description, is: is.description, path: [] };
  return [...renamed, ...diffDescription(description), ...others.map((key) => changed(key, []))];
}

const INFO = new Set(['name', 'description']);

const infoOf = (collection: JsonObject): JsonObject => (isObject(collection.info) ? collection.info : {});

function diffItem(then: Placed, now: Placed): Diff {
  const [wasName, isName] = [itemName(then.item), itemName(now.item)];
  const path = [...now.path, isName];
  const moved =
    then.parentKey === now.parentKey
      ? []
      : [
          {
            ...entry('moved', now),
            before: then.path.join(' / ') || 'the root',
            after: now.path.join(' / ') || 'the root',
          },
        ];
  const renamed = wasName === isName ? [] : [{ ...entry('renamed', now), before: wasName, after: isName }];
  return [
    ...moved,
    ...renamed,
    ...diffRequest({ was: then.item.request, is: now.item.request, path }),
    ...diffOwner(then.item, now.item, path),
    ...diffExamples(then.item, now.item, path),
  ];
}

/** Keys with a differ of their own, and keys that are ignored. */
const OWN = new Set(
  [
    ['info', 'item', 'request', 'response', 'event', 'auth'],
    ['variable', 'description', 'name', 'id', 'uid'],
  ].flat(),
);

/** Differences that collections, folders and requests share: scripts, auth, variables, description and unknown keys. */
function diffOwner(before: JsonObject, after: JsonObject, path: DifferencePlace): Diff {
  const keys = keysOf(before, after).filter((key) => !OWN.has(key) && !same(before[key], after[key]));
  return [
    ...diffScripts(before, after, path),
    ...diffAuth({ was: before.auth, is: after.auth, path }),
    ...diffRows('variable', { was: objectsOf(before.variable), is: objectsOf(after.variable), path }),
    ...diffDescription({ was: before.description, is: after.description, path }),
    ...keys.map((key) => changed(key, path)),
  ];
}

/** Items that stayed in their folder in another order. */
function diffOrder(before: JsonObject, after: JsonObject, path: DifferencePlace): Diff {
  const old = new Map(objectsOf(before.item).map((item) => [idOf(item), item]));
  const items = new Map(objectsOf(after.item).map((item) => [itemKey(item), item]));
  const below = objectsOf(after.item).flatMap((item) => {
    const then = old.get(idOf(item));
    return then && Array.isArray(item.item) ? diffOrder(then, item, [...path, itemName(item)]) : [];
  });
  const moved = movedEntries(objectsOf(before.item).map(itemKey), [...items.keys()]);
  const what = (key: string): string => (Array.isArray(items.get(key)?.item) ? 'folder' : 'request');
  return [...movedTo(moved, { what, name: (key) => itemName(items.get(key) ?? {}), path }), ...below];
}

const itemKey = (item: JsonObject): string => idOf(item) ?? itemName(item);
