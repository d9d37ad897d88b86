import { isObject, type JsonObject, mapObjectsAt, objectsOf, omit } from '../../lib/json.ts';

/** A set of keys. */
export const keySet = (...names: readonly string[]): ReadonlySet<string> => new Set(names);

/** Fields that the Postman API and app add (collection GET example; exports of the app). */
const TIMES = ['createdAt', 'updatedAt', 'lastUpdatedBy', 'createdBy', 'updatedBy', 'owner'] as const;
const EXPORT = ['_postman_variable_scope', '_postman_exported_at', '_postman_exported_using'] as const;

/** Fields that Postman adds to a collection, an environment or globals, and to exports. */
export const API_FIELDS = keySet('id', 'uid', '_postman_id', 'isPublic', 'fork', ...TIMES, ...EXPORT);

/** Fields that Postman adds to `info`. */
export const INFO_FIELDS = keySet('_postman_id', 'uid', 'fork', '_exporter_id', '_collection_link', ...TIMES);

/** Fields that Postman adds to items and examples. */
export const ITEM_FIELDS = keySet('id', 'uid', '_postman_id', 'lastRevision', ...TIMES);

const ID = keySet('id');

/** Two URLs name the schema of v2.1.0. Postman answers with this one, so it is the one that is sent. */
export const SCHEMA_V21 = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** Whether a schema's URL means the collection format v2.1.0. */
export const isV21 = (schema: unknown): boolean =>
  typeof schema === 'string' &&
  /^https:\/\/schema\.(get)?postman\.com\/json\/collection\/v2\.1\.0\/(collection\.json)?$/.test(schema);

/** A collection without ids and without the fields that Postman adds to items, examples, scripts and variables. */
export function stripCollection(collection: JsonObject): JsonObject {
  const { info } = collection;
  const stripped = stripParts(omit(collection, API_FIELDS));
  return isObject(info) ? { ...stripped, info: stripInfo(info) } : stripped;
}

const stripInfo = (info: JsonObject): JsonObject => ({
  ...omit(info, INFO_FIELDS),
  ...(isV21(info.schema) ? { schema: SCHEMA_V21 } : {}),
});

const stripParts = (owner: JsonObject): JsonObject => ({
  ...owner,
  ...mapObjectsAt(owner, 'item', (item) => ({ ...stripParts(omit(item, ITEM_FIELDS)), ...stripRequest(item) })),
  ...mapObjectsAt(owner, 'response', (example) => ({
    ...omit(example, ITEM_FIELDS),
    ...stripRequest(example, 'originalRequest'),
  })),
  ...mapObjectsAt(owner, 'event', stripEvent),
  ...mapObjectsAt(owner, 'variable', stripVariable),
});

/** The request without the ids of its path variables; empty if there are none. */
function stripRequest(owner: JsonObject, key: 'request' | 'originalRequest' = 'request'): JsonObject {
  const inner = owner[key];
  if (!isObject(inner) || !isObject(inner.url) || objectsOf(inner.url.variable).length === 0) return {};
  return { [key]: { ...inner, url: { ...inner.url, ...mapObjectsAt(inner.url, 'variable', stripVariable) } } };
}

function stripEvent(event: JsonObject): JsonObject {
  const { script } = event;
  return { ...omit(event, ID), ...(isObject(script) ? { script: omit(script, ID) } : {}) };
}

/** Removes the id that Postman adds. In a variable without a key, the id is its name (collection format v2.1). */
const stripVariable = (variable: JsonObject): JsonObject => ('key' in variable ? omit(variable, ID) : variable);
