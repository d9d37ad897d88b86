/** A received request, with fingerprints in place of bodies and keys. */
export interface JournalEntry {
  readonly number: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headerNames: readonly string[];
  readonly bodyBytes: number;
  readonly bodyHash: string | null;
  readonly keyFingerprint: string | null;
  /** Epoch milliseconds at arrival. */
  readonly at: number;
  /** Null while it runs, and when the connection ended without a response. */
  readonly status: number | null;
  readonly durationMs: number | null;
  /** The fault that affected it, if any. */
  readonly fault: string | null;
}

/** The newest requests, in order of arrival. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
  /** Adds an entry. Returns a function that completes it. */
  open(
    entry: Omit<JournalEntry, 'number' | 'status' | 'durationMs' | 'fault'>,
  ): (end: Partial<Omit<JournalEntry, 'number'>>) => JournalEntry;
  clear(): void;
}

/** Creates an empty journal that keeps at most `size()` requests. */
export const createJournal = (size: () => number): Journal => {
  const entries: JournalEntry[] = [];
  let count = 0;

  return {
    entries,
    open: (start) => {
      count += 1;
      let entry: JournalEntry = { ...start, number: count, status: null, durationMs: null, fault: null };
      entries.push(entry);
      if (entries.length > size()) entries.splice(0, entries.length - size());
      return (end) => {
        const index = entries.lastIndexOf(entry);
        entry = { ...entry, ...end };
        if (index >= 0) entries[index] = entry;
        return entry;
      };
    },
    clear: () => {
      entries.length = 0;
      count = 0;
    },
  };
};
