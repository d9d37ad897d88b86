import { z } from 'zod';

/** Fields that an entry of a list may have besides its key and value. */
const DETAILS = {
  description: z.string().optional().describe('Text for people.'),
  disabled: z.boolean().optional().describe('Kept in the file, and not sent.'),
  $type: z.string().optional().describe('Type in a typed collection: `string`, `integer`, or a JSON Schema as text.'),
};

const key = z.string().describe('Name.');
const value = z.string().describe('Value; a number must be quoted.');

const strictEntry = z.strictObject({ key, value, ...DETAILS });

const looseEntry = z.strictObject({ key: key.nullable().optional(), value: value.nullable().optional(), ...DETAILS });

const map = z.record(z.string(), value).describe('Names with values.');

/** Headers and path variables: a map, or a list if an entry has more than a value. */
export const strictEntries = z.union([map, z.array(strictEntry)]);

/** Query parameters: `?flag` has no value. */
export const queryEntries = z.union([z.record(z.string(), value.nullable()), z.array(looseEntry)]);

/** Fields of a URL-encoded body. */
export const formEntries = z.union([
  map,
  z.array(z.strictObject({ key, value, description: DETAILS.description, disabled: DETAILS.disabled })),
]);

/** Parameters of an authorization: values of any kind. */
export const credentials = z.union([
  z.record(z.string(), z.unknown()),
  z.array(z.strictObject({ key: z.string(), value: z.unknown() })),
]);

/** Variables of a collection. */
export const variables = z.union([
  map,
  z.array(
    z.looseObject({
      key,
      value: value.optional(),
      description: DETAILS.description,
      disabled: DETAILS.disabled,
      secret: z.boolean().optional().describe('Masked; the value is kept out of the file.'),
    }),
  ),
]);

/** An entry of any list, with the fields that the conversion needs. */
export interface Entry {
  readonly key?: string | null | undefined;
  readonly value?: unknown;
  readonly description?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly $type?: string | undefined;
}
