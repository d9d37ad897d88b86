import { isObject, type JsonObject, type JsonValue, objectsOf, omit, omitUndefined, same } from '../../lib/json.ts';

/** A URL as Postman takes it apart: variables stay as they are, what is not there has no key. */
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

/** A URL's text from its parts, as Postman writes it: without disabled parameters. Undefined for parts that are not plain texts. */
export function rawUrl({ protocol, host, port, path, query, hash }: JsonObject): string | undefined {
  const segments = [...listOf(host), ...listOf(path)];
  if (!segments.every((segment) => typeof segment === 'string')) return undefined;
  const parameters = objectsOf(query).filter(({ disabled }) => disabled !== true);
  const texts = parameters.map(({ key, value }) => `${key ?? ''}${value == null ? '' : `=${String(value)}`}`);
  return [
    protocol === undefined ? '' : `${String(protocol)}://`,
    listOf(host).join('.'),
    port === undefined ? '' : `:${String(port)}`,
    path === undefined ? '' : `/${listOf(path).join('/')}`,
    texts.length > 0 ? `?${texts.join('&')}` : '',
    hash === undefined ? '' : `#${String(hash)}`,
  ].join('');
}

const listOf = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : []);

/** Keys of a URL that say in parts what `raw` says as a whole. */
export const PARTS = new Set(['protocol', 'host', 'port', 'path', 'query', 'hash']);

/** A URL as an object without the parts that repeat what `raw` says; where they say anything else, all of it counts. */
export function withoutRepetition(url: JsonValue | undefined): JsonObject | undefined {
  if (typeof url === 'string') return url === '' ? undefined : { raw: url };
  if (!isObject(url)) return undefined;
  const { raw } = url;
  if (raw === '' && Object.keys(url).length === 1) return undefined;
  if (typeof raw !== 'string') return url;
  const rest = omit(url, PARTS);
  return same({ ...rest, ...urlParts(raw) }, url) ? rest : url;
}
