/** Fields of every stored resource. */
export interface Resource {
  readonly id: string;
  readonly uid: string;
  readonly owner: number;
  readonly workspaceId: string;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/**
 * Resources of one kind, by id or uid. Records are immutable, so that reads can show an older version for a while: a
 * write can ask for that lag.
 */
export interface Repository<T extends Resource> {
  /** The current record. */
  find(idOrUid: string): T | undefined;
  all(): readonly T[];
  /** The record that a GET shows, which may lag. */
  read(idOrUid: string): T | undefined;
  /** The records that a list shows, which may lag. */
  list(keep: (record: T) => boolean): readonly T[];
  /** Adds a record; the next `lag` lists do not show it. */
  add(record: T, lag: number): void;
  /** Replaces a record; the next `lag` reads show the old version. */
  replace(record: T, lag: number): void;
  remove(id: string): void;
  load(records: readonly T[]): void;
}

const uuidLength = 36;

/** The id in `12345678-<uuid>` or `<uuid>`. */
export const bareId = (idOrUid: string): string => idOrUid.slice(-uuidLength);

/** Whether the text is an id without an owner. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
/** Whether the text is a uid: owner and id. */
export const isUid = (text: string): boolean => /^\d+-/.test(text) && isUuid(text.replace(/^\d+-/, ''));

/** Counts down. Returns whether the count was above zero. */
export const spend = (counters: Map<string, number>, id: string): boolean => {
  const left = counters.get(id) ?? 0;
  if (left > 1) counters.set(id, left - 1);
  else counters.delete(id);
  return left > 0;
};

/** Creates an empty repository. */
export const createRepository = <T extends Resource>(): Repository<T> => {
  const records = new Map<string, T>();
  const hidden = new Map<string, number>();
  const stale = new Map<string, number>();
  const older = new Map<string, T>();

  const find = (idOrUid: string): T | undefined => {
    const record = records.get(bareId(idOrUid));
    return record?.id === idOrUid || record?.uid === idOrUid ? record : undefined;
  };
  const forget = (id: string): void => {
    for (const map of [records, hidden, stale, older]) map.delete(id);
  };
  return {
    find,
    all: () => [...records.values()],
    read: (idOrUid) => {
      const record = find(idOrUid);
      return record && spend(stale, record.id) ? older.get(record.id) : record;
    },
    list: (keep) => [...records.values()].filter((record) => keep(record) && !spend(hidden, record.id)),
    add: (record, lag) => {
      records.set(record.id, record);
      if (lag > 0) hidden.set(record.id, lag);
    },
    replace: (record, lag) => {
      const before = records.get(record.id);
      records.set(record.id, record);
      older.delete(record.id);
      if (lag > 0 && before) {
        older.set(record.id, before);
        stale.set(record.id, lag);
      }
    },
    remove: forget,
    load: (loaded) => {
      for (const id of [...records.keys()]) forget(id);
      for (const record of loaded) records.set(record.id, record);
    },
  };
};
