import { isObject, type JsonObject, type JsonValue } from '../lib/json.ts';
import { ALTERNATIVES, type Alternatives, chosenBy } from './alternatives.ts';
import { FORBIDDEN } from './convert-schema.ts';
import { fitsFormat, lenientRegExp } from './formats.ts';

/** Whether a value is valid; undefined where the compiled schema must decide. */
export type Verdict = boolean | undefined;

/** Finds a converted schema by its id. */
export type SchemaOf = (id: string) => JsonValue | undefined;

/** Most nested references and levels. */
const DEEPEST = 200;

interface Context {
  readonly schema: JsonObject;
  readonly depth: number;
  readonly schemaOf: SchemaOf;
  readonly test: (schema: JsonValue | undefined, value: JsonValue) => Verdict;
}

type Rule = (argument: JsonValue, value: JsonValue, context: Context) => Verdict;

/**
 * Validates a value against a converted schema without compiling it. Most schemas check only a few responses, and
 * compiling takes as long as thousands of validations. Unusual keywords are left to the compiled schema.
 */
export function interpret(schema: JsonValue | undefined, value: JsonValue, schemaOf: SchemaOf): Verdict {
  return test(schema, value, { schemaOf, depth: 0 });
}

function test(
  schema: JsonValue | undefined,
  value: JsonValue,
  { schemaOf, depth }: Pick<Context, 'schemaOf' | 'depth'>,
): Verdict {
  if (typeof schema === 'boolean') return schema;
  if (!isObject(schema) || depth > DEEPEST) return undefined;
  const inner = { schemaOf, depth: depth + 1 };
  const context = { schema, ...inner, test: (part: JsonValue | undefined, of: JsonValue) => test(part, of, inner) };
  return every(
    Object.keys(schema),
    (keyword) => ASIDE.has(keyword) || RULES[keyword]?.(schema[keyword] ?? null, value, context),
  );
}

/** False as soon as one is false; undefined where one is undefined. */
function every<T>(list: readonly T[], verdictOf: (entry: T) => Verdict): Verdict {
  let all: Verdict = true;
  for (const entry of list) {
    const verdict = verdictOf(entry);
    if (verdict === false) return false;
    if (verdict === undefined) all = undefined;
  }
  return all;
}

/** Keywords that are handled together with another one. */
const ASIDE: ReadonlySet<string> = new Set(['then', 'else', 'minContains', 'maxContains']);

const TYPES: Readonly<Record<string, (value: JsonValue) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: isObject,
};

/** A rule for values of one type. Invalid schemas are left to the compiler, which reports the error. */
const number =
  (rule: (limit: number, value: number) => Verdict): Rule =>
  (limit, value) =>
    typeof limit !== 'number' ? undefined : typeof value === 'number' ? rule(limit, value) : true;

const sized =
  (sizeOf: (value: JsonValue) => number | undefined, rule: (limit: number, size: number) => boolean): Rule =>
  (limit, value) => {
    const size = sizeOf(value);
    return typeof limit !== 'number' ? undefined : size === undefined || rule(limit, size);
  };

const atLeast = (limit: number, size: number): boolean => size >= limit;
const atMost = (limit: number, size: number): boolean => size <= limit;

const itemsIn = (value: JsonValue): number | undefined => (Array.isArray(value) ? value.length : undefined);
const propertiesIn = (value: JsonValue): number | undefined =>
  isObject(value) ? Object.keys(value).length : undefined;
/** Length in code points, as JSON Schema counts. */
const charactersIn = (value: JsonValue): number | undefined =>
  typeof value === 'string' ? (/[\ud800-\udfff]/.test(value) ? [...value].length : value.length) : undefined;

const isPlain = (value: JsonValue): boolean => typeof value !== 'object' || value === null;

const RULES: Readonly<Record<string, Rule>> = {
  $ref: (id, value, { schemaOf, test }) => test(typeof id === 'string' ? schemaOf(id) : undefined, value),
  type: (types, value) => {
    const list = [types].flat();
    const known = list.map((name) => (typeof name === 'string' ? TYPES[name] : undefined));
    return known.includes(undefined) ? undefined : known.some((is) => is?.(value));
  },
  enum: (values, value) => (isPlain(value) && Array.isArray(values) ? values.includes(value) : undefined),
  const: (wanted, value) => (isPlain(value) ? wanted === value : undefined),
  multipleOf: number((factor, value) =>
    Math.abs(value / factor) < 1e15 ? Number.isInteger(value / factor) : undefined,
  ),
  maximum: number((limit, value) => value <= limit),
  minimum: number((limit, value) => value >= limit),
  exclusiveMaximum: number((limit, value) => value < limit),
  exclusiveMinimum: number((limit, value) => value > limit),
  maxLength: sized(charactersIn, atMost),
  minLength: sized(charactersIn, atLeast),
  maxItems: sized(itemsIn, atMost),
  minItems: sized(itemsIn, atLeast),
  maxProperties: sized(propertiesIn, atMost),
  minProperties: sized(propertiesIn, atLeast),
  pattern: (source, value) =>
    typeof source !== 'string' ? undefined : typeof value !== 'string' || expression(source).test(value),
  format: (name, value) => (typeof name === 'string' ? fitsFormat(name, value) : undefined),
  uniqueItems: (unique, value) =>
    unique !== true || !Array.isArray(value) || value.length < 2
      ? true
      : value.every(isPlain)
        ? new Set(value).size === value.length
        : undefined,
  required: (names, value) =>
    !Array.isArray(names) ? undefined : !isObject(value) || names.every((name) => value[String(name)] !== undefined),
  properties: (map, value, { test }) => {
    if (!isObject(map)) return undefined;
    if (!isObject(value)) return true;
    const present = Object.keys(map).filter((name) => value[name] !== undefined);
    return every(present, (name) => test(map[name], value[name] as JsonValue));
  },
  patternProperties: (map, value, { test }) => {
    if (!isObject(map)) return undefined;
    if (!isObject(value)) return true;
    return every(Object.keys(map), (source) =>
      every(
        Object.keys(value).filter((name) => expression(source).test(name)),
        (name) => test(map[source], value[name] as JsonValue),
      ),
    );
  },
  additionalProperties: (rest, value, { schema, test }) => {
    if (!isObject(value)) return true;
    const { properties, patternProperties } = schema;
    const expressions = Object.keys(isObject(patternProperties) ? patternProperties : {}).map(expression);
    const others = Object.keys(value).filter(
      (name) =>
        !(isObject(properties) && Object.hasOwn(properties, name)) &&
        !expressions.some((pattern) => pattern.test(name)),
    );
    return every(others, (name) => test(rest, value[name] as JsonValue));
  },
  propertyNames: (names, value, { test }) =>
    isObject(value) ? every(Object.keys(value), (name) => test(names, name)) : true,
  prefixItems: (schemas, value, { test }) =>
    !Array.isArray(schemas)
      ? undefined
      : Array.isArray(value)
        ? every([...schemas.slice(0, value.length).entries()], ([index, item]) => test(item, value[index] as JsonValue))
        : true,
  items: (items, value, { schema, test }) => {
    if (!Array.isArray(value)) return true;
    const first = Array.isArray(schema.prefixItems) ? schema.prefixItems.length : 0;
    return every(value.slice(first), (item: JsonValue) => test(items, item));
  },
  contains: (_, value) => (Array.isArray(value) ? undefined : true),
  allOf: (parts, value, { test }) =>
    Array.isArray(parts) ? every(parts, (part: JsonValue) => test(part, value)) : undefined,
  not: (part, value, { test }) => inverted(test(part, value)),
  if: (condition, value, { schema, test }) => {
    const applies = test(condition, value);
    if (applies === undefined) return undefined;
    return test((applies ? schema.then : schema.else) ?? true, value);
  },
  dependentRequired: (_, value) => (isObject(value) ? undefined : true),
  dependentSchemas: (_, value) => (isObject(value) ? undefined : true),
  [FORBIDDEN]: () => false,
  [ALTERNATIVES]: (alternatives, value, context) =>
    testAlternatives(alternatives as unknown as Alternatives, value, context),
};

const inverted = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict);

function testAlternatives(alternatives: Alternatives, value: JsonValue, { schemaOf, test }: Context): Verdict {
  const chosen = chosenBy(alternatives, value);
  if (chosen === 'any' || chosen === 'unknown') return chosen === 'any';
  let fitting = 0;
  for (const id of chosen === undefined ? alternatives.ids : [chosen]) {
    const verdict = test(schemaOf(id), value);
    if (verdict === undefined) return undefined;
    if (verdict) fitting += 1;
    if (verdict && alternatives.keyword === 'anyOf') return true;
  }
  return fitting === 1;
}

const expressions = new Map<string, RegExp>();

function expression(source: string): RegExp {
  const known = expressions.get(source);
  if (known) return known;
  const made = lenientRegExp(source, 'u');
  expressions.set(source, made);
  return made;
}
