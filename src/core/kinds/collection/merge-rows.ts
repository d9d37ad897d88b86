import { isObject, type JsonObject, omit, textOf } from '../../lib/json.ts';
import { list } from '../merge/list.ts';
import { object } from '../merge/object.ts';
import { type Canonical, type Merger, whole } from '../merge/versions.ts';
import { canonicalEntry, canonicalOwner, described, isEmpty } from './canonical.ts';

/** Undefined for an empty value. */
export const unlessEmpty: Canonical = (value) => (value != null && isEmpty(value) ? undefined : value);

/** Merges a description, which is a string or an object with a string. The result has the form of ours. */
export const description: Merger = (versions, context) => {
  const result = whole(plainDescription)(versions, context);
  const { ours } = versions;
  const keepsForm = isObject(ours) && typeof ours.content === 'string' && typeof result.value === 'string';
  return keepsForm ? { ...result, value: { ...ours, content: result.value } } : result;
};

const plainDescription: Canonical = (value) =>
  unlessEmpty((isObject(value) ? described({ description: value }).description : undefined) ?? value);

const ID = new Set(['id']);

/** A row's key. In a row without a key, the id is the variable's name; otherwise Postman added the id. */
const rowKey = (row: JsonObject): string => textOf(row.key) ?? textOf(row.id) ?? '';

const canonicalRow: Canonical = (row) => (isObject(row) ? canonicalEntry('key' in row ? omit(row, ID) : row) : row);

const fieldOf =
  (field: string): Canonical =>
  (value) => {
    const row = canonicalEntry({ [field]: value });
    return row[field];
  };

/** Merges a list of keys and values by key. `what` names a row in a conflict: `header`, `variable`. */
export const rows = (
  what: string,
  options: { readonly isSecret?: boolean; readonly isOrdered?: boolean } = {},
): Merger =>
  list({
    keyOf: rowKey,
    label: (row) => `${what} ${rowKey(row)}`.trim(),
    canonical: canonicalRow,
    isOrdered: options.isOrdered ?? true,
    member: object({
      fields: {
        key: whole(),
        value: whole((value) => value, options.isSecret),
        description,
        type: whole(fieldOf('type')),
        disabled: whole(fieldOf('disabled')),
      },
      ignored: ID,
      label: () => undefined,
      canonical: canonicalRow,
      ...(options.isSecret ? { isSecret: true } : {}),
    }),
  });

/** Merges an auth object parameter by parameter; as a whole if the types differ. The values are credentials. */
export const auth: Merger = (versions, context) => {
  const type = isObject(versions.ours) ? textOf(versions.ours.type) : undefined;
  const parameters = rows('', { isSecret: true, isOrdered: false });
  const fields: Record<string, Merger> = type === undefined ? {} : { [type]: parameters };
  const merger = object({ fields, label: () => undefined, isSecret: true, variant: 'type', canonical: canonicalAuth });
  return merger(versions, context);
};

const canonicalAuth: Canonical = (value) => canonicalOwner({ auth: value }).auth;
