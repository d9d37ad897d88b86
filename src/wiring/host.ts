import type { Problem } from '../core/model/problem.ts';
import type { RunResult, SuiteProgress } from '../core/model/run-result.ts';
import type { ReportOrigin } from '../core/report/report.ts';
import type { RepositoryCommand } from '../settings/commands.ts';
import type { HostSettings } from '../settings/host-settings.ts';
import type { PullSettings } from '../settings/settings.ts';
import type { Log, PostReport, ReviewPlan } from '../sync/ports.ts';
import type { Downloads } from './download-sources.ts';

/** Shows the progress of running suites at the bottom of a terminal. */
export interface LiveDisplay {
  /** Called before the first suite. */
  begin(total: number): void;
  set(index: number, progress: SuiteProgress): void;
  /** The suite has ended. */
  remove(index: number, result: RunResult): void;
  /** Writes something above the suites. */
  above(write: () => void): void;
}

/** The environment of a run: a GitHub job, another CI, or a terminal. */
export interface Host {
  /** The working directory: the repository. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** Path of the bundle. It is forked to run suites. */
  readonly entry: string;
  /** Has the CI mask a text in its log. */
  readonly mask?: (text: string) => void;
  /** Shows running suites; absent without a terminal. */
  readonly live?: LiveDisplay;
  /** The result at the end lists every failure, so the log of the suites leaves them out. */
  readonly failuresInResult?: boolean;
  readonly signal?: AbortSignal;
  /** The command that `auto` stands for. */
  readonly auto?: RepositoryCommand;
  /** Shows a plan before it is applied, and asks for approval on a terminal. */
  readonly review?: ReviewPlan;
  /** The flags of `pull` on the command line. */
  readonly pull?: PullSettings;
  /** The backup that the command line names for `restore`. */
  readonly restoreFile?: string;
  /** `owner/repository`. */
  readonly repository?: string;
  readonly commit?: string;
  /** Branch, pull or merge request, CI run and committed files, for the report. */
  readonly origin?: ReportOrigin;
  /** Revision that the pull or merge request is compared with. */
  readonly changeBase?: string;
  /** The branch whose latest report is read with `baseline: auto`. */
  readonly baseBranch?: string;
  /** The reason for a missing API key, where the host knows it. */
  readonly keyless?: string;
  /** The reason why a command must not run here; undefined where it may. */
  readonly refuse?: (inputs: Pick<HostSettings, 'command' | 'allowForks'>) => Problem | undefined;
  /** Absent where sources must not be named by URL. */
  readonly downloads?: Downloads;
  /** Posts the comment of an earlier run; absent outside GitHub Actions. */
  readonly postReport?: PostReport;
}
