import type { Problem } from '../core/model/problem.ts';
import type { RunResult, SuiteProgress } from '../core/model/run-result.ts';
import type { ReportOrigin } from '../core/report/report.ts';
import type { RepositoryCommand } from '../settings/commands.ts';
import type { HostSettings } from '../settings/host-settings.ts';
import type { PullSettings } from '../settings/settings.ts';
import type { Log, PostReport, ReviewPlan } from '../sync/ports.ts';
import type { Downloads } from './download-sources.ts';

/** Shows how far running suites are, below everything else that is written. */
export interface LiveDisplay {
  /** Called before the first suite. */
  begin(total: number): void;
  set(index: number, progress: SuiteProgress): void;
  /** The suite has ended. */
  remove(index: number, result: RunResult): void;
  /** Writes something above the suites. */
  above(write: () => void): void;
}

/** What a shell knows about its surroundings. */
export interface Host {
  /** The working directory: the repository. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** The bundle, which is forked to run suites. */
  readonly entry: string;
  /** Has the CI hide a text in its log. */
  readonly mask?: (text: string) => void;
  /** Shows running suites; absent where nobody watches a terminal. */
  readonly live?: LiveDisplay;
  /** The result tells every failure: the log leaves them out. */
  readonly failuresInResult?: boolean;
  readonly signal?: AbortSignal;
  /** The command that `auto` stands for. */
  readonly auto?: RepositoryCommand;
  /** Shows a plan before it is applied, and asks where somebody can answer. */
  readonly review?: ReviewPlan;
  /** What the command line asked `pull` for. */
  readonly pull?: PullSettings;
  /** The backup that the command line named for `restore`. */
  readonly restoreFile?: string;
  /** `owner/repository`. */
  readonly repository?: string;
  readonly commit?: string;
  /** Branch, pull or merge request, CI run and committed files, for the report. */
  readonly origin?: ReportOrigin;
  /** Revision that the pull or merge request is to be merged into. */
  readonly changeBase?: string;
  /** The branch whose latest report `baseline: auto` takes. */
  readonly baseBranch?: string;
  /** The reason for a missing API key, where the host knows it. */
  readonly keyless?: string;
  /** The reason why a command must not run here; undefined where it may. */
  readonly refuse?: (asked: Pick<HostSettings, 'command' | 'allowForks'>) => Problem | undefined;
  /** Sources named by URL may be downloaded. */
  readonly downloads?: Downloads;
  /** Posts the comment of an earlier run; absent where there are no pull requests. */
  readonly postReport?: PostReport;
}
