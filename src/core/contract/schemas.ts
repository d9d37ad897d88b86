import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv';
import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import { isObject, type JsonValue } from '../lib/json.ts';
import { ALTERNATIVES } from './alternatives.ts';
import { Compiler, type Registered } from './compiler.ts';
import { convertSchema, FORBIDDEN, type SchemaKey } from './convert-schema.ts';
import { type ApiPlace, type Documents, placeKey } from './documents.ts';
import { interpret, type SchemaOf } from './interpret.ts';
import { ERROR_LIMIT } from './nearest.ts';
import { typedValue } from './typed-value.ts';

/** A violation of a schema. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer of the value. */
  readonly instancePath: string;
  readonly message: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The value. */
  readonly data: unknown;
  /** The keyword's value in the schema. */
  readonly schema: unknown;
  /** The keyword's place in the document. */
  readonly place: ApiPlace;
}

/** Keyword for an error of the schema itself. */
export const INVALID = 'x-invalid';

/** Checks values against the schemas of documents. Each schema is converted and compiled once, at its first use. */
export class Schemas {
  readonly #documents: Documents;
  readonly #native: boolean;
  readonly #ids = new Map<string, string>();
  readonly #keys = new Map<string, SchemaKey>();
  readonly #schemas = new Map<string, Registered>();
  readonly #origins = new WeakMap<object, ApiPlace>();
  readonly #schemaOf: SchemaOf = (id) => this.#registered(id)?.schema;
  readonly #full = new Compiler((id) => this.#registered(id), { allErrors: true, verbose: true });
  /** Converts strings to the type in the schema. */
  readonly #texts = new Compiler((id) => this.#registered(id), { allErrors: true, verbose: true, coerceTypes: true });

  constructor(documents: Documents, { native }: { readonly native: boolean }) {
    this.#documents = documents;
    this.#native = native;
  }

  /** Checks a value of a body. */
  check(key: SchemaKey, value: JsonValue): readonly SchemaError[] {
    return unlessInvalid(key, () => {
      const id = this.#register(key);
      if (interpret(this.#schemaOf(id), value, this.#schemaOf) === true) return [];
      return this.#errors(this.#full.compile(id), { key, value });
    });
  }

  /** Checks a value that was sent as text: a parameter, header or form field. */
  checkText(key: SchemaKey, value: JsonValue): readonly SchemaError[] {
    return unlessInvalid(key, () => {
      const id = this.#register(key);
      const schema = this.#schemaOf(id);
      const typed = typedValue(schema, value, this.#schemaOf);
      if (typed !== undefined && interpret(schema, typed, this.#schemaOf) === true) return [];
      return this.#errors(this.#texts.compile(id), { key, value: structuredClone(value) });
    });
  }

  #errors(
    validate: ValidateFunction,
    { key, value }: { readonly key: SchemaKey; readonly value: JsonValue },
  ): readonly SchemaError[] {
    if (validate(value, contextOf({ value }))) return [];
    const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
    return errors.slice(0, ERROR_LIMIT).map((error) => this.#located(error, key));
  }

  #located(error: ErrorObject, root: ApiPlace): SchemaError {
    const { keyword, instancePath, message = 'is not valid', params, data, schema, parentSchema } = error;
    const place = (parentSchema && this.#origins.get(parentSchema)) ?? { file: root.file, at: root.at };
    const step = keyword === FORBIDDEN || keyword === ALTERNATIVES ? [] : [keyword];
    return { keyword, instancePath, message, params, data, schema, place: { ...place, at: [...place.at, ...step] } };
  }

  /** The id of a schema. */
  #register(key: SchemaKey): string {
    const name = `${key.dialect} ${key.direction} ${key.isBase ? 'base ' : ''}${key.absent.join(',')} ${placeKey(key)}`;
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = `schema:${this.#ids.size}`;
    this.#ids.set(name, id);
    this.#keys.set(id, key);
    return id;
  }

  /** The converted schema of an id. */
  #registered(id: string): Registered | undefined {
    const known = this.#schemas.get(id);
    const key = this.#keys.get(id);
    if (known || !key) return known;
    const uses = new Set<string>();
    const schema = convertSchema(key, {
      documents: this.#documents,
      native: this.#native,
      note: (converted, { file, at }) => this.#origins.set(converted, { file, at }),
      register: (other) => {
        const used = this.#register(other);
        uses.add(used);
        return used;
      },
    });
    const whole: AnySchemaObject = isObject(schema) ? schema : schema === false ? { not: {} } : {};
    if (!this.#origins.has(whole)) this.#origins.set(whole, { file: key.file, at: key.at });
    const registered = { schema: whole, uses };
    this.#schemas.set(id, registered);
    return registered;
  }
}

/** Runs a check. If the schema cannot be compiled, the only violation is the error of the schema. */
function unlessInvalid({ file, at }: SchemaKey, check: () => readonly SchemaError[]): readonly SchemaError[] {
  try {
    return check();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [
      {
        keyword: INVALID,
        instancePath: '',
        message,
        params: {},
        data: undefined,
        schema: undefined,
        place: { file, at },
      },
    ];
  }
}

/** A holder for the value, since coerced values are written to their parent. */
const contextOf = (holder: { value: JsonValue }): DataValidationCxt => ({
  instancePath: '',
  parentData: holder,
  parentDataProperty: 'value',
  rootData: holder as unknown as Record<string, unknown>,
  dynamicAnchors: {},
});
