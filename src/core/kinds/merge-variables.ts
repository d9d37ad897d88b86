import { isObject, type JsonObject, objectsOf, omit, textOf } from '../lib/json.ts';
import { list } from './merge/list.ts';
import { json, object } from './merge/object.ts';
import { type Canonical, type Merged, type MergeOptions, type Merger, type Versions, whole } from './merge/versions.ts';
import { canonicalVariables, stripVariables } from './strip-variables.ts';

/**
 * Merges environments or globals variable by variable. The value of a variable that is a blank secret in our file is
 * Postman's alone; into a file no value of a secret is ever written.
 */
export function mergeVariables(
  { base, ours, theirs }: Versions<JsonObject>,
  { prefer, purpose }: MergeOptions,
): Merged<JsonObject> {
  const kept = secretsKept({ base, ours, theirs: stripVariables(theirs) }, purpose);
  const { value, conflicts } = fields(kept, { prefer, ids: 'none', at: [], path: [] });
  return { value: isObject(value) ? value : ours, conflicts };
}

/** Versions in which secret values that are not to be merged are the same on every side. */
function secretsKept({ base, ours, theirs }: Versions<JsonObject>, purpose: MergeOptions['purpose']): Versions {
  const rows = byKey(ours);
  const isKept = (row: JsonObject): boolean => {
    const our = rows.get(String(row.key));
    if (purpose === 'file' && (isSecret(row) || (our && isSecret(our)))) return true;
    return our !== undefined && isSecret(our) && isBlank(our);
  };
  const withOurs = (content: JsonObject): JsonObject => ({
    ...content,
    values: objectsOf(content.values).map((row) =>
      isKept(row) ? { ...row, value: rows.get(String(row.key))?.value ?? '' } : row,
    ),
  });
  return { base: withOurs(base), ours, theirs: withOurs(theirs) };
}

const byKey = (content: JsonObject): ReadonlyMap<string, JsonObject> =>
  new Map(objectsOf(content.values).map((row) => [String(row.key), row]));

const isSecret = ({ type, secret }: JsonObject): boolean => type === 'secret' || secret === true;

const isBlank = ({ value }: JsonObject): boolean => value === undefined || value === null || value === '';

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
  return (rows.some(isSecret) ? secretRow : plainRow)(versions, context);
};

const values = list({
  keyOf: rowKey,
  label: (row) => `variable ${rowKey(row)}`,
  canonical: canonicalRow,
  isOrdered: true,
  member: variable,
});

/** What the app and the API stamp on an environment. */
const STAMPS = new Set(
  [
    ['id', 'uid', '_postman_id', 'isPublic', 'fork', 'owner'],
    ['createdAt', 'updatedAt', 'lastUpdatedBy', 'createdBy', 'updatedBy'],
    ['_postman_variable_scope', '_postman_exported_at', '_postman_exported_using'],
  ].flat(),
);

const fields = object({
  fields: { name: whole(textOf), values, color: json() },
  ignored: STAMPS,
  label: (key) => (key === 'values' ? undefined : key),
});
