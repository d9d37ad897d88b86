import { isObject, type JsonObject, type JsonValue, omit, omitUndefined, same } from '../../lib/json.ts';

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

/** Keys of a URL that say in parts what `raw` says as a whole. */
const PARTS = new Set(['protocol', 'host', 'port', 'path', 'query', 'hash']);

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
