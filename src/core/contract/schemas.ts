import { isObject, type JsonObject, type JsonValue } from '../lib/json.ts';
import { messageOf } from '../model/errors.ts';
import { ALTERNATIVES } from './alternatives.ts';
import { CircularSchema, type Mismatch, NEVER, type SchemaOf } from './application.ts';
import { convertSchema, FORBIDDEN, type SchemaKey } from './convert-schema.ts';
import { type ApiPlace, type Documents, placeKey } from './documents.ts';
import { validate } from './validate.ts';

/** A mismatch with the place of its keyword in the document. */
export interface SchemaError extends Mismatch {
  readonly place: ApiPlace;
}

/** A part of a schema that cannot be checked, with its place. */
export interface PlacedDefect {
  readonly message: string;
  readonly place: ApiPlace;
}

/** Checks values against the schemas of documents. Each schema is converted once, at its first use. */
export class Schemas {
  readonly #documents: Documents;
  readonly #ids = new Map<string, string>();
  readonly #keys = new Map<string, SchemaKey>();
  readonly #schemas = new Map<string, JsonObject>();
  readonly #origins = new WeakMap<object, ApiPlace>();
  readonly #schemaOf: SchemaOf = (id) => this.#converted(id);
  readonly #defects = new Map<string, PlacedDefect>();

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  /** Checks a value of a body. */
  check(key: SchemaKey, value: JsonValue): readonly SchemaError[] {
    return this.#errors(key, { value, isText: false });
  }

  /** Checks a value that was sent as text: a parameter, header or form field. */
  checkText(key: SchemaKey, value: JsonValue): readonly SchemaError[] {
    return this.#errors(key, { value, isText: true });
  }

  /** Returns the defects that were found since the last call. */
  takeDefects(): readonly PlacedDefect[] {
    const defects = [...this.#defects.values()];
    this.#defects.clear();
    return defects;
  }

  /** The mismatches of a value. A schema that cannot be applied is a defect of the document, not a mismatch. */
  #errors(
    key: SchemaKey,
    { value, isText }: { readonly value: JsonValue; readonly isText: boolean },
  ): readonly SchemaError[] {
    const place = { file: key.file, at: key.at };
    const note = (schema: JsonObject, keyword: string): void =>
      this.#note(
        `The value of ${keyword} is not valid: ${shortened(schema[keyword])}`,
        this.#placeOf(schema, place, keyword),
      );
    try {
      const schema = this.#converted(this.#register(key));
      const found = validate(schema ?? {}, value, { schemaOf: this.#schemaOf, note, isText });
      return found.map((mismatch) => ({ ...mismatch, place: this.#located(mismatch, place) }));
    } catch (error) {
      const at = error instanceof CircularSchema ? this.#placeOf(error.schema, place) : place;
      this.#note(error instanceof RangeError ? TOO_DEEP : messageOf(error), at);
      return [];
    }
  }

  #note(message: string, place: ApiPlace): void {
    this.#defects.set(`${message} ${placeKey(place)}`, { message, place });
  }

  #located({ keyword, schema }: Mismatch, root: ApiPlace): ApiPlace {
    return OWN.has(keyword) ? this.#placeOf(schema, root) : this.#placeOf(schema, root, keyword);
  }

  #placeOf(schema: JsonObject, root: ApiPlace, ...steps: string[]): ApiPlace {
    const { file, at } = this.#origins.get(schema) ?? root;
    return { file, at: [...at, ...steps] };
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
  #converted(id: string): JsonObject | undefined {
    const known = this.#schemas.get(id);
    const key = this.#keys.get(id);
    if (known || !key) return known;
    const schema = convertSchema(key, {
      documents: this.#documents,
      note: (converted, { file, at }) => this.#origins.set(converted, { file, at }),
      register: (other) => this.#register(other),
    });
    const whole = objectFormOf(schema);
    if (!this.#origins.has(whole)) this.#origins.set(whole, { file: key.file, at: key.at });
    this.#schemas.set(id, whole);
    return whole;
  }
}

/** A schema as an object; `false` matches no value, `true` every value. */
function objectFormOf(schema: JsonValue): JsonObject {
  if (isObject(schema)) return schema;
  return schema === false ? { not: {} } : {};
}

/** Our own keywords, which the document does not have. */
const OWN: ReadonlySet<string> = new Set([FORBIDDEN, ALTERNATIVES, NEVER]);

const TOO_DEEP = 'The values of this schema are nested too deeply to be checked';

/** Longer values of keywords are truncated in messages; in characters. */
const LONGEST = 60;

function shortened(value: JsonValue | undefined): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
