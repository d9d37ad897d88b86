import { type JsonObject, keysOf, objectOf, objectsOf, same, textOf } from '../../lib/json.ts';
import { movedEntries } from '../../lib/moved.ts';
import { changed, type Diff, type Difference, type DifferencePlace, renamed } from '../../model/diff.ts';
import { diffRows, movedTo } from '../diff-rows.ts';
import { diffExamples } from './example-diff.ts';
import { idOf, itemName } from './items.ts';
import { diffAuth, diffDescription, diffRequest } from './request-diff.ts';
import { diffScripts } from './script-diff.ts';

/** An item with its place. */
interface PlacedItem {
  readonly item: JsonObject;
  /** Names of the folders around it. */
  readonly path: DifferencePlace;
  /** Its id, or else type and names: some answers of Postman lack ids. */
  readonly key: string;
  /** The folder's key; empty at the root. */
  readonly parentKey: string;
  readonly isFolder: boolean;
}

/**
 * The differences that an update makes. Items are matched by id, so `after` must come from `graft`. A folder that is
 * added or removed as a whole is one difference.
 */
export function diffCollections(before: JsonObject, after: JsonObject): Diff {
  const [was, is] = [placedItems(before), placedItems(after)];
  const [wasByKey, isByKey] = [byKey(was), byKey(is)];
  return [
    ...diffInfo(before, after),
    ...diffOwner(before, after, []),
    ...is.flatMap((now) => {
      const then = wasByKey.get(now.key);
      return then ? diffItem(then, now) : addedOrRemoved('added', now, wasByKey);
    }),
    ...was.flatMap((then) => (isByKey.has(then.key) ? [] : addedOrRemoved('removed', then, isByKey))),
    ...diffOrder(before, after, []),
  ];
}

const itemWord = (isFolder: boolean): string => (isFolder ? 'folder' : 'request');

const differenceOf = (change: Difference['change'], { item, path, isFolder }: PlacedItem): Difference => ({
  change,
  what: itemWord(isFolder),
  path: [...path, itemName(item)],
});

/**
 * A request or folder that only one version has. Empty if the version also lacks its folder, which is reported instead.
 */
function addedOrRemoved(change: 'added' | 'removed', item: PlacedItem, others: ReadonlyMap<string, PlacedItem>): Diff {
  if (item.parentKey !== '' && !others.has(item.parentKey)) return [];
  const difference = differenceOf(change, item);
  return [item.isFolder ? { ...difference, requests: requestsOnlyIn(item.item, others) } : difference];
}

/** Number of requests below a folder that the other version lacks. */
function requestsOnlyIn(folder: JsonObject, others: ReadonlyMap<string, PlacedItem>): number {
  let requests = 0;
  for (const item of objectsOf(folder.item)) {
    const id = idOf(item);
    if (Array.isArray(item.item)) requests += requestsOnlyIn(item, others);
    else if (id === undefined || !others.has(id)) requests += 1;
  }
  return requests;
}

function placedItems(owner: JsonObject, path: DifferencePlace = [], parentKey = ''): readonly PlacedItem[] {
  return objectsOf(owner.item).flatMap((item) => {
    const here = [...path, itemName(item)];
    const isFolder = Array.isArray(item.item);
    const key = idOf(item) ?? JSON.stringify([isFolder, ...here]);
    return [{ item, path, key, parentKey, isFolder }, ...placedItems(item, here, key)];
  });
}

const byKey = (items: readonly PlacedItem[]): ReadonlyMap<string, PlacedItem> =>
  new Map(items.map((item) => [item.key, item]));

function diffInfo(before: JsonObject, after: JsonObject): Diff {
  const [was, is] = [objectOf(before.info), objectOf(after.info)];
  const others = keysOf(was, is).filter((key) => !INFO.has(key) && !same(was[key], is[key]));
  return [
    ...renamed('collection', { was: textOf(was.name) ?? '', is: textOf(is.name) ?? '', path: [] }),
    ...diffDescription({ was: was.description, is: is.description, path: [] }),
    ...others.map((key) => changed(key, [])),
  ];
}

const INFO = new Set(['name', 'description']);

function diffItem(then: PlacedItem, now: PlacedItem): Diff {
  const path = [...now.path, itemName(now.item)];
  return [
    ...movedToFolder(then, now),
    ...renamed(itemWord(now.isFolder), { was: itemName(then.item), is: itemName(now.item), path }),
    ...diffRequest({ was: then.item.request, is: now.item.request, path }),
    ...diffOwner(then.item, now.item, path),
    ...diffExamples(then.item, now.item, path),
  ];
}

const movedToFolder = (then: PlacedItem, now: PlacedItem): Diff =>
  then.parentKey === now.parentKey
    ? []
    : [{ ...differenceOf('moved', now), before: folderText(then), after: folderText(now) }];

const folderText = ({ path }: PlacedItem): string => path.join(' / ') || 'the root';

/** Keys that have their own comparison, and keys that are ignored. */
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

/** Items that have another place in the same folder. */
function diffOrder(before: JsonObject, after: JsonObject, path: DifferencePlace): Diff {
  const old = new Map(objectsOf(before.item).map((item) => [idOf(item), item]));
  const items = new Map(objectsOf(after.item).map((item) => [itemKey(item), item]));
  const below = objectsOf(after.item).flatMap((item) => {
    const then = old.get(idOf(item));
    return then && Array.isArray(item.item) ? diffOrder(then, item, [...path, itemName(item)]) : [];
  });
  const moved = movedEntries(objectsOf(before.item).map(itemKey), [...items.keys()]);
  const what = (key: string): string => itemWord(Array.isArray(items.get(key)?.item));
  return [...movedTo(moved, { what, name: (key) => itemName(items.get(key) ?? {}), path }), ...below];
}

const itemKey = (item: JsonObject): string => idOf(item) ?? itemName(item);
