import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv';
import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import { isObject, type JsonValue } from '../lib/json.ts';
import { Compiler, type Registered } from './compiler.ts';
import { ALTERNATIVES, convertSchema, FORBIDDEN, type SchemaKey } from './convert-schema.ts';
import { type ApiPlace, type Documents, keyOf } from './documents.ts';
import { ERROR_LIMIT } from './nearest.ts';

/** A way in which a value differs from its schema. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer of the value. */
  readonly instancePath: string;
  readonly message: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The value. */
  readonly data: unknown;
  /** What the keyword says in the schema. */
  readonly schema: unknown;
  /** The keyword in the document. */
  readonly place: ApiPlace;
}

/** Keyword of an error of the schema itself. */
export const INVALID = 'x-invalid';

/** Compiles the schemas of documents when they are needed, each once. */
export class Schemas {
  readonly #documents: Documents;
  readonly #native: boolean;
  readonly #ids = new Map<string, string>();
  readonly #schemas = new Map<string, Registered>();
  readonly #origins = new WeakMap<object, ApiPlace>();
  /** Tells right from wrong and nothing more: its code is a fraction of what `full` makes. */
  readonly #quick = new Compiler(this.#schemas, { allErrors: false, verbose: false, messages: false });
  readonly #full = new Compiler(this.#schemas, { allErrors: true, verbose: true });
  /** Converts texts to the type that a schema wants. */
  readonly #texts = new Compiler(this.#schemas, { allErrors: true, verbose: true, coerceTypes: true });

  constructor(documents: Documents, { native }: { readonly native: boolean }) {
    this.#documents = documents;
    this.#native = native;
  }

  /** Checks a value of a body. */
  check(key: SchemaKey, value: JsonValue): readonly SchemaError[] {
    return unlessInvalid(key, () => {
      const id = this.#register(key);
      return this.#quick.compile(id)(value) ? [] : this.#errors(this.#full.compile(id), { key, value });
    });
  }

  /** Checks a value that travelled as text: a parameter, a header, a field of a form. */
  checkText(key: SchemaKey, value: JsonValue): readonly SchemaError[] {
    return unlessInvalid(key, () =>
      this.#errors(this.#texts.compile(this.#register(key)), { key, value: structuredClone(value) }),
    );
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

  /** The id of a schema; converts it when it is new. */
  #register(key: SchemaKey): string {
    const name = `${key.dialect} ${key.direction} ${key.absent.join(',')} ${keyOf(key)}`;
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = `schema:${this.#ids.size}`;
    this.#ids.set(name, id);
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
    this.#schemas.set(id, { schema: whole, uses });
    return id;
  }
}

/** A schema that cannot be compiled checks nothing: that is told instead. */
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

/** Coerced values are written into their holder. */
const contextOf = (holder: { value: JsonValue }): DataValidationCxt => ({
  instancePath: '',
  parentData: holder,
  parentDataProperty: 'value',
  rootData: holder as unknown as Record<string, unknown>,
  dynamicAnchors: {},
});
