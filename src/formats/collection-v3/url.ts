import { urlParts } from '../../core/kinds/collection/url.ts';
import { isObject, type JsonObject, objectsOf, omitUndefined } from '../../core/lib/json.ts';
import { type Entries, entryList } from './entries.ts';
import { note, type Part } from './reading.ts';

/** The parts of a request or example that make up its URL. */
export interface UrlSource {
  readonly url?: string | undefined;
  readonly queryParams?: Entries | undefined;
  readonly pathVariables?: Entries | undefined;
}

/**
 * The URL in the form of v2.1. For a parameter in both the URL and `queryParams`, the value in `queryParams` counts.
 */
export function urlOf(part: Part<UrlSource>): JsonObject {
  const { value, file, at, reading } = part;
  const text = value.url ?? '';
  const params = { ...part, value: value.queryParams, at: [...at, 'queryParams'] };
  const listed = value.queryParams === undefined ? undefined : entryList(params);
  if (listed) compareQueries(text, { query: listed, part: params });
  const raw = listed ? withQuery(text, listed) : text;
  const variable = entryList({ ...part, value: value.pathVariables, at: [...at, 'pathVariables'] });
  const { query: written, ...parts } = partsOf(raw);
  const query = listed ? mergeQueries(objectsOf(partsOf(text).query), listed) : written;
  const url = omitUndefined<JsonObject>({
    raw,
    ...parts,
    query: Array.isArray(query) && query.length === 0 ? undefined : query,
    variable: variable.length > 0 ? variable : undefined,
  });
  return reading.mark(url, {
    file,
    at: [...at, 'url'],
    fields: { query: listed ? params.at : [...at, 'url'], variable: [...at, 'pathVariables'], raw: [...at, 'url'] },
  });
}

/** Parameters that only the URL has, then all of `queryParams`: the order of Postman CLI 1.62.0. */
function mergeQueries(own: readonly JsonObject[], listed: readonly JsonObject[]): readonly JsonObject[] {
  const names = new Set(listed.map(({ key }) => key ?? ''));
  return [...own.filter(({ key }) => !names.has(key ?? '') && key !== ''), ...listed];
}

/** Splits a URL. The name of a variable may have any character: `{{a/b?c}}` is not split. */
function partsOf(raw: string): JsonObject {
  const names: string[] = [];
  const masked = raw.replace(/\{\{[^{}]*[/?#:&=.@][^{}]*\}\}/g, (name) => {
    names.push(name);
    return `\uE000${names.length - 1}\uE001`;
  });
  const parts = urlParts(masked);
  if (names.length === 0) return parts;
  const text = JSON.stringify(parts).replace(/\uE000(\d+)\uE001/g, (_, index) =>
    JSON.stringify(names[Number(index)]).slice(1, -1),
  );
  return JSON.parse(text);
}

/** Adds the query to the text of a URL, unless it has a query. */
export function withQuery(text: string, query: readonly JsonObject[]): string {
  const sent = query.filter(({ disabled }) => disabled !== true);
  if (text.includes('?') || sent.length === 0) return text;
  const [, address = '', hash = ''] = /^([^#]*)(#.*)?$/s.exec(text) ?? [];
  return `${address}?${sent.map(parameterText).join('&')}${hash}`;
}

function parameterText({ key, value }: JsonObject): string {
  const name = escaped(key ?? '');
  return value === undefined || value === null ? name : `${name}=${escaped(value)}`;
}

const escaped = (text: unknown): string => String(text).replace(/[&#]/g, encodeURIComponent);

function compareQueries(
  text: string,
  { query, part }: { readonly query: readonly JsonObject[]; readonly part: Part<unknown> },
): void {
  const own = objectsOf(partsOf(text).query);
  if (!isObject(own[0])) return;
  const sent = query.filter(({ disabled }) => disabled !== true);
  if (readable(own) === readable(sent)) return;
  note(
    part,
    'warning',
    "queryParams and the URL's own query differ: of a parameter in both, queryParams are sent, as in Postman.",
  );
}

const readable = (query: readonly JsonObject[]): string =>
  query
    .filter(({ key, value }) => (key ?? '') !== '' || (value ?? '') !== '')
    .map(({ key, value }) => `${decoded(key)}=${decoded(value)}`)
    .join('&');

function decoded(text: unknown): string {
  const plain = String(text ?? '').replaceAll('+', ' ');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
