import * as z from 'zod';
import { type JsonObject, objectsOf, omitUndefined } from '../lib/json.ts';
import { type Fingerprint, type Uid, uid } from '../model/ids.ts';
import { RESOURCE_KINDS, type ResourceKind } from '../model/resource.ts';

/** The record of a managed resource. Holds no content and no secret. */
export interface StateEntry {
  readonly kind: ResourceKind;
  readonly uid: Uid;
  /** Fingerprint of the file as it was applied. */
  readonly fingerprint: Fingerprint;
  /** Fingerprint of the content that was sent, where it differs from the file (kept secret values). */
  readonly sent?: Fingerprint;
  /** Postman keeps changes that the file lacks: both were merged. */
  readonly behind?: boolean;
  /** Whether this tool created the resource; only then may it be pruned. */
  readonly created: boolean;
  /** The commit that was applied. */
  readonly commit?: string;
  /** When it was applied, by the server's clock. */
  readonly time: Date;
}

/** The state of a project: source path → entry. */
export interface State {
  /** The uid of the environment that holds it; absent before the first apply. */
  readonly uid?: Uid;
  readonly entries: ReadonlyMap<string, StateEntry>;
  /** Entries that could not be read; they are rebuilt by comparing. */
  readonly unreadable: number;
  /** The environments that hold a state of this project: one, once it has applied. */
  readonly holders: readonly Uid[];
}

/** The state of a project that has applied nothing yet. */
export const EMPTY_STATE: State = { entries: new Map(), unreadable: 0, holders: [] };

/** Suffix for the key of a replaced resource that could not be deleted: the next apply deletes it. */
export const REPLACED = ' (replaced)';

const PREFIX = 'postman-sync state (';

/** The name of the environment that holds a project's state. */
export const stateName = (project: string): string => `${PREFIX}${project})`;

/** The project whose state an environment of that name holds; undefined for any other environment. */
export const projectOf = (name: string): string | undefined =>
  name.startsWith(PREFIX) && name.endsWith(')') ? name.slice(PREFIX.length, -1) : undefined;

const entrySchema = z.object({
  kind: z.enum(RESOURCE_KINDS),
  uid: z.string().min(1),
  fingerprint: z.string().min(1),
  sent: z.string().min(1).optional(),
  behind: z.boolean().optional().catch(undefined),
  created: z.boolean().catch(false),
  commit: z.string().optional(),
  time: z.iso.datetime(),
});

/** Reads a state from the environment that holds it. Unreadable entries are counted and left out. */
export function decodeState(holder: Uid, content: JsonObject): State {
  const entries = new Map<string, StateEntry>();
  let unreadable = Array.isArray(content.values) ? 0 : 1;
  for (const { key, value } of objectsOf(content.values)) {
    const entry = typeof value === 'string' ? decodeEntry(value) : undefined;
    if (typeof key === 'string' && entry) entries.set(key, entry);
    else unreadable += 1;
  }
  return { uid: holder, entries, unreadable, holders: [holder] };
}

function decodeEntry(text: string): StateEntry | undefined {
  try {
    const entry = entrySchema.parse(JSON.parse(text));
    return omitUndefined<StateEntry>({
      ...entry,
      uid: uid(entry.uid),
      fingerprint: entry.fingerprint as Fingerprint,
      sent: entry.sent as Fingerprint | undefined,
      commit: entry.commit,
      time: new Date(entry.time),
    });
  } catch {
    return undefined;
  }
}

/** The environment that holds a state; entries are ordered by path, for people who read it in Postman. */
export function encodeState(project: string, entries: State['entries']): JsonObject {
  const values = [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => ({ key, value: JSON.stringify(entry), type: 'default', enabled: true }));
  return { name: stateName(project), values };
}

/** Whether two states are equal, apart from times and commits. */
export const sameEntries = (a: State['entries'], b: State['entries']): boolean => meaningOf(a) === meaningOf(b);

const meaningOf = (entries: State['entries']): string =>
  JSON.stringify(
    [...entries]
      .map(([path, { kind, uid: id, fingerprint, sent, behind, created }]) => [
        path,
        kind,
        id,
        fingerprint,
        sent ?? fingerprint,
        behind ?? false,
        created,
      ])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );

/** Merges several states of one project, which racing first applies leave: the later entry of each path counts. */
export function mergeStates(states: readonly State[]): State {
  const [first] = states;
  if (!first) return EMPTY_STATE;
  const entries = new Map<string, StateEntry>();
  for (const [path, entry] of states.flatMap((state) => [...state.entries])) {
    const known = entries.get(path);
    if (!known || known.time < entry.time) entries.set(path, entry);
  }
  return omitUndefined<State>({
    uid: first.uid,
    entries,
    unreadable: states.reduce((total, state) => total + state.unreadable, 0),
    holders: states.flatMap((state) => state.holders),
  });
}
