import type { BaselineComparison } from '../model/baseline.ts';
import type { ContractResult, Coverage } from '../model/contract.ts';
import type { Account } from '../model/limits.ts';
import type { Notice } from '../model/notice.ts';
import { type Problem, ProblemsError } from '../model/problem.ts';
import type { MonitorResult, RunResult } from '../model/run-result.ts';
import type { ReportedShard, Shard } from '../model/shard.ts';
import type { Outcome } from '../plan/change.ts';
import type { Plan } from '../plan/plan.ts';
import type { ReportedChange } from './report.ts';

/** The common part of all results. Failures are part of a result, so that other steps are still reported. */
export interface StepResult {
  readonly notices: readonly Notice[];
  /** Thrown errors; a ProblemsError holds problems in the user's files and settings. */
  readonly errors: readonly unknown[];
  /** The answer of `GET /me`, if the step called it. */
  readonly account?: Account;
}

/** The result of comparing a workspace with the repository, and of applying the plan. */
export interface SyncResult extends StepResult {
  readonly workspace?: { readonly id: string; readonly name: string };
  readonly plan?: Plan;
  /** Absent if the plan was not to be applied. */
  readonly outcomes?: readonly Outcome[];
  /** Paths of the backups that were written. */
  readonly backups?: readonly string[];
}

/** The result of running suites and monitors. */
export interface TestResult extends StepResult {
  readonly runs: readonly RunResult[];
  readonly monitors: readonly MonitorResult[];
  /** With `strict`: no suite was found although Newman was to run. */
  readonly nothingToRun: boolean;
  /** Absent without a baseline. */
  readonly baseline?: BaselineComparison;
  /** Names of suites that `only-changed` left out. */
  readonly leftOut?: readonly string[];
  /** Absent without OpenAPI documents. */
  readonly contract?: ContractResult;
  readonly coverage?: Coverage;
  /** With shards: the suites of all shards, and the terms for their joined report. */
  readonly whole?: Omit<ReportedShard, keyof Shard>;
  /** Share of the operations that must be tested, 0 to 1; absent where only a part of the suites ran. */
  readonly leastCoverage?: number;
}

/** The result of a pull. */
export interface PullResult {
  readonly workspace: { readonly id: string; readonly name: string };
  /** The changes of the repository. */
  readonly steps: readonly ReportedChange[];
  /** Paths of the files that were written or, with `isCheck`, would be written. */
  readonly changedFiles: readonly string[];
  readonly isCheck: boolean;
  readonly notices: readonly Notice[];
  readonly errors: readonly unknown[];
}

/** The results of a command's steps. */
export interface CommandResult extends StepResult {
  readonly sync?: SyncResult;
  readonly tests?: TestResult;
  readonly pull?: PullResult;
}

/** An empty result. */
export const NOTHING: StepResult = { notices: [], errors: [] };

/** The result of a step that ended with an exception. */
export const failedStep = (error: unknown): StepResult => ({ notices: [], errors: [error] });

/** The problems of all ProblemsErrors among the errors. */
export const problemsIn = (errors: readonly unknown[]): readonly Problem[] =>
  errors.flatMap((error) => (error instanceof ProblemsError ? error.problems : []));
