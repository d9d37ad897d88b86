import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { convertSchema, type SchemaKey } from '../../../../src/core/contract/convert-schema.ts';
import { Documents } from '../../../../src/core/contract/documents.ts';
import { interpret, type SchemaOf } from '../../../../src/core/contract/interpret.ts';
import { isObject, type JsonValue } from '../../../../src/core/lib/json.ts';

/** The interpreter's verdict on a value of a schema written in JSON Schema. */
function verdictOf(schema: JsonValue, value: JsonValue): boolean | undefined {
  const documents = new Documents([{ path: 'api.json', value: schema, isRoot: true }]);
  const keys = new Map<string, SchemaKey>();
  const register = (key: SchemaKey): string => {
    const id = key.at.join('/');
    keys.set(id, key);
    return id;
  };
  const schemaOf: SchemaOf = (id) => {
    const key = keys.get(id);
    return key && convertSchema(key, { documents, register, note: () => undefined, native: false });
  };
  const root = register({ file: 'api.json', at: [], dialect: '3.1', direction: 'response', absent: [] });
  return interpret(schemaOf(root), value, schemaOf);
}

const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false });
formats.default(ajv, { mode: 'full' });
ajv.addKeyword('components');
// Ajv 8.20 throws on some schemas where it tracks what `unevaluated…` needs; no schema here has these keywords.
ajv.opts.unevaluated = false;

const isValid = (schema: JsonValue, value: JsonValue): boolean =>
  ajv.compile(isObject(schema) ? schema : schema === true)(value);

const names = ['a', 'b', 'id'] as const;
const scalar = fc.oneof(
  fc.constantFrom<JsonValue>(
    null,
    true,
    false,
    0,
    1,
    2.5,
    -3,
    1e21,
    '',
    'a',
    'ab',
    '😀b',
    '2024-01-31',
    'x@y.org',
    '12',
  ),
  fc.integer({ min: -5, max: 5 }),
  fc.string({ maxLength: 4 }),
);
const { value: anyValue } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const count = fc.nat(3);
const types = fc.constantFrom('string', 'number', 'integer', 'boolean', 'null', 'array', 'object');
const { schema: anySchema } = fc.letrec<{ schema: JsonValue }>((tie) => {
  const one = tie('schema');
  const list = fc.array(one, { minLength: 1, maxLength: 3 });
  const map = fc.dictionary(fc.constantFrom(...names), one, { maxKeys: 3 });
  const rules = {
    type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
    enum: fc.array(scalar, { minLength: 1, maxLength: 4 }),
    const: scalar,
    multipleOf: fc.constantFrom(1, 2, 0.5),
    ...{ maximum: count, minimum: count, exclusiveMaximum: count, exclusiveMinimum: count },
    ...{
      maxLength: count,
      minLength: count,
      maxItems: count,
      minItems: count,
      maxProperties: count,
      minProperties: count,
    },
    pattern: fc.constantFrom('^a', '\\d', '^.b$'),
    format: fc.constantFrom('date', 'email', 'int32', 'uuid', 'date-time', 'unknown'),
    uniqueItems: fc.boolean(),
    required: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
    ...{ properties: map, patternProperties: fc.dictionary(fc.constantFrom('^a', 'd$'), one, { maxKeys: 2 }) },
    ...{ additionalProperties: one, propertyNames: one, items: one, contains: one, not: one, if: one },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    ...{ then: one, else: one, prefixItems: list, allOf: list, anyOf: list, oneOf: list },
    dependentRequired: fc.dictionary(fc.constantFrom(...names), fc.constantFrom(['a'], ['b']), { maxKeys: 1 }),
    $ref: fc.constantFrom('#/components/schemas/A', '#/components/schemas/B'),
  };
  const keywords = fc.subarray(Object.keys(rules) as (keyof typeof rules)[], { maxLength: 3 });
  return {
    schema: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.boolean(),
      keywords.chain((chosen) =>
        fc.record(Object.fromEntries(chosen.map((keyword) => [keyword, rules[keyword] as fc.Arbitrary<JsonValue>]))),
      ),
    ),
  };
});

/** Schemas that others refer to; none of them refers further, or Ajv would follow a circle for ever. */
const components = {
  schemas: { A: { type: ['string', 'null'], maxLength: 1 }, B: { properties: { a: { minimum: 1 } } } },
};

describe('an interpreted schema', () => {
  it('says of a value what the compiled schema says, or that it does not know', () => {
    let known = 0;
    fc.assert(
      fc.property(anySchema, fc.array(anyValue, { minLength: 5, maxLength: 5 }), (schema, values) => {
        const root = isObject(schema) ? { ...schema, components } : schema;
        for (const value of values) {
          const verdict = verdictOf(root, value);
          if (verdict === undefined) continue;
          known += 1;
          expect({ schema, value, verdict }).toEqual({ schema, value, verdict: isValid(root, value) });
        }
      }),
      { numRuns: 400 },
    );
    expect(known).toBeGreaterThan(1000);
  });

  it.each<[string, JsonValue, JsonValue]>([
    ['an unknown type', { type: 'file' }, 'x'],
    ['a malformed rule', { minLength: '3' }, 'x'],
    ['a rule of a kind that it does not read', { unevaluatedProperties: false }, { a: 1 }],
    ['a comparison of objects', { const: { a: 1 } }, { a: 1 }],
    ['a schema that refers to itself', { $ref: '#' }, 1],
  ])('leaves %s to the compiled schema', (_, schema, value) => {
    expect(verdictOf(schema, value)).toBeUndefined();
  });
});
