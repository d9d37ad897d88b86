import { isObject, type JsonObject, mapped, objectsOf, omit } from '../../lib/json.ts';

const keys = (...names: readonly string[]): ReadonlySet<string> => new Set(names);

/** Fields that the Postman API and app add (collection GET example; exports of the app). */
const TIMES = ['createdAt', 'updatedAt', 'lastUpdatedBy', 'createdBy', 'updatedBy', 'owner'] as const;
const EXPORT = ['_postman_variable_scope', '_postman_exported_at', '_postman_exported_using'] as const;

/** Fields that Postman adds to a collection, an environment or globals, and to exports. */
export const API_FIELDS = keys('id', 'uid', '_postman_id', 'isPublic', 'fork', ...TIMES, ...EXPORT);
const INFO = keys('_postman_id', 'uid', 'fork', '_exporter_id', '_collection_link', ...TIMES);
const ITEM = keys('id', 'uid', '_postman_id', 'lastRevision', ...TIMES);
const ID = keys('id');

/** Two URLs name the same schema. Postman answers with this one, so it is sent. */
const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** Whether a schema's URL means the collection format v2.1.0. */
export const isV21 = (schema: unknown): boolean =>
  typeof schema === 'string' &&
  /^https:\/\/schema\.(get)?postman\.com\/json\/collection\/v2\.1\.0\/(collection\.json)?$/.test(schema);

/** A collection without the ids and added fields of items, examples, scripts and variables. */
export function stripCollection(collection: JsonObject): JsonObject {
  const { info } = collection;
  return {
    ...parts(omit(collection, API_FIELDS)),
    ...(isObject(info) ? { info: { ...omit(info, INFO), ...(isV21(info.schema) ? { schema: SCHEMA } : {}) } } : {}),
  };
}

const parts = (owner: JsonObject): JsonObject => ({
  ...owner,
  ...mapped(owner, 'item', (item) => ({ ...parts(omit(item, ITEM)), ...request(item) })),
  ...mapped(owner, 'response', (response) => ({ ...omit(response, ITEM), ...request(response, 'originalRequest') })),
  ...mapped(owner, 'event', stripEvent),
  ...mapped(owner, 'variable', stripVariable),
});

/** Path variables of a request's URL carry ids too. */
function request(owner: JsonObject, key: 'request' | 'originalRequest' = 'request'): JsonObject {
  const inner = owner[key];
  if (!isObject(inner) || !isObject(inner.url) || objectsOf(inner.url.variable).length === 0) return {};
  return { [key]: { ...inner, url: { ...inner.url, ...mapped(inner.url, 'variable', stripVariable) } } };
}

function stripEvent(event: JsonObject): JsonObject {
  const { script } = event;
  return { ...omit(event, ID), ...(isObject(script) ? { script: omit(script, ID) } : {}) };
}

/** A variable's id beside a key was added by Postman; without a key it is the variable's name (collection format v2.1). */
const stripVariable = (variable: JsonObject): JsonObject => ('key' in variable ? omit(variable, ID) : variable);
