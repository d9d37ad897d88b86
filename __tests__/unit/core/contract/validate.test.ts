import { type Schema, Validator } from '@cfworker/json-schema';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { Documents, pointerOf } from '../../../../src/core/contract/documents.ts';
import { Schemas } from '../../../../src/core/contract/schemas.ts';
import { isObject, type JsonValue } from '../../../../src/core/lib/json.ts';

const KEY = { file: 'api.json', at: [], dialect: '3.1', direction: 'response', absent: [] } as const;

const schemasOf = (schema: JsonValue): Schemas =>
  new Schemas(new Documents([{ path: 'api.json', value: schema, isRoot: true }]));

const accepts = (schema: JsonValue, value: JsonValue): boolean => schemasOf(schema).check(KEY, value).length === 0;

/** An independent validator. It compares objects by their methods, so that it is not asked about equality of objects. */
const ajv = new Ajv2020({
  strict: false,
  validateSchema: false,
  logger: false,
  ownProperties: true,
  multipleOfPrecision: 9,
});
formats.default(ajv, { mode: 'full' });
ajv.addKeyword('components');
// Ajv 8.20 is wrong about `contains: {}` and about `unevaluated…`, and cannot compile some schemas with the latter.
ajv.opts.unevaluated = false;

const byAjv = (schema: JsonValue, value: JsonValue): boolean =>
  ajv.compile(isObject(schema) ? schema : schema === true)(value);

/** Another independent validator; it knows what is evaluated, but takes inherited members for own ones. */
const byCfworker = (schema: JsonValue, value: JsonValue): boolean =>
  new Validator(schema as Schema, '2020-12').validate(value).valid;

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
const valuesWith = (name: fc.Arbitrary<string>): fc.Arbitrary<JsonValue> =>
  fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).value;
const count = fc.nat(3);
const types = fc.constantFrom('string', 'number', 'integer', 'boolean', 'null', 'array', 'object');
type Rules = Readonly<Record<string, fc.Arbitrary<JsonValue>>>;

/** Rules for everything but members. */
const simpleRules: Rules = {
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
};

const ruleOf = (name: fc.Arbitrary<string>, one: fc.Arbitrary<JsonValue>): Rules => {
  const list = fc.array(one, { minLength: 1, maxLength: 3 });
  const map = fc.dictionary(name, one, { maxKeys: 3, noNullPrototype: true });
  return {
    required: fc.uniqueArray(name, { maxLength: 2 }),
    ...{ properties: map, patternProperties: fc.dictionary(fc.constantFrom('^a', 'd$'), one, { maxKeys: 2 }) },
    ...{ additionalProperties: one, propertyNames: one, items: one, not: one, if: one },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    ...{ then: one, else: one, prefixItems: list, allOf: list, anyOf: list, oneOf: list, dependentSchemas: map },
    dependentRequired: fc.dictionary(name, fc.constantFrom(['a'], ['b']), { maxKeys: 1, noNullPrototype: true }),
    $ref: fc.constantFrom('#/components/schemas/A', '#/components/schemas/B'),
  };
};

interface Kind {
  readonly name: fc.Arbitrary<string>;
  readonly more: (one: fc.Arbitrary<JsonValue>) => Rules;
  readonly most: number;
}

const schemasWith = ({ name, more, most }: Kind): fc.Arbitrary<JsonValue> =>
  fc.letrec<{ schema: JsonValue }>((tie) => {
    const one = tie('schema');
    const rules: Rules = { ...ruleOf(name, one), ...more(one) };
    return {
      schema: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        fc.boolean(),
        fc
          .subarray(Object.keys(rules), { maxLength: most })
          .chain((chosen) =>
            fc.record(Object.fromEntries(chosen.map((keyword) => [keyword, rules[keyword] ?? fc.constant(true)]))),
          ),
      ),
    };
  }).schema;

/** Schemas that others refer to; none of them refers further, or Ajv would follow a circle for ever. */
const components = {
  schemas: { A: { type: ['string', 'null'], maxLength: 1 }, B: { properties: { a: { minimum: 1 } } } },
};

/** Compares verdicts on schemas and values, and returns how many were compared. */
function compare(kind: Kind, judge: typeof byAjv): number {
  let compared = 0;
  const values = fc.array(valuesWith(kind.name), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(schemasWith(kind), values, (schema, list) => {
      const root = isObject(schema) ? { ...schema, components } : schema;
      for (const value of list) {
        compared += 1;
        const verdict = accepts(root, value);
        expect({ schema, value, verdict }).toEqual({ schema, value, verdict: judge(root, value) });
      }
    }),
    { numRuns: 400 },
  );
  return compared;
}

describe('a schema', () => {
  it('accepts the values that an independent validator accepts, with any property names', () => {
    const name = fc.constantFrom('a', 'b', 'id', 'constructor', 'hasOwnProperty', 'valueOf', 'toString');
    expect(compare({ name, more: () => simpleRules, most: 3 }, byAjv)).toBeGreaterThan(1000);
  });

  it('accepts the values that an independent validator accepts, with unevaluated members forbidden', () => {
    const name = fc.constantFrom('a', 'b', 'id');
    const more = (one: fc.Arbitrary<JsonValue>): Rules => ({
      ...{ unevaluatedProperties: one, unevaluatedItems: one, contains: one, minContains: count, maxContains: count },
      ...{ const: scalar, minimum: count, type: types },
    });
    expect(compare({ name, more, most: 5 }, byCfworker)).toBeGreaterThan(1000);
  });

  const parsed = (text: string): JsonValue => JSON.parse(text) as JsonValue;
  it.each<[string, JsonValue, string, boolean]>([
    ['unique objects with a member valueOf', { uniqueItems: true }, '[{"valueOf":1},{"valueOf":2}]', true],
    ['equal objects with a member toString', { uniqueItems: true }, '[{"toString":1},{"toString":1}]', false],
    ['a constant with a member constructor', { const: { constructor: {} } }, '{"constructor":{}}', true],
    ['another constant', { enum: [{ valueOf: 1 }, 2] }, '{"valueOf":2}', false],
    ['a name that every object inherits', { required: ['constructor'] }, '{}', false],
    ['no member that is only inherited', { properties: { constructor: { type: 'string' } } }, '{}', true],
    ['a member __proto__', parsed('{"properties":{"__proto__":{"type":"string"}}}'), '{"__proto__":1}', false],
    ['no other member __proto__', { additionalProperties: false }, '{"__proto__":1}', false],
    ['an alternative where none is named', { oneOf: [], anyOf: [] }, '1', true],
    ['a price in cents', { multipleOf: 0.01 }, '19.99', true],
    [
      'patternProperties beside if',
      { if: { required: ['a'] }, patternProperties: { b: { type: 'string' } }, unevaluatedProperties: false },
      '{"b":"x"}',
      true,
    ],
    ['what a branch evaluates', { anyOf: [true, { prefixItems: [false] }], unevaluatedItems: false }, '[null]', false],
  ])('knows %s', (_, schema, text, expected) => {
    expect(accepts(schema, parsed(text))).toBe(expected);
  });

  it.each<[string, JsonValue, JsonValue, boolean]>([
    ['a number', { type: 'integer', maximum: 5 }, '5', true],
    ['a number that is too big', { type: 'integer', maximum: 5 }, '6', false],
    ['a number in an enum without a type', { enum: [1, 2] }, '2', true],
    ['a boolean', { $ref: '#/components/schemas/Flag' }, 'true', true],
    ['no boolean', { type: 'boolean' }, 'yes', false],
    ['a text that looks like a number', { type: 'string', minLength: 2 }, '12', true],
    ['one of several types', { oneOf: [{ type: 'integer' }, { type: 'boolean' }] }, '7', true],
    ['a list', { type: 'array', items: { type: 'number' } }, ['1', '2.5'], true],
    ['a list with a wrong item', { type: 'array', items: { type: 'number' } }, ['1', 'x'], false],
  ])('reads a text as %s', (_, schema, value, expected) => {
    const flag = { schemas: { Flag: { type: 'boolean' } } };
    const schemas = schemasOf({ ...(schema as object), components: flag });
    expect(schemas.checkText(KEY, value).length === 0).toBe(expected);
  });

  it.each<[string, JsonValue, JsonValue, string, string]>([
    ['an unknown type', { type: 'file' }, 'x', 'The value of type is not valid: "file"', '/type'],
    ['no type', { type: [] }, 'x', 'The value of type is not valid: []', '/type'],
    ['null for "null"', { type: ['string', null] }, 1, 'The value of type is not valid: ["string",null]', '/type'],
    ['no value', { enum: [] }, 'x', 'The value of enum is not valid: []', '/enum'],
    ['a limit that is no number', { minLength: '3' }, 'x', 'The value of minLength is not valid: "3"', '/minLength'],
    [
      'itself, without end',
      { allOf: [{ $ref: '#' }, { $ref: '#' }] },
      1,
      'The schema refers to itself without end',
      expect.anything() as unknown as string,
    ],
  ])('with %s says nothing about a value: it is a defect of the document', (_, schema, value, message, at) => {
    const schemas = schemasOf(schema);
    expect(schemas.check(KEY, value)).toEqual([]);
    const defects = schemas.takeDefects();
    expect(defects.map((defect) => [defect.message, pointerOf(defect.place.at)])).toEqual([[message, at]]);
    expect(schemas.takeDefects()).toEqual([]);
  });

  it('checks the rest of a schema with a defect', () => {
    expect(accepts({ type: 'text', maxLength: 2 }, 'long')).toBe(false);
  });

  it('checks deep and wide values', () => {
    const node = { type: 'object', properties: { next: { $ref: '#' } }, unevaluatedProperties: false };
    const list = (depth: number): JsonValue => (depth === 0 ? {} : { next: list(depth - 1) });
    const branched = { ...node, anyOf: [{ required: ['next'] }, { maxProperties: 0 }], oneOf: [{ properties: {} }] };
    expect(accepts(branched, list(300))).toBe(true);
    const wide = Array.from({ length: 20_000 }, (_, id) => ({ id, valueOf: id }));
    expect(accepts({ uniqueItems: true }, wide)).toBe(true);
    expect(schemasOf({ items: { type: 'string' } }).check(KEY, wide)).toHaveLength(10_000);
  });
});
