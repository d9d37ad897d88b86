import { isObject, type JsonObject, type JsonValue } from '../lib/json.ts';
import type { SchemaOf } from './interpret.ts';

/**
 * Converts a string, or a list of strings, to the type of its schema; undefined where the compiled schema must do it.
 */
export function typedValue(schema: JsonValue | undefined, value: JsonValue, schemaOf: SchemaOf): JsonValue | undefined {
  const target = followed(schema, schemaOf);
  const type = target?.type;
  if (!target || typeof type !== 'string') return undefined;
  if (typeof value === 'string') return TEXTS[type]?.(value);
  if (!Array.isArray(value) || type !== 'array') return undefined;
  const items = value.map((item: JsonValue) => typedValue(target.items, item, schemaOf));
  return items.includes(undefined) ? undefined : (items as JsonValue[]);
}

/** The schema that a chain of bare references leads to. */
function followed(schema: JsonValue | undefined, schemaOf: SchemaOf): JsonObject | undefined {
  let here = schema;
  for (let hops = 0; hops < 10 && isObject(here); hops += 1) {
    if (typeof here.$ref !== 'string') return here;
    if (Object.keys(here).length > 1) return undefined;
    here = schemaOf(here.$ref);
  }
  return undefined;
}

const asNumber = (text: string): number | undefined =>
  /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined;

const TEXTS: Readonly<Record<string, (text: string) => JsonValue | undefined>> = {
  string: (text) => text,
  integer: asNumber,
  number: asNumber,
  boolean: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
};
