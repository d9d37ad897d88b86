import { SCHEMA_V21 } from '../../core/kinds/collection/strip.ts';
import { isObject, type JsonObject, type JsonValue, mapObjectsAt } from '../../core/lib/json.ts';

/** The versions of Postman's collection format. */
export type CollectionVersion = 'v1' | 'v2.0' | 'v2.1';

/**
 * The version of a collection, from `info.schema` or else from its structure: version 1 has `requests` and no `info`;
 * version 2.0 has auth parameters as an object, version 2.1 as a list. Undefined for an unknown version, and for
 * content that is not a collection.
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
 * Converts a collection from version 2.0 to 2.1. Only auth parameters and the schema's address differ between the
 * versions (see both schemas at schema.postman.com/collection). Everything else stays, including ids and unknown
 * fields.
 */
export const toV21 = (content: JsonObject): JsonObject => {
  const converted = convertOwner(content);
  return isObject(content.info) ? { ...converted, info: { ...content.info, schema: SCHEMA_V21 } } : converted;
};

/** Converts a collection, a folder or a request. */
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
