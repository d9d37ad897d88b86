import { isObject, type JsonObject, type JsonValue, mapObjectsAt, objectsOf, omit } from '../../lib/json.ts';
import { stripCollection } from './strip.ts';
import { withoutRepetition } from './url.ts';

/**
 * The canonical form of a collection. Postman adds defaults and writes a value in several ways: a URL as a string or in
 * parts, a script as a string or as lines, an empty list or none.
 */
export function canonicalCollection(collection: JsonObject): JsonObject {
  const { info, ...stripped } = stripCollection(collection);
  return { ...canonicalOwner(stripped), ...(isObject(info) ? { info: canonicalInfo(info) } : {}) };
}

/** A version is a string or an object of its parts (collection format v2.1, `version`). */
function canonicalInfo(info: JsonObject): JsonObject {
  const { version } = info;
  if (!isObject(version)) return lean(info);
  const { major = 0, minor = 0, patch = 0, identifier } = version;
  const numbers = [major, minor, patch].join('.');
  return lean({ ...info, version: identifier ? `${numbers}-${identifier}` : numbers });
}

/** Fields for display in the app. The API may drop them. */
const UNSTORED: ReadonlySet<string> = new Set([
  '_postman_isSubFolder',
  '_postman_previewlanguage',
  '_postman_previewtype',
]);

const UNSTORED_EMPTY: ReadonlySet<string> = new Set([...UNSTORED, 'body']);

/** The canonical form of a collection, a folder or a request, with everything in it. */
export const canonicalOwner = (owner: JsonObject): JsonObject =>
  lean({
    ...omit(owner, UNSTORED),
    ...authIn(owner),
    ...mapObjectsAt(owner, 'item', canonicalOwner),
    ...requestIn(owner, 'request'),
    ...mapObjectsAt(owner, 'response', (example) =>
      lean({
        ...withEntries(omit(example, example.body === '' ? UNSTORED_EMPTY : UNSTORED)),
        ...requestIn(example, 'originalRequest'),
      }),
    ),
    ...mapObjectsAt(owner, 'event', canonicalEvent),
    ...mapObjectsAt(owner, 'variable', canonicalEntry),
  });

/** Keys whose empty value means the same as an absent key. */
const OPTIONAL: ReadonlySet<string> = new Set([
  'cookie',
  'description',
  'event',
  'formdata',
  'header',
  'packages',
  'protocolProfileBehavior',
  'query',
  'requests',
  'response',
  'urlencoded',
  'variable',
]);

/** An object without empty optional keys, and with its description as text. */
function lean(object: JsonObject): JsonObject {
  const entries = Object.entries(object).filter(
    ([key, value]) => value !== undefined && !(OPTIONAL.has(key) && isEmpty(value)),
  );
  return { ...Object.fromEntries(entries), ...described(object) };
}

/** Whether a value is an empty string, list or object. */
export const isEmpty = (value: JsonValue | undefined): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** A description as a string: Postman's app and API also write it as an object. Empty if there is no description. */
export function described({ description }: JsonObject): JsonObject {
  const content = isObject(description) ? description.content : description;
  if (typeof content !== 'string') return {};
  return content === '' ? { description: undefined } : { description: content.replace(/\r\n/g, '\n') };
}

/** Auth parameters without their types, ordered by key: the server keeps neither type nor order. */
function authIn(owner: JsonObject): JsonObject {
  const { auth } = owner;
  if (!isObject(auth)) return {};
  const entries = Object.entries(auth).map(([key, parameters]) => [
    key,
    Array.isArray(parameters) ? byKey(objectsOf(parameters)) : parameters,
  ]);
  return { auth: Object.fromEntries(entries) };
}

const byKey = (parameters: readonly JsonObject[]): readonly JsonObject[] =>
  parameters.map((parameter) => omit(parameter, TYPE)).sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));

const TYPE: ReadonlySet<string> = new Set(['type']);

function requestIn(owner: JsonObject, key: 'request' | 'originalRequest'): JsonObject {
  const request = typeof owner[key] === 'string' ? { url: owner[key] } : owner[key];
  if (!isObject(request)) return {};
  const { url, body, ...rest } = request;
  return {
    [key]: lean({
      ...withEntries(rest),
      ...authIn(request),
      method: request.method ?? 'GET',
      url: canonicalUrl(url),
      body: isObject(body) ? (isEmpty(body) ? undefined : canonicalBody(body)) : body,
    }),
  };
}

/** The canonical form of a URL; undefined for an empty URL. */
export const canonicalUrl = (url: JsonValue | undefined): JsonObject | undefined =>
  withoutRepetition(isObject(url) ? lean(withEntries(url)) : url);

const LISTS = ['header', 'query', 'variable', 'urlencoded', 'formdata'] as const;

/** A copy whose lists of keys and values are canonical. */
function withEntries(owner: JsonObject): JsonObject {
  const lists = LISTS.filter((key) => key in owner);
  return Object.assign({}, owner, ...lists.map((key) => mapObjectsAt(owner, key, canonicalEntry)));
}

/** Names of the default type of an entry. The server only tells secret variables from others. */
const PLAIN_TYPES: ReadonlySet<unknown> = new Set(['any', 'boolean', 'default', 'number', 'string', 'text']);

/** The canonical form of an entry of keys and values. Postman repeats the key of an example's header as its name. */
export const canonicalEntry = (entry: JsonObject): JsonObject =>
  lean({
    ...entry,
    name: entry.name === entry.key ? undefined : entry.name,
    type: PLAIN_TYPES.has(entry.type) ? undefined : entry.type,
    disabled: entry.disabled === false ? undefined : entry.disabled,
  });

/** A body without the language that follows from its raw text: the server adds it. */
export function canonicalBody(body: JsonObject): JsonObject {
  const { options, ...rest } = withEntries(body);
  if (!isObject(options) || !isObject(options.raw)) return options === undefined ? rest : { ...rest, options };
  const { language, ...raw } = options.raw;
  const looksLikeJson = /^\s*[[{]/.test(String(body.raw ?? ''));
  const isImplied = language === (looksLikeJson ? 'json' : 'text');
  const others = omit({ ...options, raw: isImplied ? raw : options.raw }, isImplied && isEmpty(raw) ? RAW : NONE);
  return isEmpty(others) ? rest : { ...rest, options: others };
}

const RAW: ReadonlySet<string> = new Set(['raw']);
const NONE: ReadonlySet<string> = new Set();

/** The canonical form of an event: its script as a list of lines. */
export function canonicalEvent(event: JsonObject): JsonObject {
  const { script } = event;
  if (!isObject(script)) return event;
  return {
    ...event,
    script: lean({ ...script, type: script.type ?? 'text/javascript', exec: scriptLines(script.exec) }),
  };
}

/** A script's lines, from a string or a list; other values are returned unchanged. */
function scriptLines(exec: JsonValue | undefined): JsonValue | undefined {
  const lines: JsonValue = typeof exec === 'string' ? [exec] : (exec ?? null);
  if (!Array.isArray(lines)) return lines;
  return lines.flatMap((line: JsonValue): readonly JsonValue[] =>
    typeof line === 'string' && /[\r\n]/.test(line) ? line.replace(/\r$/, '').split(/\r?\n/) : [line],
  );
}
