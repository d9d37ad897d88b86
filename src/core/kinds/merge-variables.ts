import { isObject, type JsonObject, objectsOf, omit, textOf } from '../lib/json.ts';
import { API_FIELDS } from './collection/strip.ts';
import { list } from './merge/list.ts';
import { json, object } from './merge/object.ts';
import { type Canonical, type Merged, type MergeOptions, type Merger, type Versions, whole } from './merge/versions.ts';
import { canonicalVariables, isBlank, isSecretVariable, stripVariables, variablesByKey } from './strip-variables.ts';

/**
 * Merges environments or globals variable by variable. If our file has a blank secret, Postman decides its value.
 * Values of secrets are never written into a file.
 */
export function mergeVariables(
  { base, ours, theirs }: Versions<JsonObject>,
  { prefer, purpose }: MergeOptions,
): Merged<JsonObject> {
  const versions = withoutSecretChanges({ base, ours, theirs: stripVariables(theirs) }, purpose);
  const { value, conflicts } = fields(versions, { prefer, ids: 'none', at: [], path: [] });
  return { value: isObject(value) ? value : ours, conflicts };
}

/** Versions in which every side has our value of the secrets that must not be merged. */
function withoutSecretChanges(
  { base, ours, theirs }: Versions<JsonObject>,
  purpose: MergeOptions['purpose'],
): Versions {
  const rows = variablesByKey(ours);
  const isKept = (row: JsonObject): boolean => {
    const our = rows.get(String(row.key));
    const isOurSecret = our !== undefined && isSecretVariable(our);
    return purpose === 'file' ? isOurSecret || isSecretVariable(row) : isOurSecret && isBlank(our);
  };
  const withOurs = (content: JsonObject): JsonObject => ({
    ...content,
    values: objectsOf(content.values).map((row) =>
      isKept(row) ? { ...row, value: rows.get(String(row.key))?.value ?? '' } : row,
    ),
  });
  return { base: withOurs(base), ours, theirs: withOurs(theirs) };
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
