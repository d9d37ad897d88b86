import { isObject, type JsonObject, type JsonValue, keysOf, same } from '../lib/json.ts';
import { AUTH_TYPES } from '../model/auth-types.ts';
import type { Kind } from './kind.ts';

/**
 * Whether content in Postman is the server's normalized form of the sent content. The server may drop fields that are
 * not in the format (users cannot delete those in Postman's app), change line ends, and trim texts.
 */
export const isStoredForm = (kind: Kind, sent: JsonObject, found: JsonObject): boolean =>
  kind.ownedKeys === undefined && isNormalized(kind.canonical(sent), kind.canonical(found));

function isNormalized(sent: JsonValue | undefined, found: JsonValue | undefined): boolean {
  if (typeof sent === 'string' && typeof found === 'string') return plain(sent) === plain(found);
  if (Array.isArray(sent) && Array.isArray(found))
    return sent.length === found.length && sent.every((entry: JsonValue, index) => isNormalized(entry, found[index]));
  if (!isObject(sent) || !isObject(found)) return (sent ?? null) === (found ?? null);
  return keysOf(sent, found).every((key) => {
    const isDropped = (found[key] ?? null) === null && !KNOWN_KEYS.has(key);
    return isDropped || (FREE_FORM.has(key) ? same(sent[key], found[key]) : isNormalized(sent[key], found[key]));
  });
}

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Keys of objects whose content is not described by the format. */
const FREE_FORM: ReadonlySet<string> = new Set([
  'protocolProfileBehavior',
  'packages',
  'requests',
  'graphql',
  'options',
]);

/** Keys of the collection format v2.1 and of environments that Postman's API stores. */
const KNOWN_KEYS: ReadonlySet<string> = new Set([
  ...['info', 'name', 'description', 'schema', 'item', 'event', 'variable', 'auth', ...FREE_FORM],
  ...['request', 'response', 'method', 'url', 'header', 'body', 'proxy', 'certificate', 'originalRequest'],
  ...['raw', 'protocol', 'host', 'path', 'port', 'query', 'hash'],
  ...['key', 'value', 'values', 'type', 'disabled', 'enabled'],
  ...['mode', 'urlencoded', 'formdata', 'file', 'src', 'content', 'contentType', 'fileName'],
  ...['listen', 'script', 'exec', 'status', 'code', 'cookie', 'domain', 'expires', 'maxAge'],
  ...['match', 'tunnel', 'matches', 'cert', 'passphrase', 'id'],
  ...AUTH_TYPES,
]);
