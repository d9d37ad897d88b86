import { isArray, isObject, type JsonObject } from '../json.ts';

/** The accepted format. Postman writes the first form; its documentation has the second. */
export const formatUrl = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const accepted: readonly unknown[] = [formatUrl, 'https://schema.postman.com/json/collection/v2.1.0/collection.json'];

type Type = 'string' | 'object' | 'array' | 'boolean' | 'null';

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  return isArray(value) ? 'array' : typeof value;
};

const at = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);

const wrongType = (path: string, value: unknown, allowed: readonly Type[]): readonly string[] =>
  value === undefined || allowed.some((type) => type === typeOf(value))
    ? []
    : [`${path}: must be ${allowed.join(',')}`];

type MemberTypes = Readonly<Record<string, readonly Type[]>>;

const wrongMembers = (path: string, value: JsonObject, types: MemberTypes): readonly string[] =>
  Object.entries(types).flatMap(([key, allowed]) => wrongType(at(path, key), value[key], allowed));

const required = (path: string, value: JsonObject, keys: readonly string[]): readonly string[] =>
  keys.filter((key) => value[key] === undefined).map((key) => `${path}: must have required property '${key}'`);

/** Checks all elements of an array member. Other values are left to the type check. */
const checkElements = (
  path: string,
  list: unknown,
  check: (path: string, element: JsonObject) => readonly string[],
): readonly string[] =>
  isArray(list)
    ? list.flatMap((element, index) =>
        isObject(element) ? check(at(path, index), element) : [`${at(path, index)}: must be object`],
      )
    : [];

const describable: MemberTypes = { description: ['string', 'object', 'null'] };
const scripted: MemberTypes = { event: ['array', 'null'], variable: ['array', 'null'], auth: ['object', 'null'] };

const event = (path: string, value: JsonObject): readonly string[] => [
  ...required(path, value, ['listen']),
  ...wrongMembers(path, value, { listen: ['string'], script: ['object'] }),
  ...(isObject(value.script)
    ? wrongMembers(at(path, 'script'), value.script, { exec: ['array', 'string', 'null'], type: ['string'] })
    : []),
];

const auth = (path: string, value: unknown): readonly string[] =>
  isObject(value) ? [...required(path, value, ['type']), ...wrongMembers(path, value, { type: ['string'] })] : [];

const shared = (path: string, value: JsonObject): readonly string[] => [
  ...wrongMembers(path, value, { ...describable, ...scripted }),
  ...checkElements(at(path, 'event'), value.event, event),
  ...checkElements(at(path, 'variable'), value.variable, (where, variable) =>
    wrongMembers(where, variable, { key: ['string'] }),
  ),
  ...auth(at(path, 'auth'), value.auth),
];

const request = (path: string, value: unknown): readonly string[] => {
  if (!isObject(value)) return wrongType(path, value, ['string', 'object']);
  return [
    ...wrongMembers(path, value, {
      ...describable,
      method: ['string'],
      url: ['string', 'object', 'null'],
      header: ['array', 'string', 'null'],
      body: ['object', 'null'],
      auth: ['object', 'null'],
    }),
    ...checkElements(at(path, 'header'), value.header, (where, header) => required(where, header, ['key', 'value'])),
    ...auth(at(path, 'auth'), value.auth),
  ];
};

const item = (path: string, value: JsonObject): readonly string[] => {
  const own = [...wrongMembers(path, value, { name: ['string'], id: ['string'] }), ...shared(path, value)];
  if (isArray(value.item)) return [...own, ...checkElements(at(path, 'item'), value.item, item)];
  if (value.request === undefined) return [...own, `${path}: must match exactly one schema in oneOf`];
  return [
    ...own,
    ...request(at(path, 'request'), value.request),
    ...wrongMembers(path, value, { response: ['array', 'null'] }),
    ...checkElements(at(path, 'response'), value.response, () => []),
  ];
};

const info = (value: JsonObject): readonly string[] => [
  ...required('info', value, ['name', 'schema']),
  ...wrongMembers('info', value, { ...describable, name: ['string'], schema: ['string'], _postman_id: ['string'] }),
  ...(typeof value.schema === 'string' && !accepted.includes(value.schema)
    ? ['info.schema: must be equal to one of the allowed values']
    : []),
];

/** All violations of format v2.1.0, each beginning with its path; empty for a valid collection. */
export const collectionComplaints = (collection: JsonObject): readonly string[] => [
  ...required('', collection, ['info', 'item']),
  ...wrongMembers('', collection, { info: ['object'], item: ['array'] }),
  ...(isObject(collection.info) ? info(collection.info) : []),
  ...checkElements('item', collection.item, item),
  ...shared('', collection),
];
