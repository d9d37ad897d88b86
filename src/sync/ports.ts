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
  /** Absent where plans are not shown before they are applied. */
  readonly review?: ReviewPlan;
  readonly clock: Clock;
  readonly log: Log;
  readonly files: Files;
  /** Absent for commands that compare nothing with a workspace. */
  readonly history?: FileHistory;
  readonly repositoryFiles?: RepositoryFiles;
  readonly scanner: Scanner;
  readonly backups: Backups;
  readonly runner: SuiteRunner;
  readonly readReports: ReadReports;
  readonly readBaseline?: ReadBaseline;
  /** Absent without a git repository. */
  readonly changedFiles?: ChangedFiles;
  /** Absent without a key. */
  readonly postman?: Postman;
  /** Absent outside of GitHub Actions. */
  readonly postReport?: PostReport;
  /** Ends the run early. The results so far are reported. */
  readonly signal?: AbortSignal;
}
