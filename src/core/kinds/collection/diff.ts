import { isObject, type JsonObject, keysOf, objectsOf, same, textOf } from '../../lib/json.ts';
import { changed, type Diff, type Difference, type DifferencePlace } from '../../model/diff.ts';
import { diffByKey } from '../variables.ts';
import { idOf } from './items.ts';
import { diffAuth, diffRequest } from './request-diff.ts';
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

/** The differences that an update makes. Items are matched by id, so `after` must come from `graft`. Shows no values of variables or headers. */
export function diffCollections(before: JsonObject, after: JsonObject): Diff {
  const [was, is] = [placed(before), placed(after)];
  const [old, kept] = [byKey(was), byKey(is)];
  return [
    ...diffInfo(before, after),
    ...diffOwner(before, after, []),
    ...is.flatMap((now) => {
      const then = old.get(now.key);
      return then ? diffItem(then, now) : [entry('added', now)];
    }),
    ...was.filter(({ key }) => !kept.has(key)).map((then) => entry('removed', then)),
    ...diffOrder(before, after, []),
  ];
}

const entry = (change: Difference['change'], { item, path, isFolder }: Placed): Difference => ({
  change,
  what: isFolder ? 'folder' : 'request',
  path: [...path, nameOf(item)],
});

function placed(owner: JsonObject, path: DifferencePlace = [], parentKey = ''): readonly Placed[] {
  return objectsOf(owner.item).flatMap((item) => {
    const here = [...path, nameOf(item)];
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
  const others = keysOf(was, is).filter((key) => key !== 'name' && !same(was[key], is[key]));
  return [...renamed, ...others.map((key) => changed(key, []))];
}

const infoOf = (collection: JsonObject): JsonObject => (isObject(collection.info) ? collection.info : {});

function diffItem(then: Placed, now: Placed): Diff {
  const [wasName, isName] = [nameOf(then.item), nameOf(now.item)];
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
const OWN = new Set(['info', 'item', 'request', 'response', 'event', 'auth', 'variable', 'name', 'id', 'uid']);

/** Differences that collections, folders and requests share: scripts, auth, variables, description and unknown keys. */
function diffOwner(before: JsonObject, after: JsonObject, path: DifferencePlace): Diff {
  const keys = keysOf(before, after).filter((key) => !OWN.has(key) && !same(before[key], after[key]));
  const variables = diffByKey(objectsOf(before.variable), objectsOf(after.variable));
  return [
    ...diffScripts(before, after, path),
    ...diffAuth({ was: before.auth, is: after.auth, path }),
    ...variables.map((difference) => ({ ...difference, path: [...path, ...difference.path] })),
    ...keys.map((key) => changed(key, path)),
  ];
}

function diffExamples(before: JsonObject, after: JsonObject, path: DifferencePlace): Diff {
  const [was, is] = [byId(before), byId(after)];
  const example = (change: Difference['change'], item: JsonObject): Difference => ({
    change,
    what: 'example',
    path: [...path, nameOf(item)],
  });
  return [
    ...objectsOf(after.response).flatMap((now) => {
      const then = was.get(idOf(now) ?? nameOf(now));
      if (!then) return [example('added', now)];
      const names = { before: nameOf(then), after: nameOf(now) };
      const renamed = names.before === names.after ? [] : [{ ...example('renamed', now), ...names }];
      const rest = same({ ...then, ...IDENTITY }, { ...now, ...IDENTITY }) ? [] : [example('changed', now)];
      return [...renamed, ...rest];
    }),
    ...[...was].filter(([id]) => !is.has(id)).map(([, then]) => example('removed', then)),
    ...reordered('order of examples', { was: [...was.keys()], is: [...is.keys()], path }),
  ];
}

/** Keys that are ignored in the comparison of examples. */
const IDENTITY = { id: null, uid: null, name: null };

const byId = (item: JsonObject): ReadonlyMap<string, JsonObject> =>
  new Map(objectsOf(item.response).map((example) => [idOf(example) ?? nameOf(example), example]));

/** Items that stayed in their folder in another order. */
function diffOrder(before: JsonObject, after: JsonObject, path: DifferencePlace): Diff {
  const old = new Map(objectsOf(before.item).map((item) => [idOf(item), item]));
  const below = objectsOf(after.item).flatMap((item) => {
    const then = old.get(idOf(item));
    return then && Array.isArray(item.item) ? diffOrder(then, item, [...path, nameOf(item)]) : [];
  });
  return [...reordered('order of items', { was: idsOf(before), is: idsOf(after), path }), ...below];
}

/** Whether the common entries of two lists have another order. */
function reordered(
  what: string,
  {
    was,
    is,
    path,
  }: { readonly was: readonly string[]; readonly is: readonly string[]; readonly path: DifferencePlace },
): Diff {
  const [wasSet, isSet] = [new Set(was), new Set(is)];
  const [common, now] = [was.filter((id) => isSet.has(id)), is.filter((id) => wasSet.has(id))];
  return common.join() === now.join() ? [] : [{ change: 'moved', what, path }];
}

const idsOf = (owner: JsonObject): readonly string[] => objectsOf(owner.item).map((item) => idOf(item) ?? nameOf(item));

const nameOf = (item: JsonObject): string => textOf(item.name) ?? 'unnamed';
