import { isObject, type JsonObject, type JsonPath, type JsonValue, objectsOf, textOf } from '../lib/json.ts';
import type { Diff } from '../model/diff.ts';
import type { Complaint } from '../model/problem.ts';
import type { Secret } from '../model/secret.ts';
import { diffRows } from './diff-rows.ts';
import { descriptionText } from './strip-variables.ts';

/** Whether a variable is of type `secret` and has no value in the file: Postman's value is kept. */
const isBlankSecret = (variable: JsonObject): boolean =>
  variable.type === 'secret' && (variable.value === undefined || variable.value === null || variable.value === '');

/** The values of an environment or globals file that Postman would refuse. */
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

/** The content with Postman's values for blank secrets: a PUT would clear them otherwise. */
export function keepSecrets(content: JsonObject, remote: JsonObject): JsonObject {
  const theirs = byKey(remote);
  const { values } = content;
  if (!Array.isArray(values)) return content;
  const kept = values.map((value: JsonValue) => {
    const their = isObject(value) && isBlankSecret(value) ? theirs.get(String(value.key)) : undefined;
    return isObject(value) && their?.value !== undefined ? { ...value, value: their.value } : value;
  });
  return { ...content, values: kept };
}

/** Remote content without the values of secrets that are blank in the file: those values are left to Postman. */
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

/** Content in which the given variables have the given values; those it does not know are added as secrets. */
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

const byKey = (content: JsonObject): ReadonlyMap<string, JsonObject> =>
  new Map(objectsOf(content.values).map((value) => [String(value.key), value]));

/** Added, removed and changed variables; values of secrets as `***`. */
export function diffVariables(before: JsonObject, after: JsonObject): Diff {
  const [was, is] = [textOf(before.name), textOf(after.name)];
  const renamed: Diff =
    was && is && was !== is ? [{ change: 'renamed', what: 'environment', path: [], before: was, after: is }] : [];
  const rows = { was: objectsOf(before.values), is: objectsOf(after.values), path: [] };
  return [...renamed, ...diffRows('variable', rows)];
}
