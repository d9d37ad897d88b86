/** A parsed JSON object with unchecked members. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether a value is an object: not null, an array or a primitive. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `Array.isArray` with unchecked members. */
export const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The member as an object; empty for other values. */
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
