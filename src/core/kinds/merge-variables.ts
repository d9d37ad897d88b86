import { isObject, type JsonObject, mapObjectsAt, objectsOf, omit, textOf } from '../lib/json.ts';
import { API_FIELDS } from './collection/strip.ts';
import { list } from './merge/list.ts';
import { json, object } from './merge/object.ts';
import { type Canonical, type Merged, type MergeOptions, type Merger, type Versions, whole } from './merge/versions.ts';
import {
  canonicalVariables,
  isBlank,
  isSecretVariable,
  stripVariables,
  textOfValue,
  variablesByKey,
} from './strip-variables.ts';

/**
 * Merges environments or globals variable by variable. If our file has a blank secret, Postman decides its value.
 * Values of secrets are never written into a file: a secret that was changed in Postman becomes blank there.
 */
export function mergeVariables(
  { base, ours, theirs }: Versions<JsonObject>,
  { prefer, purpose }: MergeOptions,
): Merged<JsonObject> {
  const stripped = { base, ours, theirs: stripVariables(theirs) };
  const versions = purpose === 'file' ? withoutNewSecrets(stripped) : withKeptSecrets(stripped);
  const { value, conflicts } = fields(versions, { prefer, ids: 'none', at: [], path: [] });
  return { value: isObject(value) ? value : ours, conflicts };
}

/** Versions in which every side has our value of blank secrets. */
function withKeptSecrets({ base, ours, theirs }: Versions<JsonObject>): Versions {
  const rows = variablesByKey(ours);
  const withOurs = (row: JsonObject): JsonObject => {
    const our = rows.get(String(row.key));
    return our && isSecretVariable(our) && isBlank(our) ? { ...row, value: our.value ?? '' } : row;
  };
  return { base: withRows(base, withOurs), ours, theirs: withRows(theirs, withOurs) };
}

/**
 * Versions in which secrets that were changed in Postman are blank there; or have our value, if our file made them plain
 * variables.
 */
function withoutNewSecrets({ base, ours, theirs }: Versions<JsonObject>): Versions {
  const [former, own] = [variablesByKey(base), variablesByKey(ours)];
  // Several variables may have the same key.
  const unchanged = new Set(objectsOf(base.values).map((row) => keyAndValue(row)));
  const withoutValue = (row: JsonObject): JsonObject => {
    const [was, our] = [former.get(String(row.key)), own.get(String(row.key))];
    if (unchanged.has(keyAndValue(row))) return row;
    if (endsAsSecret({ base: was, ours: our, theirs: row })) return { ...row, value: '' };
    return isSecretVariable(row) ? { ...row, value: our?.value ?? '' } : row;
  };
  return { base, ours, theirs: withRows(theirs, withoutValue) };
}

const withRows = (content: JsonObject, change: (row: JsonObject) => JsonObject): JsonObject => ({
  ...content,
  ...mapObjectsAt(content, 'values', change),
});

const keyAndValue = ({ key, value }: JsonObject): string => JSON.stringify([String(key), textOfValue(value ?? '')]);

/** Whether the merged variable is a secret. */
function endsAsSecret({ base, ours, theirs }: Versions<JsonObject | undefined>): boolean {
  const [was, our, their] = [base, ours, theirs].map((row) => row && isSecretVariable(row));
  if (our === undefined || our === their) return their === true;
  return was === undefined || (our === was ? their : our) === true;
}

const ID = new Set(['id']);

const canonicalRow: Canonical = (row) =>
  isObject(row) ? objectsOf(canonicalVariables({ values: [omit(row, ID)] }).values)[0] : row;

const fieldOf =
  (field: string): Canonical =>
  (value) => {
    const row = canonicalRow({ [field]: value });
    return isObject(row) ? row[field] : value;
  };

const rowKey = (row: JsonObject): string => String(row.key ?? '');

const row = (isSecretValue: boolean): Merger =>
  object({
    fields: {
      key: whole(),
      value: whole(fieldOf('value'), isSecretValue),
      type: whole(fieldOf('type')),
      enabled: whole(fieldOf('enabled')),
      description: whole((value) => value || undefined),
    },
    ignored: ID,
    label: (key) => (key === 'value' ? undefined : key),
    canonical: canonicalRow,
    isSecret: isSecretValue,
  });

const [plainRow, secretRow] = [row(false), row(true)];

const variable: Merger = (versions, context) => {
  const rows = [versions.base, versions.ours, versions.theirs].filter((version) => isObject(version));
  return (rows.some(isSecretVariable) ? secretRow : plainRow)(versions, context);
};

const values = list({
  keyOf: rowKey,
  label: (row) => `variable ${rowKey(row)}`,
  canonical: canonicalRow,
  isOrdered: true,
  member: variable,
});

const fields = object({
  fields: { name: whole(textOf), values, color: json() },
  ignored: API_FIELDS,
  label: (key) => (key === 'values' ? undefined : key),
});
