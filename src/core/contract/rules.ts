import { isObject, type JsonObject, type JsonValue } from '../lib/json.ts';
import { ALTERNATIVES, type Alternatives, checkAlternatives } from './alternatives.ts';
import { type Application, collect, type Mismatches, NONE, type Rule } from './application.ts';
import { FORBIDDEN } from './convert-schema.ts';
import { expression, fitsFormat } from './formats.ts';
import { duplicates, isEqual, isMultiple } from './json-values.ts';
import { checkUnevaluatedItems, checkUnevaluatedProperties } from './unevaluated.ts';

const TYPES: ReadonlyMap<JsonValue, (value: JsonValue) => boolean> = new Map<JsonValue, (value: JsonValue) => boolean>([
  ['string', (value) => typeof value === 'string'],
  ['number', (value) => typeof value === 'number'],
  ['integer', (value) => Number.isInteger(value)],
  ['boolean', (value) => typeof value === 'boolean'],
  ['null', (value) => value === null],
  ['array', (value) => Array.isArray(value)],
  ['object', isObject],
]);

/** A rule for a limit. `measure` returns the size of a value; values without a size match. */
const bound =
  (
    keyword: string,
    measure: (value: JsonValue) => number | undefined,
    fits: (limit: number, size: number) => boolean,
  ) =>
  (limit: JsonValue, on: Application): Mismatches | undefined => {
    if (typeof limit !== 'number') return undefined;
    const size = measure(on.value);
    return size === undefined || fits(limit, size) ? NONE : on.mismatch(keyword);
  };

const numberIn = (value: JsonValue): number | undefined => (typeof value === 'number' ? value : undefined);
const itemsIn = (value: JsonValue): number | undefined => (Array.isArray(value) ? value.length : undefined);
const propertiesIn = (value: JsonValue): number | undefined =>
  isObject(value) ? Object.keys(value).length : undefined;
/** Length in code points, as JSON Schema counts. */
function charactersIn(value: JsonValue): number | undefined {
  if (typeof value !== 'string') return undefined;
  return /[\ud800-\udfff]/.test(value) ? [...value].length : value.length;
}

const atLeast = (limit: number, size: number): boolean => size >= limit;
const atMost = (limit: number, size: number): boolean => size <= limit;

/** Rules for values that need no other schema. */
const SIMPLE: Readonly<Record<string, Rule>> = {
  type: (types, on) => {
    const known = Array.isArray(types) ? types.map((name) => TYPES.get(name)) : [TYPES.get(types)];
    if (known.length === 0 || known.includes(undefined)) return undefined;
    return known.some((is) => is?.(on.value)) ? NONE : on.mismatch('type');
  },
  enum: (values, on) => {
    if (!Array.isArray(values) || values.length === 0) return undefined;
    return values.some((value: JsonValue) => isEqual(value, on.value)) ? NONE : on.mismatch('enum');
  },
  const: (wanted, on) => (isEqual(wanted, on.value) ? NONE : on.mismatch('const')),
  multipleOf: (factor, on) => {
    if (typeof factor !== 'number' || !(factor > 0)) return undefined;
    return typeof on.value !== 'number' || isMultiple(on.value, factor) ? NONE : on.mismatch('multipleOf');
  },
  maximum: bound('maximum', numberIn, atMost),
  minimum: bound('minimum', numberIn, atLeast),
  exclusiveMaximum: bound('exclusiveMaximum', numberIn, (limit, value) => value < limit),
  exclusiveMinimum: bound('exclusiveMinimum', numberIn, (limit, value) => value > limit),
  maxLength: bound('maxLength', charactersIn, atMost),
  minLength: bound('minLength', charactersIn, atLeast),
  maxItems: bound('maxItems', itemsIn, atMost),
  minItems: bound('minItems', itemsIn, atLeast),
  maxProperties: bound('maxProperties', propertiesIn, atMost),
  minProperties: bound('minProperties', propertiesIn, atLeast),
  pattern: (source, on) => {
    if (typeof source !== 'string') return undefined;
    return typeof on.value !== 'string' || expression(source).test(on.value) ? NONE : on.mismatch('pattern');
  },
  format: (name, on) => {
    if (typeof name !== 'string') return undefined;
    return fitsFormat(name, on.value) ? NONE : on.mismatch('format');
  },
  uniqueItems: (isUnique, on) => {
    if (typeof isUnique !== 'boolean') return undefined;
    const pair = isUnique && Array.isArray(on.value) ? duplicates(on.value) : undefined;
    return pair ? on.mismatch('uniqueItems', { pair }) : NONE;
  },
  required: (names, on) => (Array.isArray(names) ? missing('required', names, on) : undefined),
  dependentRequired: (map, on) =>
    isObject(map) ? collect(present(map, on.value), (name) => missing('dependentRequired', map[name], on)) : undefined,
  [FORBIDDEN]: (reason, on) => on.mismatch(FORBIDDEN, { reason }),
};

function missing(keyword: string, names: JsonValue | undefined, on: Application): Mismatches {
  const { value } = on;
  if (!isObject(value) || !Array.isArray(names)) return NONE;
  const absent = names.map(String).filter((name) => !Object.hasOwn(value, name));
  return collect(absent, (missingProperty) => on.mismatch(keyword, { missingProperty }));
}

/** Keys of a map that the object also has. */
const present = (map: JsonObject, value: JsonValue): readonly string[] =>
  isObject(value) ? Object.keys(map).filter((name) => Object.hasOwn(value, name)) : [];

/** Rules that apply other schemas to members of the value. */
const MEMBERS: Readonly<Record<string, Rule>> = {
  properties: (map, on) =>
    isObject(map) ? collect(present(map, on.value), (name) => on.inside(map[name], name)) : NONE,
  patternProperties: (map, on) =>
    collect(Object.keys(isObject(map) ? map : {}), (source) => {
      const names = Object.keys(isObject(on.value) ? on.value : {}).filter((name) => expression(source).test(name));
      return collect(names, (name) => on.inside(isObject(map) ? map[source] : true, name));
    }),
  additionalProperties: (rest, on) => {
    const { properties, patternProperties } = on.schema;
    const expressions = Object.keys(isObject(patternProperties) ? patternProperties : {}).map(expression);
    const others = Object.keys(isObject(on.value) ? on.value : {}).filter(
      (name) =>
        !(isObject(properties) && Object.hasOwn(properties, name)) &&
        !expressions.some((pattern) => pattern.test(name)),
    );
    return collect(others, (name) =>
      rest === false ? on.mismatch('additionalProperties', { additionalProperty: name }) : on.inside(rest, name),
    );
  },
  propertyNames: (names, on) =>
    collect(
      Object.keys(isObject(on.value) ? on.value : {}).filter((name) => !on.accepts(names, name)),
      (propertyName) => on.mismatch('propertyNames', { propertyName }),
    ),
  prefixItems: (schemas, on) =>
    Array.isArray(schemas)
      ? collect(indicesOf(on.value).slice(0, schemas.length), (index) => on.inside(schemas[index], index))
      : undefined,
  items: (items, on) => {
    const first = Array.isArray(on.schema.prefixItems) ? on.schema.prefixItems.length : 0;
    const others = indicesOf(on.value).slice(first);
    if (items === false) return others.length > 0 ? on.mismatch('items', { limit: first }) : NONE;
    return collect(others, (index) => on.inside(items, index));
  },
  contains: (wanted, on) => {
    if (!Array.isArray(on.value)) return NONE;
    const { minContains, maxContains } = on.schema;
    const least = typeof minContains === 'number' ? minContains : 1;
    const most = typeof maxContains === 'number' ? maxContains : Number.POSITIVE_INFINITY;
    const count = indicesOf(on.value).filter((index) => on.inside(wanted, index).length === 0).length;
    return count >= least && count <= most ? NONE : on.mismatch('contains', { least, most });
  },
  unevaluatedProperties: checkUnevaluatedProperties,
  unevaluatedItems: checkUnevaluatedItems,
};

const indicesOf = (value: JsonValue): readonly number[] => (Array.isArray(value) ? [...value.keys()] : []);

/** Rules that apply other schemas to the same value. */
const SAME: Readonly<Record<string, Rule>> = {
  $ref: (id, on) => on.also(on.schemaOf(id)),
  allOf: (parts, on) => (Array.isArray(parts) ? collect(parts, (part: JsonValue) => on.also(part)) : undefined),
  not: (part, on) => (on.also(part).length === 0 ? on.mismatch('not') : NONE),
  if: (condition, on) => on.also(on.also(condition).length === 0 ? on.schema.then : on.schema.else),
  dependentSchemas: (map, on) =>
    isObject(map) ? collect(present(map, on.value), (name) => on.also(map[name])) : undefined,
  [ALTERNATIVES]: (alternatives, on) => checkAlternatives(alternatives as unknown as Alternatives, on),
};

/** The rule of each keyword. Other keywords, such as `then`, are read by the rule of a related keyword. */
export const RULES: ReadonlyMap<string, Rule> = new Map(Object.entries({ ...SIMPLE, ...MEMBERS, ...SAME }));
