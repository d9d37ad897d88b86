import { isObject, type JsonObject, type JsonValue, mapped, omit, omitUndefined, textOf } from '../lib/json.ts';
import { API_FIELDS } from './collection/strip.ts';

/** What old exports leave at the top of environments and globals besides. */
const OLD_FIELDS = ['timestamp', 'synced', 'syncedFilename', 'isDeleted', 'team'];

const FILE_FIELDS: ReadonlySet<string> = new Set([...API_FIELDS, ...OLD_FIELDS]);

/** Written anew for every variable. */
const VARIABLE_FIELDS: ReadonlySet<string> = new Set(['id', 'value', 'type', 'enabled', 'disabled', 'description']);

/**
 * An environment or globals file as Postman takes it: without ids and stamps, every variable with a text for a value and
 * one of the API's two types. The app's import converts old exports in the same way.
 */
export const stripVariables = (container: JsonObject): JsonObject => ({
  ...omit(container, FILE_FIELDS),
  ...mapped(container, 'values', environmentVariable),
});

function environmentVariable(variable: JsonObject): JsonObject {
  const { value, type, description, disabled, enabled } = variable;
  return omitUndefined<JsonObject>({
    ...omit(variable, VARIABLE_FIELDS),
    value: value === undefined || value === null ? undefined : textOfValue(value),
    type: type === undefined || type === null ? undefined : type === 'secret' ? 'secret' : 'default',
    enabled: typeof enabled === 'boolean' ? enabled : typeof disabled === 'boolean' ? !disabled : undefined,
    description: descriptionText(description),
  });
}

/** Numbers and booleans as they are written, lists and objects as JSON. */
const textOfValue = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The text of a description in either of its forms. */
export const descriptionText = (description: JsonValue | undefined): string | undefined =>
  isObject(description) ? textOf(description.content) : textOf(description);

/**
 * The form that is compared: only what the API stores of a variable (`createEnvironment` in Postman's description of its
 * API). A variable has the empty value, is of type `default` and enabled unless it says otherwise.
 */
export function canonicalVariables(container: JsonObject): JsonObject {
  const stripped = stripVariables(container);
  return { ...stripped, ...mapped(stripped, 'values', canonicalVariable) };
}

const canonicalVariable = ({
  key,
  value = '',
  type = 'default',
  enabled = true,
  description,
}: JsonObject): JsonObject => omitUndefined<JsonObject>({ key, value, type, enabled, description });
