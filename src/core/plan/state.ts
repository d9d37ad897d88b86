import { type Decoder, decoded, filledText, object, oneOf, optional, text, time } from '../lib/decoders.ts';
import { type JsonObject, objectsOf, omitUndefined } from '../lib/json.ts';
import { type Fingerprint, type Uid, uid } from '../model/ids.ts';
import { RESOURCE_KINDS, type ResourceKind } from '../model/resource.ts';

/** The record of a managed resource. Contains neither content nor secrets. */
export interface StateEntry {
  readonly kind: ResourceKind;
  readonly uid: Uid;
  /** Fingerprint of the file as it was applied. */
  readonly fingerprint: Fingerprint;
  /** Fingerprint of the sent content, if it differs from the file's (for example by kept secret values). */
  readonly sent?: Fingerprint;
  /** The last apply merged: Postman keeps changes that the file lacks. */
  readonly behind?: boolean;
  /** Whether postman-sync created the resource. Only then may it be pruned. */
  readonly created: boolean;
  /** When it was created, by the server's clock. Before pruning, it is compared with Postman's own time of creation. */
  readonly createdAt?: Date;
  /** The commit that was applied. */
  readonly commit?: string;
  /** When it was applied, by the server's clock. */
  readonly time: Date;
}

/** A resource that a run is about to create. Remains in the state if that run was killed. */
export interface Announcement {
  readonly kind: ResourceKind;
  /** The resource's name. */
  readonly creating: string;
  /** Time of the announcement, by the server's clock. */
  readonly time: Date;
}

/** The state of a project: source path → entry. */
export interface State {
  /** The uid of the environment that holds it; absent before the first apply. */
  readonly uid?: Uid;
  readonly entries: ReadonlyMap<string, StateEntry>;
  /** Source path → announcement. */
  readonly announced: ReadonlyMap<string, Announcement>;
  /** Number of entries that could not be read. The next comparison rebuilds them. */
  readonly unreadable: number;
  /** The environments that hold a state of this project: normally one after the first apply. */
  readonly holders: readonly Uid[];
}

/** The state of a project that has applied nothing yet. */
export const EMPTY_STATE: State = { entries: new Map(), announced: new Map(), unreadable: 0, holders: [] };

/** Suffix for the key of a replaced resource that could not be deleted: the next apply deletes it. */
export const REPLACED = ' (replaced)';

/** Suffix for the key of an announcement. */
const ANNOUNCED = ' (creating)';

const PREFIX = 'postman-sync state (';

/** The name of the environment that holds a project's state. */
export const stateName = (project: string): string => `${PREFIX}${project})`;

/** The project whose state is in an environment with this name; undefined for other environments. */
export const projectOf = (name: string): string | undefined =>
  name.startsWith(PREFIX) && name.endsWith(')') ? name.slice(PREFIX.length, -1) : undefined;

const kindOf = oneOf(RESOURCE_KINDS);

const decodeEntry: Decoder<StateEntry> = (json) => {
  const entry = object(json);
  return omitUndefined<StateEntry>({
    kind: kindOf(entry.kind),
    uid: uid(filledText(entry.uid)),
    fingerprint: filledText(entry.fingerprint) as Fingerprint,
    sent: optional(filledText)(entry.sent) as Fingerprint | undefined,
    behind: typeof entry.behind === 'boolean' ? entry.behind : undefined,
    created: entry.created === true,
    createdAt: decoded(entry.createdAt, time),
    commit: optional(text)(entry.commit),
    time: time(entry.time),
  });
};

const decodeAnnouncement: Decoder<Announcement> = (json) => {
  const announcement = object(json);
  return {
    kind: kindOf(announcement.kind),
    creating: text(announcement.creating),
    time: time(announcement.time),
  };
};

/** Reads a state from the environment that holds it. Unreadable entries are counted and left out. */
export function decodeState(holder: Uid, content: JsonObject): State {
  const entries = new Map<string, StateEntry>();
  const announced = new Map<string, Announcement>();
  let unreadable = Array.isArray(content.values) ? 0 : 1;
  for (const { key, value } of objectsOf(content.values)) {
    const json = typeof value === 'string' ? jsonOf(value) : undefined;
    const entry = decoded(json, decodeEntry);
    const announcement = entry ? undefined : decoded(json, decodeAnnouncement);
    if (typeof key === 'string' && entry) entries.set(key, entry);
    else if (typeof key === 'string' && announcement && key.endsWith(ANNOUNCED))
      announced.set(key.slice(0, -ANNOUNCED.length), announcement);
    else unreadable += 1;
  }
  return { uid: holder, entries, announced, unreadable, holders: [holder] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The environment for a state. Entries are ordered by path, for people who read it in Postman. */
export function encodeState(
  project: string,
  { entries, announced }: Pick<State, 'entries'> & Partial<Pick<State, 'announced'>>,
): JsonObject {
  const announcements = [...(announced ?? [])].map(
    ([path, announcement]) => [`${path}${ANNOUNCED}`, announcement] as const,
  );
  const values = [...entries, ...announcements]
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
