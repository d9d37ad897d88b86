import { Ajv2020, type AnySchemaObject, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import formats from 'ajv-formats';
import { ALTERNATIVES, type Alternatives } from './alternatives.ts';
import { FORBIDDEN } from './convert-schema.ts';
import { FORMATS, lenientRegExp } from './formats.ts';
import { nearest } from './nearest.ts';

/** A converted schema with the ids of schemas that it refers to. */
export interface Registered {
  readonly schema: AnySchemaObject;
  readonly uses: ReadonlySet<string>;
}

/** Compiles registered schemas on demand, each with the schemas that it refers to. */
export class Compiler {
  readonly #registered: (id: string) => Registered | undefined;
  readonly #options: Options;
  #made: Ajv2020 | undefined;
  readonly #added = new Set<string>();
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(registered: (id: string) => Registered | undefined, options: Options) {
    this.#registered = registered;
    this.#options = options;
  }

  /** Created for the first compiled schema: most runs need none. */
  get #ajv(): Ajv2020 {
    this.#made ??= createAjv(this.#options, (id) => this.compile(id));
    return this.#made;
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
    const registered = this.#registered(id);
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
