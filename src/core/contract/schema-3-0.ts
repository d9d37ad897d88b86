import type { JsonObject } from '../lib/json.ts';

/** Applies rules of version 3.0: `nullable`, and exclusive bounds as flags. */
export function oldRules(schema: JsonObject, { nullable, exclusiveMinimum, exclusiveMaximum }: JsonObject): JsonObject {
  const { exclusiveMinimum: _min, exclusiveMaximum: _max, ...rest } = schema;
  const bounded = {
    ...rest,
    ...(exclusiveMinimum === true && rest.minimum !== undefined ? { exclusiveMinimum: rest.minimum } : {}),
    ...(exclusiveMaximum === true && rest.maximum !== undefined ? { exclusiveMaximum: rest.maximum } : {}),
  };
  if (nullable !== true) return bounded;
  return withNull(bounded);
}

/** Allows null in addition. Keywords suffice only for a schema of a type and an `enum`. */
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
