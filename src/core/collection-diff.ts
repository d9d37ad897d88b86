import { diffLines } from 'diff';
import type { Diff, Difference } from './diff.ts';
import { idOf } from './tree.ts';
import { isObject, type JsonObject, type JsonValue, objectsOf, sorted, textOf } from './json.ts';
import { diffByKey } from './variables.ts';

/** An item where it stands: its folder, and its place among the ids of its siblings. */
interface Placed {
  readonly item: JsonObject;
  readonly path: readonly string[];
  readonly parentId: string;
  readonly isFolder: boolean;
}

/** What an update changes in a collection: items by id, so that `after` must come from `graft`. No values of variables or headers. */
export function diffCollections(before: JsonObject, after: JsonObject): Diff {
  const [was, is] = [placedById(before), placedById(after)];
  const news = placed(after);
  return [
    ...diffInfo(before, after),
    ...diffOwner(before, after, []),
    ...diffByKey(objectsOf(before.variable), objectsOf(after.variable)),
    ...news.flatMap((now) => {
      const then = was.get(idOf(now.item) ?? '');
      return then ? diffItem(then, now) : [entry('added', now)];
    }),
    ...[...was].filter(([id]) => !is.has(id)).map(([, then]) => entry('removed', then)),
    ...diffOrder(before, after, []),
  ];
}

const entry = (change: Difference['change'], { item, path, isFolder }: Placed): Difference => ({
  change,
  what: isFolder ? 'folder' : 'request',
  path: [...path, textOf(item.name) ?? 'unnamed'],
});

function placed(owner: JsonObject, path: readonly string[] = [], parentId = ''): readonly Placed[] {
  return objectsOf(owner.item).flatMap((item) => {
    const self = { item, path, parentId, isFolder: Array.isArray(item.item) };
    return [self, ...placed(item, [...path, textOf(item.name) ?? 'unnamed'], idOf(item) ?? '')];
  });
}

const placedById = (owner: JsonObject): ReadonlyMap<string, Placed> =>
  new Map(
    placed(owner).flatMap((self) => (idOf(self.item) === undefined ? [] : [[idOf(self.item) ?? '', self] as const])),
  );

function diffInfo(before: JsonObject, after: JsonObject): Diff {
  const [was, is] = [infoOf(before), infoOf(after)];
  const [wasName, isName] = [textOf(was.name) ?? '', textOf(is.name) ?? ''];
  const renamed: Diff =
    wasName === isName ? [] : [{ change: 'renamed', what: 'collection', path: [], before: wasName, after: isName }];
  return [...renamed, ...(same(was.description, is.description) ? [] : [changed('description', [])])];
}

const infoOf = (collection: JsonObject): JsonObject => (isObject(collection.info) ? collection.info : {});

function diffItem(then: Placed, now: Placed): Diff {
  const [wasName, isName] = [textOf(then.item.name) ?? 'unnamed', textOf(now.item.name) ?? 'unnamed'];
  const path = [...now.path, isName];
  const moved =
    then.parentId === now.parentId
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
    ...diffRequest(then.item, now.item, path),
    ...diffOwner(then.item, now.item, path),
    ...diffExamples(then.item, now.item, path),
  ];
}

/** Keys with a differ of their own, or none of their own meaning. */
const COMPARED = new Set(['method', 'url', 'header', 'body', 'auth', 'description']);

function diffRequest(before: JsonObject, after: JsonObject, path: readonly string[]): Diff {
  const [was, is] = [requestOf(before), requestOf(after)];
  if (same(was, is)) return [];
  const others = keysOf(was, is).filter((key) => !COMPARED.has(key) && !same(was[key], is[key]));
  return [
    ...short('method', { was: textOf(was.method) ?? 'GET', is: textOf(is.method) ?? 'GET', path }),
    ...diffUrl(was.url, is.url, path),
    ...diffHeaders(was.header, is.header, path),
    ...['body', 'auth', 'description', ...others]
      .filter((key) => !same(was[key], is[key]))
      .map((key) => changed(key, path)),
  ];
}

const requestOf = (item: JsonObject): JsonObject =>
  isObject(item.request) ? item.request : typeof item.request === 'string' ? { url: item.request } : {};

function diffUrl(before: JsonValue | undefined, after: JsonValue | undefined, path: readonly string[]): Diff {
  const [was, is] = [shownUrl(before), shownUrl(after)];
  if (was !== is) return short('url', { was, is, path });
  return same(before, after) ? [] : [changed('url', path)];
}

/** A URL without its query and user: those may hold secrets. */
function shownUrl(url: JsonValue | undefined): string {
  const raw = isObject(url) ? (textOf(url.raw) ?? '') : typeof url === 'string' ? url : '';
  return raw.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//');
}

/** Headers by name alone: a value may be a credential. */
function diffHeaders(before: JsonValue | undefined, after: JsonValue | undefined, path: readonly string[]): Diff {
  if (same(before, after)) return [];
  const differences = diffByKey(objectsOf(before), objectsOf(after)).map((one) => ({
    ...one,
    what: 'header',
    path: [...path, ...one.path],
  }));
  return differences.length > 0 ? differences : [changed('headers', path)];
}

/** What collections, folders and requests have in common: scripts, auth, description and keys nobody knows. */
const OWN = new Set(['info', 'item', 'request', 'response', 'event', 'name', 'id', 'uid', 'variable']);

function diffOwner(before: JsonObject, after: JsonObject, path: readonly string[]): Diff {
  const keys = keysOf(before, after).filter((key) => !OWN.has(key) && !same(before[key], after[key]));
  return [...diffScripts(before, after, path), ...keys.map((key) => changed(key, path))];
}

function diffScripts(before: JsonObject, after: JsonObject, path: readonly string[]): Diff {
  const [was, is] = [scriptsOf(before), scriptsOf(after)];
  return keysOf(was, is)
    .filter((listen) => was[listen] !== is[listen])
    .map((listen) => ({
      change: was[listen] === undefined ? 'added' : is[listen] === undefined ? 'removed' : 'changed',
      what: `${listen === 'prerequest' ? 'pre-request' : listen} script`,
      path,
      lines: lineDiff(was[listen] ?? '', is[listen] ?? ''),
    }));
}

/** Scripts by the event they listen to. */
function scriptsOf(owner: JsonObject): Readonly<Record<string, string>> {
  const scripts: Record<string, string> = {};
  for (const event of objectsOf(owner.event)) {
    const exec = isObject(event.script) ? event.script.exec : undefined;
    const text = Array.isArray(exec) ? exec.map(String).join('\n') : textOf(exec);
    const listen = textOf(event.listen) ?? 'other';
    if (text) scripts[listen] = `${scripts[listen] === undefined ? '' : `${scripts[listen]}\n`}${text}`;
  }
  return scripts;
}

/** Changed lines with one line of context around them. */
function lineDiff(before: string, after: string): readonly string[] {
  const lines = diffLines(before.replace(/\n?$/, '\n'), after.replace(/\n?$/, '\n')).flatMap(
    ({ value, added, removed }) =>
      value
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => `${added ? '+' : removed ? '-' : ' '}${line}`),
  );
  return lines.filter(
    (line, at) => !line.startsWith(' ') || [lines[at - 1], lines[at + 1]].some((near) => near && !near.startsWith(' ')),
  );
}

function diffExamples(before: JsonObject, after: JsonObject, path: readonly string[]): Diff {
  const [was, is] = [byId(before), byId(after)];
  const example = (change: Difference['change'], item: JsonObject): Difference => ({
    change,
    what: 'example',
    path: [...path, textOf(item.name) ?? 'unnamed'],
  });
  return [
    ...objectsOf(after.response).flatMap((now) => {
      const then = was.get(idOf(now) ?? '');
      if (!then) return [example('added', now)];
      return same({ ...then, uid: null, id: null }, { ...now, uid: null, id: null }) ? [] : [example('changed', now)];
    }),
    ...[...was].filter(([id]) => !is.has(id)).map(([, then]) => example('removed', then)),
  ];
}

const byId = (item: JsonObject): ReadonlyMap<string, JsonObject> =>
  new Map(objectsOf(item.response).map((example) => [idOf(example) ?? '', example]));

/** Siblings that stayed in their folder but stand in another order. */
function diffOrder(before: JsonObject, after: JsonObject, path: readonly string[]): Diff {
  const [was, is] = [idsOf(before), idsOf(after)];
  const [wasSet, isSet] = [new Set(was), new Set(is)];
  const [common, now] = [was.filter((id) => isSet.has(id)), is.filter((id) => wasSet.has(id))];
  const here: Diff = common.join() === now.join() ? [] : [{ change: 'moved', what: 'order of items', path }];
  const old = new Map(objectsOf(before.item).map((item) => [idOf(item), item]));
  const below = objectsOf(after.item).flatMap((item) => {
    const then = old.get(idOf(item));
    return then && Array.isArray(item.item) ? diffOrder(then, item, [...path, textOf(item.name) ?? 'unnamed']) : [];
  });
  return [...here, ...below];
}

const idsOf = (owner: JsonObject): readonly string[] => objectsOf(owner.item).map((item) => idOf(item) ?? '');

const keysOf = (a: object, b: object): readonly string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

const same = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const changed = (what: string, path: readonly string[]): Difference => ({ change: 'changed', what, path });

const short = (
  what: string,
  { was, is, path }: { readonly was: string; readonly is: string; readonly path: readonly string[] },
): Diff => (was === is ? [] : [{ ...changed(what, path), before: was, after: is }]);
