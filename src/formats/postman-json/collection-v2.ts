import { isObject, type JsonObject, type JsonValue, mapObjectsAt } from '../../core/lib/json.ts';

/** The versions of Postman's collection format that a file can be in. */
export type CollectionVersion = 'v1' | 'v2.0' | 'v2.1';

const SCHEMA_V21 = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/**
 * The version of a collection: as `info.schema` says, else by its shape. Version 1 has no `info` and lists `requests`;
 * version 2.0 writes the parameters of an auth helper as an object, version 2.1 as a list. Undefined for a version that
 * does not exist and for what is no collection.
 */
export function versionOf(content: JsonObject): CollectionVersion | undefined {
  const { info } = content;
  if (!isObject(info)) return Array.isArray(content.requests) && 'order' in content ? 'v1' : undefined;
  if (typeof info.schema !== 'string' || info.schema === '') return hasObjectAuth(content) ? 'v2.0' : 'v2.1';
  const [, version] = /\/collection\/v(\d+\.\d+)\.\d+\//.exec(info.schema) ?? [];
  if (version === '2.0') return 'v2.0';
  if (version === '2.1') return 'v2.1';
  return version === '1.0' ? 'v1' : undefined;
}

function hasObjectAuth(owner: JsonObject): boolean {
  const { auth, item, request } = owner;
  if (isObject(auth) && Object.values(auth).some((parameters) => isObject(parameters))) return true;
  if (isObject(request) && hasObjectAuth(request)) return true;
  return Array.isArray(item) && item.some((child: JsonValue) => isObject(child) && hasObjectAuth(child));
}

/**
 * A collection of version 2.0 as version 2.1. The versions differ in the auth parameters and the schema's address alone
 * (both schemas: schema.postman.com/collection), so everything else, ids and unknown fields included, stays as it is.
 */
export const toV21 = (content: JsonObject): JsonObject => {
  const converted = convertOwner(content);
  return isObject(content.info) ? { ...converted, info: { ...content.info, schema: SCHEMA_V21 } } : converted;
};

/** The collection, a folder or an item. */
const convertOwner = (owner: JsonObject): JsonObject => ({
  ...convertAuth(owner),
  ...mapObjectsAt(owner, 'item', convertOwner),
  ...convertRequest(owner, 'request'),
  ...mapObjectsAt(owner, 'response', (example) => ({ ...example, ...convertRequest(example, 'originalRequest') })),
});

function convertRequest(owner: JsonObject, key: 'request' | 'originalRequest'): JsonObject {
  const request = owner[key];
  return isObject(request) ? { [key]: convertAuth(request) } : {};
}

function convertAuth(owner: JsonObject): JsonObject {
  const { auth } = owner;
  if (!isObject(auth)) return owner;
  const entries = Object.entries(auth).map(([key, value]) => [key, isObject(value) ? parametersOf(value) : value]);
  return { ...owner, auth: Object.fromEntries(entries) };
}

const parametersOf = (parameters: JsonObject): JsonValue =>
  Object.entries(parameters).map(([key, value]) => ({
    key,
    ...(value === undefined ? {} : { value }),
    type: typeof value === 'string' ? 'string' : 'any',
  }));
