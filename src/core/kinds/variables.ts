import { isObject, type JsonObject, type JsonPath, type JsonValue, objectsOf, textOf } from '../lib/json.ts';
import { type Diff, renamed } from '../model/diff.ts';
import type { Complaint } from '../model/problem.ts';
import type { Secret } from '../model/secret.ts';
import { diffRows } from './diff-rows.ts';
import { descriptionText, isBlank, variablesByKey } from './strip-variables.ts';

/** Whether a variable is of type `secret` and has no value in the file: Postman's value is kept. */
const isBlankSecret = (variable: JsonObject): boolean => variable.type === 'secret' && isBlank(variable);

/** The complaints about variables of an environment or globals file that Postman would refuse. */
export function checkValues(content: JsonObject): readonly Complaint[] {
  const { values } = content;
  if (!Array.isArray(values)) {
    return [{ at: ['values'], message: '"values" is not an array', remedy: 'Export the file from Postman again.' }];
  }
  return values.flatMap((value: JsonValue, index) => checkVariable(value, ['values', index]));
}

/** The longest description that Postman stores (environments and globals). */
const MAX_DESCRIPTION = 512;

function checkVariable(value: JsonValue, at: JsonPath): readonly Complaint[] {
  if (!isObject(value) || typeof value.key !== 'string')
    return [{ at, message: 'A variable has no "key"', remedy: 'Give it a key, or remove it.' }];
  const { length } = descriptionText(value.description) ?? '';
  if (length <= MAX_DESCRIPTION) return [];
  const message = `The description of "${value.key}" must be at most ${MAX_DESCRIPTION} characters (got ${length})`;
  return [{ at: [...at, 'description'], message, remedy: 'Shorten it: Postman refuses longer ones.' }];
}

/** The content with Postman's values of blank secrets: a PUT without them would clear them. */
export function keepSecrets(content: JsonObject, remote: JsonObject): JsonObject {
  const theirs = variablesByKey(remote);
  const { values } = content;
  if (!Array.isArray(values)) return content;
  const kept = values.map((value: JsonValue) => {
    const their = isObject(value) && isBlankSecret(value) ? theirs.get(String(value.key)) : undefined;
    return isObject(value) && their?.value !== undefined ? { ...value, value: their.value } : value;
  });
  return { ...content, values: kept };
}

/** Remote content in which secrets that are blank in the file are blank, too: Postman decides their values. */
export function withoutKept(remote: JsonObject, content: JsonObject): JsonObject {
  const blank = new Map(
    objectsOf(content.values)
      .filter(isBlankSecret)
      .map(({ key, value }) => [key, value]),
  );
  const values = objectsOf(remote.values).map((variable) =>
    blank.has(variable.key) ? { ...variable, value: blank.get(variable.key) } : variable,
  );
  return { ...remote, values };
}

/** Content in which the given variables have the given values; missing variables are added as secrets. */
export function withValues(content: JsonObject, values: ReadonlyMap<string, Secret>): JsonObject {
  const known = objectsOf(content.values).map((variable) => {
    const value = values.get(String(variable.key));
    return value ? { ...variable, value: value.reveal() } : variable;
  });
  const names = new Set(known.map((variable) => String(variable.key)));
  const added = [...values]
    .filter(([key]) => !names.has(key))
    .map(([key, value]) => ({ key, value: value.reveal(), type: 'secret', enabled: true }));
  return { ...content, values: [...known, ...added] };
}

/** Differences between two environments or globals; values of secrets are `***`. */
export function diffVariables(before: JsonObject, after: JsonObject): Diff {
  const [was, is] = [textOf(before.name), textOf(after.name)];
  const rows = { was: objectsOf(before.values), is: objectsOf(after.values), path: [] };
  return [...(was && is ? renamed('environment', { was, is, path: [] }) : []), ...diffRows('variable', rows)];
}
