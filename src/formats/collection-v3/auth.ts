import { type JsonObject, type JsonPath, type JsonValue, omitUndefined } from '../../core/lib/json.ts';
import { type Entries, entriesIn } from './entries.ts';
import { children, complain, note, type Part, type Reason } from './reading.ts';
import type { Auth, SharedAuth } from './schemas.ts';

/** The `auth` of the collection and of the folders around a request, nearest first. */
export type AuthScope = readonly Part<SharedAuth>[];

type Entry = Extract<SharedAuth, readonly unknown[]>[number];

/**
 * The default authorization of a collection or folder, in the form of v2.1. In a list, the last entry is the default.
 */
export function sharedAuthOf(part: Part<SharedAuth>): JsonObject | undefined {
  const { value } = part;
  if (!Array.isArray(value)) {
    const single = part as Part<Auth>;
    if (single.value.type !== 'inherit') return authInV21(single);
    complain(part, NO_INHERITANCE);
    return undefined;
  }
  const entries = children(part as Part<readonly Entry[]>);
  for (const entry of entries.filter(({ value: { rules } }) => rules !== undefined)) complain(entry, RULES);
  const last = entries.at(-1);
  if (!last) return undefined;
  if (entries.length > 1) {
    const name = last.value.name ?? last.value.type;
    note(
      last,
      'notice',
      `Of ${entries.length} authorizations the last is the default: "${name}". v2.1 holds this one.`,
    );
  }
  return authInV21(last);
}

/** The authorization of a request in the form of v2.1: its own, or the entry with the inherited id in the scope. */
export function requestAuthOf(part: Part<Auth>, scope: AuthScope): JsonObject | undefined {
  if (part.value.type !== 'inherit') return authInV21(part);
  const id = inheritedId(part.value);
  const found = scope.flatMap(entriesOf).find((candidate) => candidate.value.id === id);
  if (id !== undefined && found) return authInV21(found);
  complain(part, id === undefined ? NO_ID : { ...NO_ID, message: `auth: no authorization above has the id "${id}"` });
  return undefined;
}

function entriesOf(part: Part<SharedAuth>): readonly Part<Auth | Entry>[] {
  return Array.isArray(part.value) ? children(part as Part<readonly Entry[]>) : [part as Part<Auth>];
}

const inheritedId = ({ credentials }: Auth): string | undefined => {
  const entry = entriesIn({ value: credentials as Entries | undefined, at: [] } as unknown as Part<Entries>).find(
    (candidate) => candidate.entry.key === 'id',
  );
  return typeof entry?.entry.value === 'string' ? entry.entry.value : undefined;
};

function authInV21({ value, file, at, reading }: Part<Auth | Entry>): JsonObject {
  const { type, credentials } = value;
  if (type === 'noauth') return reading.mark({ type }, { file, at });
  const own: JsonPath = [...at, 'credentials'];
  const entries = entriesIn({ value: credentials as Entries | undefined, file, at: own, reading });
  const list = entries.map(({ entry, at: place }) =>
    reading.mark(parameter(entry.key ?? '', entry.value as JsonValue | undefined), {
      file,
      at: place,
      ...(Array.isArray(credentials) ? {} : { fields: { value: place, key: place } }),
    }),
  );
  return reading.mark({ type, [type]: list }, { file, at, fields: { [type]: own } });
}

const parameter = (key: string, value: JsonValue | undefined): JsonObject =>
  omitUndefined<JsonObject>({ key, value, type: TYPES[typeof value] ?? 'any' });

const TYPES: Readonly<Record<string, string>> = { string: 'string', boolean: 'boolean' };

const NO_INHERITANCE: Reason = {
  message: 'auth: a folder or collection cannot have the type "inherit"',
  remedy: 'Remove auth: a folder without it inherits.',
};

const RULES: Reason = {
  message: 'auth: rules of an authorization are not supported; Postman CLI sends no authorization with them',
  remedy: 'Remove the rules, and set auth on the folders or requests that need another one.',
};

const NO_ID: Reason = {
  message: 'auth: "inherit" names no authorization, and Postman CLI would send none',
  remedy: 'Remove auth to inherit the default, or name one: credentials: { id: … } of an entry above.',
};
