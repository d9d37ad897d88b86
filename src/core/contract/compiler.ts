import { Ajv2020, type AnySchemaObject, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import formats from 'ajv-formats';
import { ALTERNATIVES, type Alternatives, FORBIDDEN } from './convert-schema.ts';
import { nearest } from './nearest.ts';

/** Formats that are checked; the others say nothing about what is valid. */
const FORMATS = [
  'date',
  'date-time',
  'time',
  'duration',
  'uri',
  'uri-reference',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uuid',
  'json-pointer',
  'byte',
  'int32',
  'int64',
  'float',
  'double',
] as const;

/** A converted schema and the ids of those that it refers to. */
export interface Registered {
  readonly schema: AnySchemaObject;
  readonly uses: ReadonlySet<string>;
}

/** Compiles registered schemas on demand, each with what it refers to. */
export class Compiler {
  readonly #schemas: ReadonlyMap<string, Registered>;
  readonly #ajv: Ajv2020;
  readonly #added = new Set<string>();
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(schemas: ReadonlyMap<string, Registered>, options: Options) {
    this.#schemas = schemas;
    this.#ajv = createAjv(options, (id) => this.compile(id));
  }

  compile(id: string): ValidateFunction {
    const known = this.#compiled.get(id);
    if (known) return known;
    this.#add(id);
    const validate = this.#ajv.getSchema(id);
    if (!validate) throw new Error(`The schema ${id} is not registered.`);
    this.#compiled.set(id, validate);
    return validate;
  }

  #add(id: string): void {
    const registered = this.#schemas.get(id);
    if (!registered || this.#added.has(id)) return;
    this.#added.add(id);
    this.#ajv.addSchema(registered.schema, id);
    for (const used of registered.uses) this.#add(used);
  }
}

function createAjv(options: Options, validatorOf: (id: string) => ValidateFunction): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    inlineRefs: false,
    addUsedSchema: false,
    logger: false,
    code: { regExp: lenientRegExp, optimize: false },
    ...options,
  });
  formats.default(ajv, { mode: 'full', formats: [...FORMATS] });
  ajv.addKeyword({ keyword: FORBIDDEN, schemaType: 'string', errors: 'full', validate: forbidden });
  ajv.addKeyword({
    keyword: ALTERNATIVES,
    schemaType: 'object',
    errors: 'full',
    compile: (schema: Alternatives, parentSchema) => nearest(schema, { parentSchema, validatorOf }),
  });
  return ajv;
}

/** Patterns of other regular expression dialects that JavaScript cannot read match anything: nothing is told about them. */
const lenientRegExp = Object.assign(
  (source: string, flags: string): RegExp => {
    for (const tried of [flags, '']) {
      try {
        return new RegExp(source, tried);
      } catch {
        // The next flags may do.
      }
    }
    return /(?:)/;
  },
  { code: '(source, flags) => new RegExp(source, flags)' },
);

const forbidden: {
  (reason: string, data: unknown, parent: unknown, context?: DataValidationCxt): boolean;
  errors?: Partial<ErrorObject>[];
} = (reason, data, parentSchema, context) => {
  forbidden.errors = [
    {
      keyword: FORBIDDEN,
      instancePath: context?.instancePath ?? '',
      schemaPath: `#/${FORBIDDEN}`,
      params: { reason },
      message: `must not be sent: it is ${reason}`,
      data,
      schema: reason,
      parentSchema: parentSchema as AnySchemaObject,
    },
  ];
  return false;
};
