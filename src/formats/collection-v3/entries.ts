import { type JsonObject, type JsonPath, type JsonValue, omitUndefined } from '../../core/lib/json.ts';
import type { Entry } from './entries-schema.ts';
import type { Part } from './reading.ts';

/** Entries in a file: a map or a list. */
export type Entries = Readonly<Record<string, unknown>> | readonly Entry[];

/** An entry with its path in the file. */
export interface PlacedEntry {
  readonly entry: Entry;
  readonly at: JsonPath;
}

/** The entries of a map or list, in their order. */
export function entriesIn({ value, at }: Part<Entries | undefined>): readonly PlacedEntry[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.map((entry: Entry, index) => ({ entry, at: [...at, index] }));
  return Object.entries(value).map(([key, own]) => ({ entry: { key, value: own }, at: [...at, key] }));
}

/** Entries in the form of v2.1: a list. */
export function entryList(part: Part<Entries | undefined>): readonly JsonObject[] {
  return entriesIn(part).map(({ entry, at }) => {
    if (entry.$type !== undefined) part.reading.typed.push(part.file.path);
    return part.reading.mark(entryOf(entry), {
      file: part.file,
      at,
      ...(Array.isArray(part.value) ? {} : { fields: { key: at, value: at } }),
    });
  });
}

const entryOf = ({ key, value, description, disabled }: Entry): JsonObject =>
  omitUndefined<JsonObject>({
    key,
    value: value as JsonValue | undefined,
    description: description === '' ? undefined : description,
    disabled: disabled || undefined,
  });
