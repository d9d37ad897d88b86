/** Any value that JSON can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object with unchecked keys. */
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** The path of a value in a JSON document: keys and indexes from the root. */
export type JsonPath = readonly (string | number)[];

/** Tells an object from null, arrays and primitives. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value if it is an object, else an empty object. */
export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The objects in an array; empty for any other value. */
export const objectsOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter((entry) => isObject(entry)) : [];

/** A string that is not empty, or undefined. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A copy without the given keys and without keys that hold undefined. */
export function omit(object: JsonObject, keys: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key, value]) => value !== undefined && !keys.has(key)));
}

/** `{ [key]: array }`, where `map` has replaced the array's objects; an empty object if the key holds no array. */
export function mapObjectsAt(owner: JsonObject, key: string, map: (entry: JsonObject) => JsonObject): JsonObject {
  const entries = owner[key];
  if (!Array.isArray(entries)) return {};
  return { [key]: entries.map((entry: JsonValue) => (isObject(entry) ? map(entry) : entry)) };
}

/** A copy in which objects have their keys sorted and no key holds null; arrays keep their order. */
export function sortKeys(value: JsonValue | undefined): JsonValue {
  if (Array.isArray(value)) return value.map((entry: JsonValue) => sortKeys(entry));
  if (!isObject(value)) return (value ?? null) as JsonValue;
  const entries = Object.entries(value).filter(([, entry]) => entry !== null && entry !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => [key, sortKeys(entry)]));
}

/** Whether two values are equal. Ignores the order of keys, and keys that hold null. */
export function same(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((entry: JsonValue, index) => same(entry, b[index]));
  if (!isObject(a) || !isObject(b)) return (a ?? null) === (b ?? null);
  return keysOf(a, b).every((key) => same(own(a, key), own(b, key)));
}

/** A member of the object itself, so that no member named `toString` is found in every object. */
const own = (object: JsonObject, key: string): JsonValue | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** The keys of both objects, each once. */
export const keysOf = (a: object, b: object): readonly string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

/** A copy without the keys that hold undefined, for types whose optional keys must be absent rather than undefined. */
export const omitUndefined = <T extends object>(object: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;

/**
 * A copy in which `redact` was applied to every string, at any depth; keys, numbers and dates stay. `redact` gets the
 * key of a string, too; a string in an array has the key of the array.
 */
export function redactStrings<T>(value: T, redact: (text: string, key: string) => string, key = ''): T {
  if (typeof value === 'string') return redact(value, key) as T;
  if (Array.isArray(value)) return value.map((entry: unknown) => redactStrings(entry, redact, key)) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).map(([name, entry]) => [name, redactStrings(entry, redact, name)] as const);
  return Object.fromEntries(entries) as T;
}
