import type { Problem } from '../core/problem.ts';
import type { Command, RawInputs } from '../settings/inputs.ts';
import type { Log, Relay } from '../sync/ports.ts';
import type { Execution } from './deliver.ts';

/** What a shell knows of the place it runs in. */
export interface Host {
  /** The working directory: the repository. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** The bundle, which is forked to run suites. */
  readonly entry: string;
  /** Whether a person watches a terminal. */
  readonly interactive: boolean;
  readonly signal?: AbortSignal;
  /** What `auto` means here. */
  readonly auto?: Command;
  /** `owner/repository`. */
  readonly repository?: string;
  readonly commit?: string;
  /** The pull request that the run is about. */
  readonly pullRequest?: number;
  /** Why there is no API key, where the host knows. */
  readonly keyless?: string;
  /** Why nothing may run here. */
  readonly refusal?: Problem;
  /** Posts the comment of an earlier run; absent where there are no pull requests. */
  readonly relay?: Relay;
}

/** What a shell brings along wherever it runs. */
export type Shell = Pick<Host, 'env' | 'cwd' | 'log'>;

/** What the place of a run adds to the host, and how a finished run is shown there. */
export interface Venue {
  readonly host: Pick<Host, 'auto' | 'repository' | 'commit' | 'pullRequest' | 'keyless' | 'refusal' | 'relay'>;
  /** Never throws, and changes no verdict. */
  publish(execution: Execution): Promise<void>;
}

/** Opens the venue for a run; a port, so that the command line needs nothing of GitHub's. */
export type OpenVenue = (raw: RawInputs, shell: Shell) => Venue;
