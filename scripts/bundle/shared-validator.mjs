// Compiling the schema of schemas takes 3 ms for each validator, and the assertion `jsonSchema` creates a validator each time.

/**
 * Code for the sandbox: `validatorFor` returns a validator for one call. It uses the same Ajv again if the script gave no
 * options, and the schema is plain JSON without names that would stay known. The schema is copied, because a script can change
 * it later. The order of members counts, as it decides on the order of errors.
 */
export const SHARED_VALIDATOR = `
const { parse: parseJson, stringify: jsonOf } = JSON;
const { getPrototypeOf, keys: namesOf, prototype: plain } = Object;
const { Array: { isArray }, Map: Copies, Number: { isFinite: isJsonNumber }, Reflect: { ownKeys } } = universe;
const isPlainJson = (value) => {
  if (typeof value !== 'object' || value === null)
    return value === null || typeof value === 'string' || typeof value === 'boolean' || isJsonNumber(value);
  if (typeof value.toJSON === 'function') return false;
  const keys = ownKeys(value);
  if (isArray(value)) return keys.length === value.length + 1 && value.every(isPlainJson);
  return getPrototypeOf(value) === plain &&
    keys.every((key) => typeof key === 'string' && isPlainJson(value[key]));
};
const copyable = (options, schema) => {
  if (namesOf(options).length > 2 || options.allErrors !== true || options.logger !== false) return undefined;
  let text;
  try {
    text = jsonOf(schema);
  } catch {
    return undefined;
  }
  return /"\\$(?:id|async)"/.test(text) || !isPlainJson(schema) ? undefined : text;
};
let shared;
const validatorFor = (Ajv, options, schema) => {
  const text = copyable(options, schema);
  if (text === undefined) return new Ajv(options);
  if (!(shared?.copies.size < 100)) shared = { ajv: new Ajv({ ...options, serialize: jsonOf }), copies: new Copies() };
  const { ajv, copies } = shared;
  if (!copies.has(text)) copies.set(text, parseJson(text));
  return {
    validate: (_, data) => {
      const used = shared;
      shared = undefined;
      const isValid = ajv.validate(copies.get(text), data);
      shared = used;
      return isValid;
    },
    get errors() {
      return ajv.errors;
    },
    errorsText: () => ajv.errorsText(),
  };
};
`;

/** The assertion `jsonSchema` in the sandbox's minified code. */
export const JSON_SCHEMA = {
  from: /new (\w+)\((\w+)\)\)\.validate\((\w+),/,
  to: 'validatorFor($1,$2,$3)).validate($3,',
};
