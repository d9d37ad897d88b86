import type { SourceLinks } from '../../core/report/source-links.ts';

/** The facts about a run that a CI's variables hold. */
export interface CiFacts {
  /** The name of the CI for messages. */
  readonly name: string;
  /** `owner/repository`, groups included. */
  readonly repository?: string | undefined;
  readonly commit?: string | undefined;
  readonly branch?: string | undefined;
  /** Whether the branch is the default branch; undefined where the CI does not tell. */
  readonly isDefaultBranch?: boolean | undefined;
  readonly mergeRequest?: { readonly number: number; readonly url?: string } | undefined;
  /** The merge request's branch is in another repository: the run has no secrets. */
  readonly isFork?: boolean | undefined;
  readonly runUrl?: string | undefined;
  readonly sources?: SourceLinks | undefined;
}

/** The variables of a process by name. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Reads a CI's variables; undefined where the process does not run on it. */
export type ReadFacts = (env: Env) => CiFacts | undefined;

/** The merge request; undefined where the number is not a positive integer. */
export function mergeRequestOf(number: string | undefined, url?: string): CiFacts['mergeRequest'] {
  if (number === undefined || !/^[1-9]\d*$/.test(number)) return undefined;
  return { number: Number(number), ...(url ? { url } : {}) };
}
