import fc from 'fast-check';
import { isObject, type JsonObject, type JsonValue, objectsOf } from '../../src/core/lib/json.ts';
import { SCHEMA } from './collections.ts';

/** A change that somebody makes to a collection: an action on the n-th item, with a number that makes it their own. */
export interface Edit {
  readonly action: keyof typeof ACTIONS;
  readonly item: number;
  readonly mark: number;
}

type Change = (item: JsonObject, mark: number) => JsonObject;

const requestOf = (item: JsonObject): JsonObject => (isObject(item.request) ? item.request : {});

const onRequest =
  (change: (request: JsonObject, mark: number) => JsonObject): Change =>
  (item, mark) =>
    isObject(item.request) ? { ...item, request: { ...item.request, ...change(requestOf(item), mark) } } : item;

const append = (value: JsonValue | undefined, entry: JsonObject): JsonValue => [...objectsOf(value), entry];

const scriptOf = (item: JsonObject): readonly string[] => {
  const [event] = objectsOf(item.event);
  const script = isObject(event?.script) ? event.script : {};
  return Array.isArray(script.exec) ? script.exec.map(String) : [];
};

const withScript = (item: JsonObject, exec: readonly string[]): JsonObject => ({
  ...item,
  event: [{ listen: 'test', script: { type: 'text/javascript', exec: [...exec] } }],
});

/** What people do to a request or folder; each leaves a trace that names its mark. */
export const ACTIONS = {
  describe: (item, mark) => ({ ...item, description: `description ${mark}` }),
  'set the method': onRequest((_, mark) => ({ method: `M${mark}` })),
  'set the path': onRequest((request, mark) => withPath(request, mark)),
  'add a query parameter': onRequest((request, mark) => withQuery(request, mark)),
  'add a header': onRequest((request, mark) => ({ header: append(request.header, { key: `X-${mark}`, value: 'v' }) })),
  'change a header': onRequest((request, mark) => ({
    header: objectsOf(request.header).map((row, index) => (index === 0 ? { ...row, value: `value ${mark}` } : row)),
  })),
  'set the body': onRequest((_, mark) => ({ body: { mode: 'raw', raw: `{"mark": ${mark}}` } })),
  'change the first line': (item, mark) => withScript(item, [`// first ${mark}`, ...scriptOf(item).slice(1)]),
  'change the last line': (item, mark) => withScript(item, [...scriptOf(item).slice(0, -1), `// last ${mark}`]),
  'add a variable': (item, mark) => ({
    ...item,
    variable: append(item.variable, { key: `variable ${mark}`, value: '1' }),
  }),
  'add an example': (item, mark) =>
    isObject(item.request)
      ? { ...item, response: append(item.response, { name: `example ${mark}`, code: 200, body: `body ${mark}` }) }
      : item,
  'add a field that nobody knows': (item, mark) => ({ ...item, [`x-${mark}`]: { mark } }),
} as const satisfies Record<string, Change>;

function withPath(request: JsonObject, mark: number): JsonObject {
  const url = isObject(request.url) ? request.url : {};
  const query = objectsOf(url.query);
  return { url: composed({ ...url, path: [`path-${mark}`] }, query) };
}

function withQuery(request: JsonObject, mark: number): JsonObject {
  const url = isObject(request.url) ? request.url : {};
  return { url: composed(url, [...objectsOf(url.query), { key: `q${mark}`, value: '1' }]) };
}

function composed(url: JsonObject, query: readonly JsonObject[]): JsonObject {
  const path = Array.isArray(url.path) ? url.path : [];
  const text = query.map(({ key, value }) => `${key}=${value}`).join('&');
  return {
    ...url,
    raw: `{{baseUrl}}/${path.join('/')}${query.length > 0 ? `?${text}` : ''}`,
    ...(query.length > 0 ? { query } : {}),
  };
}

/** A request with something of everything. */
export const fullRequest = (name: string): JsonObject => ({
  name,
  event: [
    { listen: 'test', script: { type: 'text/javascript', exec: ['// first', '// a', '// b', '// c', '// last'] } },
  ],
  request: {
    method: 'GET',
    header: [
      { key: 'Accept', value: 'application/json' },
      { key: 'X-Trace', value: '1', disabled: true },
    ],
    url: { raw: `{{baseUrl}}/${name}`, host: ['{{baseUrl}}'], path: [name] },
  },
  response: [{ name: 'OK', code: 200, body: '{}' }],
  'x-unknown': { kept: true },
});

/** A collection of folders with requests, every name of its own. */
export const anyCollection: fc.Arbitrary<JsonObject> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
  .map((sizes) => ({
    info: { name: 'Shop', schema: SCHEMA },
    item: sizes.flatMap((size, folder) => [
      {
        name: `folder ${folder}`,
        item: Array.from({ length: size }, (_, index) => fullRequest(`request-${folder}-${index}`)),
      },
      fullRequest(`request-${folder}`),
    ]),
    variable: [{ key: 'baseUrl', value: 'http://localhost' }],
  }));

/** Every item of a collection, parents first. */
export const itemsOf = (owner: JsonObject): readonly JsonObject[] =>
  objectsOf(owner.item).flatMap((item) => [item, ...itemsOf(item)]);

/** The collection with one item replaced, or removed where there is nothing in its place. */
export const replaced = (owner: JsonObject, target: JsonObject | undefined, by: readonly JsonObject[]): JsonObject =>
  Array.isArray(owner.item)
    ? {
        ...owner,
        item: objectsOf(owner.item).flatMap((item) => (item === target ? by : [replaced(item, target, by)])),
      }
    : owner;

/** The collection after an edit. */
export function edited(collection: JsonObject, { action, item, mark }: Edit): JsonObject {
  const items = itemsOf(collection);
  const target = items[item % items.length];
  return target ? replaced(collection, target, [(ACTIONS[action] as Change)(target, mark)]) : collection;
}

/** Edits with marks from a range of their own, on items of one remainder: those of two remainders are independent. */
export const edits = (remainder: 0 | 1): fc.Arbitrary<readonly Edit[]> =>
  fc.array(
    fc.record({
      action: fc.constantFrom(...(Object.keys(ACTIONS) as (keyof typeof ACTIONS)[])),
      item: fc.nat(11).map((number) => number * 2 + remainder),
      mark: fc.nat(999).map((number) => number + 1000 * (remainder + 1)),
    }),
    { maxLength: 6 },
  );

/** Changes of the tree itself: items added, removed, moved to the root, renamed, put in another order. */
export type TreeEdit = { readonly action: (typeof TREE_ACTIONS)[number]; readonly item: number; readonly mark: number };

const TREE_ACTIONS = ['add', 'remove', 'rename', 'move to the root', 'reverse'] as const;

export const treeEdits: fc.Arbitrary<readonly TreeEdit[]> = fc.array(
  fc.record({ action: fc.constantFrom(...TREE_ACTIONS), item: fc.nat(20), mark: fc.nat(999) }),
  { maxLength: 4 },
);

/** The collection after a change of its tree. */
export function restructured(collection: JsonObject, { action, item, mark }: TreeEdit): JsonObject {
  const items = itemsOf(collection);
  const target = items[item % Math.max(1, items.length)];
  if (!target) return collection;
  switch (action) {
    case 'add':
      return { ...collection, item: [...objectsOf(collection.item), fullRequest(`new-${mark}`)] };
    case 'remove':
      return replaced(collection, target, []);
    case 'rename':
      return replaced(collection, target, [{ ...target, name: `renamed ${mark}` }]);
    case 'move to the root': {
      const without = replaced(collection, target, []);
      return { ...without, item: [...objectsOf(without.item), target] };
    }
    case 'reverse':
      return { ...collection, item: [...objectsOf(collection.item)].reverse() };
  }
}
