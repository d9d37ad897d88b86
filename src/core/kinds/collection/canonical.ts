import { isObject, type JsonObject, type JsonValue, mapped } from '../../lib/json.ts';
import { stripCollection } from './strip.ts';
import { withoutRepetition } from './url.ts';

/**
 * A collection in the form that is compared. Postman writes the same thing in several ways and fills in what was left
 * out: a URL as a string or in parts, a script as a text or as lines, a list that is empty or not there at all.
 */
export function canonicalCollection(collection: JsonObject): JsonObject {
  const { info, ...stripped } = stripCollection(collection);
  return { ...canonicalOwner(stripped), ...(isObject(info) ? { info: lean(info) } : {}) };
}

/** The collection, a folder or a request with what belongs to it. */
export const canonicalOwner = (owner: JsonObject): JsonObject =>
  lean({
    ...owner,
    ...authIn(owner),
    ...mapped(owner, 'item', canonicalOwner),
    ...requestIn(owner, 'request'),
    ...mapped(owner, 'response', (example) =>
      lean({ ...withEntries(example), ...requestIn(example, 'originalRequest') }),
    ),
    ...mapped(owner, 'event', canonicalEvent),
    ...mapped(owner, 'variable', canonicalEntry),
  });

/** Parameters of an auth in the order of their keys: Postman answers them in an order of its own. */
function authIn({ auth }: JsonObject): JsonObject {
  if (!isObject(auth)) return {};
  const keyOf = (row: JsonValue): string => (isObject(row) ? String(row.key) : '');
  const entries = Object.entries(auth).map(([key, rows]) => [
    key,
    Array.isArray(rows) ? [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) : rows,
  ]);
  return { auth: Object.fromEntries(entries) };
}

/** What means the same whether it is empty or not there. */
export const OPTIONAL: ReadonlySet<string> = new Set([
  'cookie',
  'description',
  'event',
  'header',
  'packages',
  'protocolProfileBehavior',
  'requests',
  'response',
  'variable',
]);

/** Without what is optional and empty; a description as its text. */
function lean(object: JsonObject): JsonObject {
  const entries = Object.entries(object).filter(
    ([key, value]) => value !== undefined && !(OPTIONAL.has(key) && isEmpty(value)),
  );
  return isObject(object.description)
    ? { ...Object.fromEntries(entries), ...described(object) }
    : Object.fromEntries(entries);
}

/** Whether a value is an empty text, list or object. */
export const isEmpty = (value: JsonValue | undefined): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** A description of plain text as that text, wherever it stands. */
export function described({ description }: JsonObject): JsonObject {
  if (!isObject(description) || typeof description.content !== 'string') return {};
  const { content, type, ...rest } = description;
  const isPlain = type === undefined || type === 'text/plain' || type === 'text/markdown';
  return isPlain && Object.keys(rest).length === 0 ? { description: content } : {};
}

function requestIn(owner: JsonObject, key: 'request' | 'originalRequest'): JsonObject {
  const request = typeof owner[key] === 'string' ? { url: owner[key] } : owner[key];
  if (!isObject(request)) return {};
  const { url, body, ...rest } = request;
  return {
    [key]: lean({
      ...withEntries(rest),
      ...authIn(rest),
      method: request.method ?? 'GET',
      url: canonicalUrl(url),
      body: isObject(body) ? withEntries(body) : body,
    }),
  };
}

/** A URL in the form that is compared. */
export const canonicalUrl = (url: JsonValue | undefined): JsonObject | undefined =>
  withoutRepetition(isObject(url) ? lean(withEntries(url)) : url);

const LISTS = ['header', 'query', 'variable', 'urlencoded', 'formdata'] as const;

/** With lists of keys and values, wherever they stand, in the form that is compared. */
export function withEntries(owner: JsonObject): JsonObject {
  const lists = LISTS.filter((key) => key in owner);
  return Object.assign({}, owner, ...lists.map((key) => mapped(owner, key, canonicalEntry)));
}

/** The type that an entry has when none is given goes by several names. */
const PLAIN_TYPES: ReadonlySet<unknown> = new Set(['any', 'default', 'text']);

/** A row of a list of keys and values in the form that is compared. Postman repeats the key of an example's header as its name. */
export const canonicalEntry = (entry: JsonObject): JsonObject =>
  lean({
    ...entry,
    name: entry.name === entry.key ? undefined : entry.name,
    type: PLAIN_TYPES.has(entry.type) ? undefined : entry.type,
    disabled: entry.disabled === false ? undefined : entry.disabled,
  });

/** A script in the form that is compared: as a list of lines. */
export function canonicalEvent(event: JsonObject): JsonObject {
  const { script } = event;
  if (!isObject(script)) return event;
  return { ...event, script: lean({ ...script, type: script.type ?? 'text/javascript', exec: linesOf(script.exec) }) };
}

/** A script's lines, whether they come as one text or as a list. */
function linesOf(exec: JsonValue | undefined): JsonValue | undefined {
  const lines: JsonValue = typeof exec === 'string' ? [exec] : (exec ?? null);
  if (!Array.isArray(lines)) return lines;
  return lines.flatMap((line: JsonValue): readonly JsonValue[] =>
    typeof line === 'string' && /[\r\n]/.test(line) ? line.replace(/\r$/, '').split(/\r?\n/) : [line],
  );
}
