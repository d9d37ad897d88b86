import {
  isObject,
  type JsonObject,
  type JsonValue,
  mapObjectsAt,
  objectsOf,
  omit,
  omitUndefined,
  textOf,
} from '../lib/json.ts';
import { API_FIELDS } from './collection/strip.ts';

/** Fields of environments and globals that only old exports have. */
const OLD_FIELDS = ['timestamp', 'synced', 'syncedFilename', 'isDeleted', 'team'];

const FILE_FIELDS: ReadonlySet<string> = new Set([...API_FIELDS, ...OLD_FIELDS]);

/** Fields of a variable that `environmentVariable` converts. */
const VARIABLE_FIELDS: ReadonlySet<string> = new Set(['id', 'value', 'type', 'enabled', 'disabled', 'description']);

/** Whether a variable is a secret; the app marks secrets by their type, the API also by `secret`. */
export const isSecretVariable = ({ type, secret }: JsonObject): boolean => type === 'secret' || secret === true;

/** Whether a variable has no value. */
export const isBlank = ({ value }: JsonObject): boolean => value === undefined || value === null || value === '';

/** The variables of an environment or globals by key. */
export const variablesByKey = (content: JsonObject): ReadonlyMap<string, JsonObject> =>
  new Map(objectsOf(content.values).map((variable) => [String(variable.key), variable]));

/**
 * An environment or globals file as the API accepts it: without ids and added fields; values are strings, types are the
 * API's two. Postman's app converts old exports in the same way.
 */
export const stripVariables = (container: JsonObject): JsonObject => ({
  ...omit(container, FILE_FIELDS),
  ...mapObjectsAt(container, 'values', environmentVariable),
});

function environmentVariable(variable: JsonObject): JsonObject {
  const { value, type, description } = variable;
  return omitUndefined<JsonObject>({
    ...omit(variable, VARIABLE_FIELDS),
    value: value === undefined || value === null ? undefined : textOfValue(value),
    type: type === undefined || type === null ? undefined : apiType(type),
    enabled: isEnabled(variable),
    description: descriptionText(description),
  });
}

const apiType = (type: JsonValue): string => (type === 'secret' ? 'secret' : 'default');

/** Undefined if the variable does not say whether it is enabled. */
function isEnabled({ enabled, disabled }: JsonObject): boolean | undefined {
  if (typeof enabled === 'boolean') return enabled;
  return typeof disabled === 'boolean' ? !disabled : undefined;
}

/** A value as text: a string as it is, other values as JSON. */
export const textOfValue = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The text of a description, which is a string or an object. */
export const descriptionText = (description: JsonValue | undefined): string | undefined =>
  isObject(description) ? textOf(description.content) : textOf(description);

/**
 * The canonical form of an environment or globals. Variables have only the fields that the API stores
 * (`createEnvironment` in Postman's OpenAPI document), with its defaults: an empty value, type `default`, enabled.
 */
export function canonicalVariables(container: JsonObject): JsonObject {
  const stripped = stripVariables(container);
  return { ...stripped, ...mapObjectsAt(stripped, 'values', canonicalVariable) };
}

const canonicalVariable = ({
  key,
  value = '',
  type = 'default',
  enabled = true,
  description,
}: JsonObject): JsonObject => omitUndefined<JsonObject>({ key, value, type, enabled, description });
