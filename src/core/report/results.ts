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

/** What every step returns besides its own results. A failure is part of the result, so that the other steps are still reported. */
export interface StepResult {
  readonly notices: readonly Notice[];
  /** Everything that was thrown; a ProblemsError carries problems in the user's material. */
  readonly errors: readonly unknown[];
  /** The answer of `GET /me`, where the step asked for it. */
  readonly account?: Account;
}

/** The result of comparing a workspace with the repository and, for `apply`, of changing it. */
export interface SyncResult extends StepResult {
  readonly workspace?: { readonly id: string; readonly name: string };
  readonly plan?: Plan;
  /** Absent when the plan was not to be applied. */
  readonly outcomes?: readonly Outcome[];
  /** Paths of the backups that were written. */
  readonly backups?: readonly string[];
}

/** The result of running suites and monitors. */
export interface TestResult extends StepResult {
  readonly runs: readonly RunResult[];
  readonly monitors: readonly MonitorResult[];
  /** Newman was to run and no suite was found, while `strict` asks for tests. */
  readonly nothingToRun: boolean;
  /** Absent without a baseline. */
  readonly baseline?: BaselineComparison;
  /** Names of suites that `only-changed` left out. */
  readonly leftOut?: readonly string[];
  /** Absent without OpenAPI documents. */
  readonly contract?: ContractResult;
  readonly coverage?: Coverage;
  /** With shards: the suites of all of them, and what their joined report is held to. */
  readonly whole?: Omit<ReportedShard, keyof Shard>;
  /** Share of the operations that must be tested, 0 to 1. */
  readonly leastCoverage?: number;
}

/** The result of bringing Postman's changes into the files. */
export interface PullResult {
  readonly workspace: { readonly id: string; readonly name: string };
  /** What the repository gets, in the words of a plan. */
  readonly steps: readonly ReportedChange[];
  /** Paths of the files that were written; with `isCheck`, that would have been. */
  readonly changedFiles: readonly string[];
  readonly isCheck: boolean;
  readonly notices: readonly Notice[];
  readonly errors: readonly unknown[];
}

/** Everything that a command found out. */
export interface CommandResult extends StepResult {
  readonly sync?: SyncResult;
  readonly tests?: TestResult;
  readonly pull?: PullResult;
}

/** The result of a step that did nothing. */
export const NOTHING: StepResult = { notices: [], errors: [] };

/** The result of a step that ended with an exception. */
export const failedStep = (error: unknown): StepResult => ({ notices: [], errors: [error] });

/** The problems in the user's material among the errors. */
export const problemsIn = (errors: readonly unknown[]): readonly Problem[] =>
  errors.flatMap((error) => (error instanceof ProblemsError ? error.problems : []));
