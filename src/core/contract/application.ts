import type { JsonObject, JsonValue } from '../lib/json.ts';
import { pointerStep } from './documents.ts';

/** A keyword of a schema that a value does not match. */
export interface Mismatch {
  readonly keyword: string;
  /** JSON pointer of the value. */
  readonly instancePath: string;
  readonly data: JsonValue | undefined;
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema with the keyword. */
  readonly schema: JsonObject;
}

/** The mismatches of a value; empty for a value that matches. */
export type Mismatches = readonly Mismatch[];

/** The mismatches of a value that matches. */
export const NONE: Mismatches = [];

/** Our keyword for the schema `false`. Its mismatches are attributed to the schema that contains it. */
export const NEVER = 'x-never';

/** Checks one keyword. Undefined: the keyword's value is invalid, so that the keyword is ignored and noted. */
export type Rule = (argument: JsonValue, on: Application) => Mismatches | undefined;

/** Finds a converted schema by its id. */
export type SchemaOf = (id: string) => JsonValue | undefined;

/** The common properties of all applications in one validation. */
export interface Validation {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly schemaOf: SchemaOf;
  /** The possible values of a string that was sent as text. The first one that matches counts. */
  readonly readings: (text: string) => readonly JsonValue[];
  /** Notes a keyword whose value is invalid. */
  readonly note: (schema: JsonObject, keyword: string) => void;
  /**
   * A cache for objects and arrays: `unevaluatedProperties` at several levels would check the levels below repeatedly.
   */
  readonly known: Map<JsonObject, Map<object, Mismatches>>;
}

/** A member of a value. */
interface Step {
  readonly parent: Step | undefined;
  readonly key: string | number;
}

/** The longest chain of schemas that apply to the same value. In a longer chain, a schema refers to itself. */
const MOST_HOPS = 200;

/** Thrown for a schema that refers to itself without end. */
export class CircularSchema extends Error {
  readonly schema: JsonObject;

  constructor(schema: JsonObject) {
    super('The schema refers to itself without end');
    this.schema = schema;
  }
}

/** A schema applied to a value. */
export class Application {
  readonly schema: JsonObject;
  readonly value: JsonValue;
  readonly #validation: Validation;
  readonly #at: Step | undefined;
  readonly #hops: number;

  constructor(
    schema: JsonObject,
    value: JsonValue,
    { validation, at, hops = 0 }: { readonly validation: Validation; readonly at?: Step | undefined; hops?: number },
  ) {
    if (hops > MOST_HOPS) throw new CircularSchema(schema);
    this.schema = schema;
    this.value = value;
    this.#validation = validation;
    this.#at = at;
    this.#hops = hops;
  }

  /** Checks every keyword of the schema. */
  check(): Mismatches {
    return collect(Object.keys(this.schema), (keyword) => {
      const found = this.#validation.rules.get(keyword)?.(this.schema[keyword] ?? null, this);
      if (!found && this.#validation.rules.has(keyword)) this.#validation.note(this.schema, keyword);
      return found ?? NONE;
    });
  }

  /** Applies another schema to the same value. */
  also(schema: JsonValue | undefined): Mismatches {
    if (schema === false) return this.mismatch(NEVER);
    const other = this.other(schema);
    return other ? other.#cached() : NONE;
  }

  /** The application of another schema to the same value; undefined for the schemas `true` and `false`. */
  other(schema: JsonValue | undefined): Application | undefined {
    if (typeof schema !== 'object' || schema === null) return undefined;
    const [validation, at, hops] = [this.#validation, this.#at, this.#hops + 1];
    return new Application(schema as JsonObject, this.value, { validation, at, hops });
  }

  /** The schema with an id. */
  schemaOf(id: unknown): JsonValue | undefined {
    return typeof id === 'string' ? this.#validation.schemaOf(id) : undefined;
  }

  #cached(): Mismatches {
    const { schema, value } = this;
    if (typeof value !== 'object' || value === null) return this.check();
    const { known } = this.#validation;
    const byValue = known.get(schema) ?? new Map<object, Mismatches>();
    known.set(schema, byValue);
    const found = byValue.get(value) ?? this.check();
    byValue.set(value, found);
    return found;
  }

  /** Applies a schema to a member of the value. */
  inside(schema: JsonValue | undefined, key: string | number): Mismatches {
    if (schema === false) return this.mismatch(NEVER, {}, key);
    if (typeof schema !== 'object' || schema === null) return NONE;
    const value = (this.value as Readonly<Record<string | number, JsonValue>>)[key] as JsonValue;
    return enter(schema as JsonObject, value, { validation: this.#validation, at: { parent: this.#at, key } });
  }

  /** Whether another value, such as the name of a property, matches a schema. */
  accepts(schema: JsonValue, value: JsonValue): boolean {
    if (typeof schema !== 'object' || schema === null) return schema !== false;
    return new Application(schema as JsonObject, value, { validation: this.#validation }).check().length === 0;
  }

  /** A mismatch of the value, or of a member of it. */
  mismatch(keyword: string, params: Mismatch['params'] = {}, key?: string | number): Mismatches {
    const at = key === undefined ? this.#at : { parent: this.#at, key };
    const data = key === undefined ? this.value : (this.value as Readonly<Record<string | number, JsonValue>>)[key];
    return [{ keyword, instancePath: pointer(at), data, params, schema: this.schema }];
  }
}

/** Applies a schema to a value. For a text, each of its possible values is tried. */
export function enter(
  schema: JsonObject,
  value: JsonValue,
  { validation, at }: { readonly validation: Validation; readonly at?: Step | undefined },
): Mismatches {
  const readings = typeof value === 'string' ? validation.readings(value) : [value];
  const results: Mismatches[] = [];
  for (const reading of readings) {
    const found = new Application(schema, reading, { validation, at }).check();
    if (found.length === 0) return NONE;
    results.push(found);
  }
  return closest(results, pointer(at)) ?? results[0] ?? NONE;
}

/** The shortest list of mismatches among those in which the value at `here` has the right type. */
export function closest(results: readonly Mismatches[], here: string): Mismatches | undefined {
  const ofType = results.filter(
    (found) => !found.some(({ keyword, instancePath }) => keyword === 'type' && instancePath === here),
  );
  return [...ofType].sort((a, b) => a.length - b.length)[0];
}

/** The most mismatches of one value. */
const MOST = 10_000;

/** Joins the mismatches of entries, up to the limit. */
export function collect<T>(entries: Iterable<T>, mismatchesOf: (entry: T) => Mismatches): Mismatches {
  const all: Mismatch[] = [];
  for (const entry of entries) {
    for (const mismatch of mismatchesOf(entry)) all.push(mismatch);
    if (all.length >= MOST) return all.slice(0, MOST);
  }
  return all.length > 0 ? all : NONE;
}

const pointer = (at: Step | undefined): string => (at ? `${pointer(at.parent)}/${pointerStep(at.key)}` : '');
