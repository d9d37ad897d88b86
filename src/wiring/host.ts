import type { Command } from '../settings/inputs.ts';
import type { Log } from '../sync/ports.ts';

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
}
