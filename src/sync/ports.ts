import type { Clock, Log, PostReport, ReviewPlan } from './ports/host.ts';
import type { Postman } from './ports/postman.ts';
import type { ReadBaseline, ReadReports } from './ports/reports.ts';
import type { Backups, ChangedFiles, FileHistory, Files, RepositoryFiles, Scanner } from './ports/repository.ts';
import type { SuiteRunner } from './ports/runner.ts';

export type * from './ports/host.ts';
export type * from './ports/postman.ts';
export type * from './ports/reports.ts';
export type * from './ports/repository.ts';
export type * from './ports/runner.ts';

/** Everything outside of the core that a run uses. */
export interface Ports {
  /** Absent where nobody watches. */
  readonly review?: ReviewPlan;
  readonly clock: Clock;
  readonly log: Log;
  readonly files: Files;
  /** Absent where nothing is compared with a workspace. */
  readonly history?: FileHistory;
  readonly repositoryFiles?: RepositoryFiles;
  readonly scanner: Scanner;
  readonly backups: Backups;
  readonly runner: SuiteRunner;
  readonly readReports: ReadReports;
  readonly readBaseline?: ReadBaseline;
  /** Absent where there is no git. */
  readonly changedFiles?: ChangedFiles;
  /** Absent without a key. */
  readonly postman?: Postman;
  /** Absent where there are no pull requests. */
  readonly postReport?: PostReport;
  /** Ends the run early; what was done so far is reported. */
  readonly signal?: AbortSignal;
}
