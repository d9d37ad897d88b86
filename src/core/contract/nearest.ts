import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv';
import type { DataValidateFunction, DataValidationCxt } from 'ajv/dist/types/index.js';
import { ALTERNATIVES, type Alternatives, chosenBy } from './alternatives.ts';

/** Most errors of one value. */
export const ERROR_LIMIT = 100;

interface Context {
  readonly parentSchema: AnySchemaObject;
  readonly validatorOf: (id: string) => ValidateFunction;
}

/** Validates `oneOf` and `anyOf`. A value that matches no choice gets the errors of the closest choice. */
export function nearest(alternatives: Alternatives, context: Context): DataValidateFunction {
  const { parentSchema, validatorOf } = context;
  const fail = (data: unknown, at: DataValidationCxt | undefined, params: ErrorObject['params']): ErrorObject => ({
    keyword: ALTERNATIVES,
    instancePath: at?.instancePath ?? '',
    schemaPath: `#/${ALTERNATIVES}`,
    params,
    data,
    schema: alternatives,
    parentSchema,
  });
  const validate: DataValidateFunction = (data: unknown, at?: DataValidationCxt) => {
    const chosen = chosenBy(alternatives, data);
    if (chosen === 'any') return true;
    if (chosen === 'unknown') return refuse([fail(data, at, { ...alternatives.discriminator })]);
    const ids = chosen === undefined ? alternatives.ids : [chosen];
    const results = ids.map((id) => errorsOf(validatorOf(id), data, at));
    const fitting = results.filter((errors) => errors.length === 0).length;
    if (fitting === 1 || (fitting > 0 && alternatives.keyword === 'anyOf')) return true;
    if (fitting > 1) return refuse([fail(data, at, { fitting })]);
    return refuse(
      closest(results, at?.instancePath ?? '')?.map(kept) ?? [fail(data, at, { fitting, types: typesOf(results) })],
    );
  };
  const refuse = (errors: readonly ErrorObject[]): boolean => {
    validate.errors = errors.slice(0, ERROR_LIMIT);
    return false;
  };
  return validate;
}

/** Ajv writes schema and value of this keyword into every error. Errors of inner schemas must keep their own. */
function kept(error: ErrorObject): ErrorObject {
  const fixed = (value: unknown): PropertyDescriptor => ({ get: () => value, set: () => undefined, enumerable: true });
  return Object.defineProperties({ ...error }, { schema: fixed(error.schema), data: fixed(error.data) });
}

function errorsOf(
  validate: ValidateFunction,
  data: unknown,
  at: DataValidationCxt | undefined,
): readonly ErrorObject[] {
  return validate(data, at) ? [] : (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
}

/** The errors of the choice with the fewest errors, among choices of the value's type. */
function closest(results: readonly (readonly ErrorObject[])[], here: string): readonly ErrorObject[] | undefined {
  const ofType = results.filter((errors) => !errors.some((error) => isTypeOf(error, here)));
  return [...ofType].sort((a, b) => a.length - b.length)[0];
}

const isTypeOf = ({ keyword, instancePath }: ErrorObject, here: string): boolean =>
  keyword === 'type' && instancePath === here;

const typesOf = (results: readonly (readonly ErrorObject[])[]): readonly string[] => [
  ...new Set(results.flat().flatMap(({ keyword, schema }) => (keyword === 'type' ? [schema].flat().map(String) : []))),
];
