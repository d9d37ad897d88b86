import { isObject, type JsonObject, type JsonValue } from '../lib/json.ts';
import { ALTERNATIVES, type Alternatives, matchingChoices } from './alternatives.ts';
import { type Application, collect, type Mismatches, NONE } from './application.ts';
import { expression } from './formats.ts';

type Key = string | number;

/** Checks the properties that no schema for the same value evaluates. */
export function checkUnevaluatedProperties(rest: JsonValue, on: Application): Mismatches {
  const { value } = on;
  if (!isObject(value)) return NONE;
  const evaluated = evaluatedBy(on, propertiesOf);
  const others = Object.keys(value).filter((name) => !evaluated.has(name));
  return collect(others, (name) =>
    rest === false ? on.mismatch('unevaluatedProperties', { unevaluatedProperty: name }) : on.inside(rest, name),
  );
}

/** Checks the items that no schema for the same value evaluates. */
export function checkUnevaluatedItems(rest: JsonValue, on: Application): Mismatches {
  const { value } = on;
  if (!Array.isArray(value)) return NONE;
  const evaluated = evaluatedBy(on, itemsOf);
  const others = [...value.keys()].filter((index) => !evaluated.has(index));
  if (rest === false) return others.length > 0 ? on.mismatch('unevaluatedItems', { limit: others[0] }) : NONE;
  return collect(others, (index) => on.inside(rest, index));
}

/** The members that a schema's keywords evaluate. With `isInner`, its own `unevaluated…` keyword counts, too. */
type Evaluated = (on: Application, isInner: boolean) => Iterable<Key>;

const propertiesOf: Evaluated = ({ schema, value }, isInner) => {
  const names = Object.keys(value as JsonObject);
  if (schema.additionalProperties !== undefined || (isInner && schema.unevaluatedProperties !== undefined))
    return names;
  const { properties, patternProperties } = schema;
  const expressions = Object.keys(isObject(patternProperties) ? patternProperties : {}).map(expression);
  return names.filter(
    (name) =>
      (isObject(properties) && Object.hasOwn(properties, name)) || expressions.some((pattern) => pattern.test(name)),
  );
};

const itemsOf: Evaluated = (on, isInner) => {
  const { schema } = on;
  const indices = [...(on.value as readonly JsonValue[]).keys()];
  if (schema.items !== undefined || (isInner && schema.unevaluatedItems !== undefined)) return indices;
  const first = Array.isArray(schema.prefixItems) ? schema.prefixItems.length : 0;
  const { contains } = schema;
  return indices.filter(
    (index) => index < first || (contains !== undefined && on.inside(contains, index).length === 0),
  );
};

/** The members that a schema evaluates, or one of the schemas that it applies to the same value. */
function evaluatedBy(on: Application, evaluated: Evaluated, isInner = false): ReadonlySet<Key> {
  const keys = new Set(evaluated(on, isInner));
  for (const part of appliedSchemas(on)) {
    const other = on.other(part);
    if (other) for (const key of evaluatedBy(other, evaluated, true)) keys.add(key);
  }
  return keys;
}

type Applied = readonly (JsonValue | undefined)[];

/** The schemas that a schema applies to the same value. Of alternatives and conditions, only those that match. */
function appliedSchemas(on: Application): Applied {
  const { $ref, allOf } = on.schema;
  const alternatives = on.schema[ALTERNATIVES] as unknown as Alternatives | undefined;
  return [
    ...($ref === undefined ? [] : [on.schemaOf($ref)]),
    ...(Array.isArray(allOf) ? allOf : []),
    ...(alternatives ? matchingChoices(alternatives, on).map((id) => on.schemaOf(id)) : []),
    ...conditionalSchemas(on),
    ...dependentSchemas(on),
  ];
}

function conditionalSchemas(on: Application): Applied {
  const { if: condition, then, else: otherwise } = on.schema;
  if (condition === undefined) return [];
  return on.also(condition).length === 0 ? [condition, then] : [otherwise];
}

function dependentSchemas({ schema, value }: Application): Applied {
  const { dependentSchemas: map } = schema;
  if (!isObject(map) || !isObject(value)) return [];
  const names = Object.keys(map).filter((name) => Object.hasOwn(value, name));
  return names.map((name) => map[name]);
}
