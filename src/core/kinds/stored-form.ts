import { isObject, type JsonObject, type JsonValue, keysOf, same } from '../lib/json.ts';
import { AUTH_TYPES } from '../model/auth-types.ts';
import type { Kind } from './kind.ts';

/**
 * Whether content in Postman is what the server made of the content that was sent: equal but for members that no format
 * names, which a server may drop and nobody can delete in Postman's app, and for line ends and blanks at the ends of texts.
 */
export const isStoredForm = (kind: Kind, sent: JsonObject, found: JsonObject): boolean =>
  kind.ownedKeys === undefined && fits(kind.canonical(sent), kind.canonical(found));

function fits(sent: JsonValue | undefined, found: JsonValue | undefined): boolean {
  if (typeof sent === 'string' && typeof found === 'string') return plain(sent) === plain(found);
  if (Array.isArray(sent) && Array.isArray(found))
    return sent.length === found.length && sent.every((entry: JsonValue, index) => fits(entry, found[index]));
  if (!isObject(sent) || !isObject(found)) return (sent ?? null) === (found ?? null);
  return keysOf(sent, found).every((key) => {
    const isDropped = (found[key] ?? null) === null && !NAMED.has(key);
    return isDropped || (FREE.has(key) ? same(sent[key], found[key]) : fits(sent[key], found[key]));
  });
}

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Objects with keys of their own. */
const FREE: ReadonlySet<string> = new Set(['protocolProfileBehavior', 'packages', 'requests', 'graphql', 'options']);

/** Members of the collection format v2.1 and of environments, as far as Postman's API stores them. */
const NAMED: ReadonlySet<string> = new Set([
  ...['info', 'name', 'description', 'schema', 'item', 'event', 'variable', 'auth', ...FREE],
  ...['request', 'response', 'method', 'url', 'header', 'body', 'proxy', 'certificate', 'originalRequest'],
  ...[
    'raw',
    'protocol',
    'host',
    'path',
    'port',
    'query',
    'hash',
    'key',
    'value',
    'disabled',
    'enabled',
    'values',
    'type',
  ],
  ...['mode', 'urlencoded', 'formdata', 'file', 'src', 'content', 'contentType', 'fileName'],
  ...['listen', 'script', 'exec', 'status', 'code', 'cookie', 'domain', 'expires', 'maxAge'],
  ...['match', 'tunnel', 'matches', 'cert', 'passphrase', 'id'],
  ...AUTH_TYPES,
]);
