/** A parsed JSON object whose members have not been looked at yet. */
export type JsonObject = { readonly [key: string]: unknown };

/** Tells an object from null, arrays and primitives. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `Array.isArray`, with members that have not been looked at yet. */
export const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The member as an object; empty when it is anything else. */
export const objectAt = (value: unknown, key: string): JsonObject => {
  const member = isObject(value) ? value[key] : undefined;
  return isObject(member) ? member : {};
};

/** The member when it is a string. */
export const stringAt = (value: unknown, key: string): string | undefined => {
  const member = isObject(value) ? value[key] : undefined;
  return typeof member === 'string' ? member : undefined;
};

/** A copy without the named members. */
export const without = (value: JsonObject, ...keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
