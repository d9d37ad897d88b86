import type { MergeParts } from '../../core/shards/merge-reports.ts';

/** An earlier report as text, or why there is none. */
export type BaselineText =
  | { readonly ok: true; readonly text: string }
  /** `expected`: a first run, or a token without permission; no reason to fail. */
  | { readonly ok: false; readonly reason: string; readonly expected: boolean };

/** Reads the earlier report that a path names, or with `auto` the one of the base branch. */
export type ReadBaseline = (source: string) => Promise<BaselineText>;

/** Reads the reports in folders, which are untrusted input. An unusable report is a problem. */
export type ReadReports = (folders: readonly string[]) => Promise<Omit<MergeParts, 'run'>>;
