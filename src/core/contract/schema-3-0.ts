import type { JsonObject } from '../lib/json.ts';

/** Applies the rules of OpenAPI 3.0 that differ from JSON Schema: `nullable`, and exclusive bounds as flags. */
export function applyRules30(
  schema: JsonObject,
  { nullable, exclusiveMinimum, exclusiveMaximum }: JsonObject,
): JsonObject {
  const { exclusiveMinimum: _min, exclusiveMaximum: _max, ...rest } = schema;
  const bounded = {
    ...rest,
    ...(exclusiveMinimum === true && rest.minimum !== undefined ? { exclusiveMinimum: rest.minimum } : {}),
    ...(exclusiveMaximum === true && rest.maximum !== undefined ? { exclusiveMaximum: rest.maximum } : {}),
  };
  if (nullable !== true) return bounded;
  return withNull(bounded);
}

/** Also allows null: in the `type` and the `enum` of a plain schema, and by a condition around a composed schema. */
function withNull(schema: JsonObject): JsonObject {
  const composed = ['allOf', 'not', 'const', 'if'].some((keyword) => keyword in schema);
  const { type, enum: values } = schema;
  if (composed) return { if: { type: 'null' }, else: schema };
  return {
    ...schema,
    ...(typeof type === 'string' ? { type: [type, 'null'] } : {}),
    ...(Array.isArray(values) && !values.includes(null) ? { enum: [...values, null] } : {}),
  };
}
