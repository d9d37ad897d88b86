import type { RawInputs } from '../settings/inputs.ts';
import type { Host } from './host.ts';
import type { FinishedRun } from './write-reports.ts';

/** What a shell brings along wherever it runs. */
export type Shell = Pick<Host, 'env' | 'cwd' | 'log'>;

/** What the place of a run adds to the host, and how a finished run is shown there. */
export interface CiHost {
  readonly host: Pick<Host, 'auto' | 'repository' | 'commit' | 'pullRequest' | 'keyless' | 'refusal' | 'relay'>;
  /** Where the files of the run are shown. */
  readonly sourceUrl?: string;
  /** Never throws, and changes no verdict. */
  publish(execution: FinishedRun): Promise<void>;
}

/** Opens the venue for a run; a port, so that the command line needs nothing of GitHub's. */
export type OpenCiHost = (raw: RawInputs, shell: Shell) => Promise<CiHost>;
