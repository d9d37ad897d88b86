import { isObject, type JsonObject, type JsonValue, objectsOf, textOf } from '../core/lib/json.ts';
import { Secret } from '../core/model/secret.ts';
import type { Suite } from '../core/model/suite.ts';
import type { HeaderList } from './protocol.ts';

/** Names of headers, query parameters and body fields whose values are always credentials. */
const SENSITIVE = /auth|cookie|token|secret|passw|api[-_]?key|x-key|credential|signature|session/i;

/** Keys inside an `auth` block whose values are credentials. */
const AUTH_SECRETS: ReadonlySet<string> = new Set([
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'clientSecret',
  'secretKey',
  'sessionToken',
  'secret',
  'consumerSecret',
  'tokenSecret',
  'authKey',
  'clientToken',
  'privateKey',
  'value',
]);

/** Headers whose whole value is a credential. */
const CREDENTIAL = /^(?:proxy-)?authorization$/i;

/** The credentials in a request's headers, without the scheme (`Bearer`, `Basic`). */
export const credentialsOf = (headers: HeaderList | undefined): readonly string[] =>
  (headers?.members ?? [])
    .filter(({ key = '' }) => CREDENTIAL.test(key))
    .map(({ value }) => String(value ?? '').replace(/^[\w-]+\s+/, ''))
    .filter((text) => text !== '');

/** Whether a header, parameter or field of that name holds a credential. */
export const isSensitive = (name: string): boolean => SENSITIVE.test(name);

/** The URL without user and password, and with credentials in its query redacted. */
export function safeUrl(url: string): string {
  return url
    .replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#@]*@/i, '$1')
    .replace(/([?&])([^=&#]+)=([^&#]*)/g, (whole, mark: string, name: string) =>
      isSensitive(name) ? `${mark}${name}=***` : whole,
    );
}

/** The secrets of a suite: its variables, values marked as secret, literal credentials in `auth`. */
export function secretsOf({
  variables,
  globalVariables,
  environment,
  globals,
  collection,
  options,
}: Suite): readonly Secret[] {
  const scopes = [environment?.file.content, globals].map((scope) => scope?.values);
  const marked = [...scopes, collection.content.variable].flatMap((values) => objectsOf(values)).filter(isMarked);
  const texts = [
    ...marked.map(({ value }) => textOf(value)),
    ...authTexts(collection.content),
    options.sslClientPassphrase,
  ];
  return [
    ...variables.values(),
    ...globalVariables.values(),
    ...texts.filter((text) => text !== undefined).map((text) => new Secret(text)),
  ];
}

/** Names of variables whose values are secret, also the values that scripts set. */
export function secretKeysOf({
  variables,
  globalVariables,
  environment,
  globals,
  collection,
}: Suite): readonly string[] {
  const marked = [environment?.file.content.values, globals?.values, collection.content.variable]
    .flatMap((values) => objectsOf(values))
    .filter(isMarked);
  return [
    ...new Set([
      ...variables.keys(),
      ...globalVariables.keys(),
      ...marked.map(({ key }) => textOf(key)).filter((key) => key !== undefined),
    ]),
  ];
}

const isMarked = (variable: JsonObject): boolean => variable.type === 'secret' || variable.secret === true;

/** Literal credentials in the `auth` blocks of a collection. References to variables do not count. */
function authTexts(value: JsonValue | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((entry: JsonValue) => authTexts(entry));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    if (key === 'auth' && isObject(entry))
      return Object.values(entry).flatMap((parameters) => credentialsIn(parameters));
    return key === 'item' || key === 'request' ? authTexts(entry) : [];
  });
}

/** Format v2.1 has a list of key and value, v2.0 an object. */
function credentialsIn(parameters: JsonValue | undefined): string[] {
  const pairs = Array.isArray(parameters)
    ? objectsOf(parameters).map(({ key, value }) => [key, value] as const)
    : Object.entries(isObject(parameters) ? parameters : {});
  return pairs.flatMap(([key, value]) => {
    const text = textOf(value);
    return typeof key === 'string' && AUTH_SECRETS.has(key) && text && !text.includes('{{') ? [text] : [];
  });
}
