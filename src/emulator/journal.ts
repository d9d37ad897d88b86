/** One request as the emulator saw it. Bodies and keys appear as fingerprints only. */
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
  /** Null while it runs, and when the connection went away without an answer. */
  readonly status: number | null;
  readonly durationMs: number | null;
  /** The fault that spoiled it, if one did. */
  readonly fault: string | null;
}

/** Keeps the newest requests in the order of their arrival. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
  /** Adds an entry and returns the way to complete it. */
  open(
    entry: Omit<JournalEntry, 'number' | 'status' | 'durationMs' | 'fault'>,
  ): (end: Partial<Omit<JournalEntry, 'number'>>) => JournalEntry;
  clear(): void;
}

/** An empty journal that remembers as many requests as `size` says at the time. */
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
