import {
  isObject,
  type JsonObject,
  type JsonValue,
  objectsOf,
  omit,
  omitUndefined,
  same,
  textOf,
} from '../../lib/json.ts';

/** Splits a URL into parts as Postman does. Variables such as `{{host}}` stay as they are; absent parts have no key. */
export function urlParts(raw: string): JsonObject {
  const [, address = '', query, hash] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(raw) ?? [];
  const [, protocol, authority = '', path] = /^(?:([^/]*?):\/\/)?([^/]*)(?:\/(.*))?$/s.exec(address) ?? [];
  const [, host = '', port] = /^(.*?)(?::(\d+))?$/s.exec(authority) ?? [];
  return omitUndefined<JsonObject>({
    protocol,
    host: host === '' ? undefined : host.split('.'),
    port,
    path: path?.split('/'),
    query: query?.split('&').map(parameter),
    hash,
  });
}

function parameter(text: string): JsonObject {
  const [, key = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  return omitUndefined<JsonObject>({ key, value });
}

/** Keys of a URL object whose values are also in `raw`. */
export const PARTS = new Set(['protocol', 'host', 'port', 'path', 'query', 'hash']);

/**
 * A URL as an object without the parts that only repeat `raw`. If parts and `raw` disagree, all of them are kept. A URL
 * without `raw` gets it, and an empty variable for a `:name` in the path is left out: the server adds both.
 */
export function withoutRepetition(url: JsonValue | undefined): JsonObject | undefined {
  if (typeof url === 'string') return url === '' ? undefined : { raw: url };
  if (!isObject(url)) return undefined;
  const { raw } = url;
  if (raw === '' && Object.keys(url).length === 1) return undefined;
  const listed = withoutEmptyVariables(withLists(url));
  const whole = typeof raw === 'string' ? listed : { ...listed, raw: rawUrl(listed) };
  if (typeof whole.raw !== 'string') return whole;
  const rest = omit(whole, PARTS);
  return same({ ...rest, ...urlParts(whole.raw) }, whole) ? rest : whole;
}

/** Host and path as lists; v2.1 also allows strings. */
const withLists = (url: JsonObject): JsonObject => ({
  ...url,
  ...(typeof url.host === 'string' ? { host: url.host === '' ? undefined : url.host.split('.') } : {}),
  ...(typeof url.path === 'string' ? { path: url.path.replace(/^\//, '').split('/') } : {}),
});

function withoutEmptyVariables(url: JsonObject): JsonObject {
  const variables = objectsOf(url.variable);
  const path = Array.isArray(url.path) ? url.path : String(url.raw ?? '').split(/[/?#]/);
  const isImplied = ({ key, value, ...rest }: JsonObject): boolean =>
    (value === undefined || value === null || value === '') &&
    path.includes(`:${key}`) &&
    Object.values(omit(rest, ID)).every((entry) => entry === undefined || entry === null);
  const kept = variables.filter((variable) => !isImplied(variable));
  if (kept.length === variables.length) return url;
  return kept.length === 0 ? omit(url, VARIABLE) : { ...url, variable: kept };
}

const ID = new Set(['id']);
const VARIABLE = new Set(['variable']);

/**
 * Composes the text of a URL from its parts, as Postman does: without disabled parameters. Undefined for invalid parts.
 */
export function rawUrl({ protocol, host, port, path, query, hash }: JsonObject): string | undefined {
  const [hosts, steps] = [texts(host), texts(path)];
  if (!hosts || !steps) return undefined;
  const enabled = objectsOf(query).filter(({ disabled }) => disabled !== true);
  const search = enabled.map(({ key, value }) =>
    value === undefined || value === null ? `${key ?? ''}` : `${key ?? ''}=${value}`,
  );
  return [
    textOf(protocol) ? `${String(protocol).replace(/:(\/\/)?$/, '')}://` : '',
    hosts.join('.'),
    port === undefined || port === null || port === '' ? '' : `:${port}`,
    path === undefined || path === null ? '' : `/${steps.join('/')}`,
    search.length > 0 ? `?${search.join('&')}` : '',
    textOf(hash) ? `#${hash}` : '',
  ].join('');
}

function texts(parts: JsonValue | undefined): readonly string[] | undefined {
  const list: JsonValue = parts ?? [];
  if (!Array.isArray(list)) return undefined;
  return list.every((part: JsonValue) => typeof part === 'string') ? (list as readonly string[]) : undefined;
}
