import { isObject, type JsonValue } from '../lib/json.ts';
import { type ApiNode, type Documents, decoded } from './documents.ts';
import { type Exchange, headerOf } from './exchange.ts';
import type { ApiParameter } from './operations.ts';

/** Whether a schema describes a list, an object or another value. Follows references, `allOf`, `oneOf` and `anyOf`. */
export function shapeOf(documents: Documents, schema: ApiNode | undefined, depth = 0): 'array' | 'object' | 'scalar' {
  const found = schema && documents.object(schema);
  if (!found || depth > 8) return 'scalar';
  const types = [found.value.type].flat();
  if (types.includes('array') || found.value.items !== undefined) return 'array';
  if (types.includes('object') || found.value.properties !== undefined) return 'object';
  for (const keyword of ['allOf', 'oneOf', 'anyOf']) {
    const list = documents.child(found, keyword);
    const count = Array.isArray(list.value) ? list.value.length : 0;
    for (let index = 0; index < count; index += 1) {
      const shape = shapeOf(documents, documents.child(list, index), depth + 1);
      if (shape !== 'scalar') return shape;
    }
  }
  return 'scalar';
}

/** Sources of parameter values. */
export interface ParameterSource {
  readonly exchange: Exchange;
  /** Values of path templates. */
  readonly path: ReadonlyMap<string, string>;
  /** Decoded query parameters, in order. */
  readonly query: readonly (readonly [string, string])[];
}

/** The text of a URL's query. */
const queryText = (url: string): string => /\?([^#]*)/.exec(url)?.[1] ?? '';

/**
 * The query parameters of a URL, percent-decoded. A `+` stands for itself: OpenAPI's styles follow RFC 6570, which does
 * not use it for spaces (OpenAPI 3.2, appendix E.4).
 */
export const queryOf = (url: string): ParameterSource['query'] => splitPairs(queryText(url), decoded);

/** The query parameters of a URL as a server reads them that decodes queries like forms: a `+` is a space. */
export const formQueryOf = (url: string): ParameterSource['query'] => pairsOf(queryText(url));

/** The fields of a form. */
export const pairsOf = (text: string): ParameterSource['query'] => splitPairs(text, decodeField);

const decodeField = (text: string): string => decoded(text.replaceAll('+', ' '));

function splitPairs(text: string, decode: (text: string) => string): ParameterSource['query'] {
  const parts = text.split('&').filter((part) => part !== '');
  return parts.map((part) => {
    const at = part.indexOf('=');
    const [name, value] = at === -1 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    return [decode(name), decode(value)] as const;
  });
}

/** A parameter's value as strings in the structure of its schema; undefined if it was not sent. */
export function parameterValue(
  parameter: ApiParameter,
  { source, shape }: { readonly source: ParameterSource; readonly shape: 'array' | 'object' | 'scalar' },
): JsonValue | undefined {
  switch (parameter.in) {
    case 'query':
      return queryValue(parameter, { query: source.query, shape });
    case 'path':
      return simple(source.path.get(parameter.name), shape);
    case 'header':
      return simple(headerOf(source.exchange.requestHeaders, parameter.name), shape);
    case 'cookie':
      return simple(cookieOf(headerOf(source.exchange.requestHeaders, 'cookie') ?? '', parameter.name), shape);
  }
}

/** The style `simple`: `a,b,c`. Objects in this style are not parsed. */
export function simple(text: string | undefined, shape: 'array' | 'object' | 'scalar'): JsonValue | undefined {
  if (text === undefined || shape === 'object') return undefined;
  return shape === 'array' ? text.split(',').map((part) => part.trim()) : text;
}

const cookieOf = (cookies: string, name: string): string | undefined =>
  cookies
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);

const SEPARATORS: Readonly<Record<string, RegExp>> = { form: /,/, spaceDelimited: /[ ,]/, pipeDelimited: /\|/ };

function queryValue(
  { name, style = 'form', explode = style === 'form' }: ApiParameter,
  { query, shape }: { readonly query: ParameterSource['query']; readonly shape: 'array' | 'object' | 'scalar' },
): JsonValue | undefined {
  if (shape === 'object') return style === 'deepObject' ? deepObject(query, name) : undefined;
  const values = query
    .filter(([key]) => key === name || (shape === 'array' && key === `${name}[]`))
    .map(([, value]) => value);
  const [first] = values;
  if (first === undefined) return undefined;
  if (shape === 'scalar') return first;
  return explode || values.length > 1 ? values : first.split(SEPARATORS[style] ?? /,/);
}

/** Parses `filter[name]=x` to an object; skips deeper levels. */
function deepObject(query: ParameterSource['query'], name: string): JsonValue | undefined {
  const prefix = `${name}[`;
  const entries = query.filter(([key]) => key.startsWith(prefix) && key.indexOf(']') === key.length - 1);
  return entries.length > 0
    ? Object.fromEntries(entries.map(([key, value]) => [key.slice(prefix.length, -1), value]))
    : undefined;
}

/** The fields of a form as an object. Repeated fields, and fields declared as lists, become lists. */
export function formValue(pairs: ParameterSource['query'], isList: (name: string) => boolean): JsonValue {
  const fields = new Map<string, JsonValue>();
  for (const [written, value] of pairs) {
    const name = written.replace(/\[\d*\]$/, '');
    const known = fields.get(name);
    const isMany = isList(name) || known !== undefined;
    fields.set(name, isMany ? ([...(known === undefined ? [] : [known].flat()), value] as JsonValue) : value);
  }
  return Object.fromEntries(fields);
}

/** Whether an object's declared property is a list. */
export const isListIn =
  (documents: Documents, schema: ApiNode) =>
  (name: string): boolean => {
    const object = documents.object(schema);
    if (!object || !isObject(object.value.properties)) return false;
    return shapeOf(documents, documents.child(object, 'properties', name)) === 'array';
  };
