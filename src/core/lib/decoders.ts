import { isObject, type JsonObject } from './json.ts';

/** Converts a value of unknown structure. Throws if the value has another structure. */
export type Decoder<T> = (value: unknown) => T;

/** Decodes an object, and returns the object itself: a copy could lose keys such as `__proto__`. */
export const object: Decoder<JsonObject> = (value) => (isObject(value) ? value : refuse('an object'));

/** Decodes an array whose entries have the same structure. */
export const list =
  <T>(entry: Decoder<T>): Decoder<readonly T[]> =>
  (value) =>
    Array.isArray(value) ? value.map((part: unknown) => entry(part)) : refuse('a list');

/** Decodes a text, which may be empty. */
export const text: Decoder<string> = (value) => (typeof value === 'string' ? value : refuse('a text'));

/** Decodes a text that is not empty. */
export const filledText: Decoder<string> = (value) => text(value) || refuse('a text');

/** Decodes a number. */
export const number: Decoder<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : refuse('a number');

/** Decodes a boolean. */
export const boolean: Decoder<boolean> = (value) => (typeof value === 'boolean' ? value : refuse('true or false'));

/** Decodes one of the given texts. */
export const oneOf =
  <T extends string>(texts: readonly T[]): Decoder<T> =>
  (value) =>
    texts.find((known) => known === value) ?? refuse(texts.join(' or '));

/** Decodes a time in UTC, as `toISOString` writes it. */
export const time: Decoder<Date> = (value) => {
  const date = new Date(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/.test(text(value)) ? text(value) : '');
  // JavaScript reads February 30 as a day in March.
  const isDate = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text(value).slice(0, 10));
  return isDate ? date : refuse('a time');
};

/** Decodes a value that may be absent. */
export const optional =
  <T>(decode: Decoder<T>): Decoder<T | undefined> =>
  (value) =>
    value === undefined ? undefined : decode(value);

/** Decodes a value that may be absent or null. */
export const nullish =
  <T>(decode: Decoder<T>): Decoder<T | undefined> =>
  (value) =>
    value === null ? undefined : optional(decode)(value);

/** The decoded value; undefined if it has another structure. */
export function decoded<T>(value: unknown, decode: Decoder<T>): T | undefined {
  try {
    return decode(value);
  } catch {
    return undefined;
  }
}

function refuse(expected: string): never {
  throw new TypeError(`${expected} was expected`);
}
