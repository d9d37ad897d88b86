import type { BaselineComparison } from '../model/baseline.ts';
import type { ResourceConflict } from '../model/conflict.ts';
import type { ContractResult, Coverage } from '../model/contract.ts';
import type { Diff } from '../model/diff.ts';
import type { ApiUse } from '../model/limits.ts';
import type { Notice } from '../model/notice.ts';
import type { Problem } from '../model/problem.ts';
import type { ResourceKind } from '../model/resource.ts';
import type { MonitorResult, RunResult } from '../model/run-result.ts';
import type { ReportedShard } from '../model/shard.ts';
import type { FailureKind, Verdict } from '../model/verdict.ts';
import type { LastEdit } from '../plan/last-edit.ts';
import type { SourceLinks } from './source-links.ts';

/** The result of a run. Every output, page and exit status is made from it. */
export interface Report {
  /** Of this format; raised when a reader would misunderstand an older one. */
  readonly version: 3;
  readonly tool: { readonly name: 'postman-sync'; readonly version: string };
  readonly command: string;
  readonly project?: string;
  readonly workspace?: { readonly id: string; readonly name: string };
  readonly commit?: string;
  readonly branch?: string;
  /** The pull request that it is about. */
  readonly pullRequest?: number;
  /** The same, or a merge request of another site, with its page. */
  readonly mergeRequest?: { readonly number: number; readonly url?: string };
  /** The CI run that made it. */
  readonly run?: { readonly url: string };
  /** Where the committed files are shown. */
  readonly sources?: SourceLinks;
  /** Which part of a run it is about; absent for a whole one. */
  readonly shard?: ReportedShard;
  /** The owner of the key, where the run asked for it. */
  readonly account?: { readonly user: string; readonly team?: string };
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly verdict: Verdict;
  /** Ended early from outside, by Ctrl-C or a cancelled job: what was done until then is reported. */
  readonly stopped?: true;
  readonly failureKinds: readonly FailureKind[];
  /** Problems in the user's files and settings. */
  readonly problems: readonly Problem[];
  /** Failures outside of them: Postman, the network, this tool. */
  readonly errors: readonly ReportedError[];
  readonly notices: readonly Notice[];
  /** Paths of the backups that were written. */
  readonly backups?: readonly string[];
  /** Paths of the files that a pull wrote, or would write. */
  readonly changedFiles?: readonly string[];
  /** Absent when no plan was made. */
  readonly plan?: ReportedPlan;
  readonly runs: readonly RunResult[];
  readonly monitors: readonly MonitorResult[];
  /** Absent without a baseline. */
  readonly baseline?: BaselineComparison;
  /** Names of suites that `only-changed` left out: the change touches none of their files. */
  readonly leftOut?: readonly string[];
  /** Absent without OpenAPI documents. */
  readonly contract?: ContractResult;
  readonly coverage?: Coverage;
  readonly api: ApiUse;
}

/** Where a run comes from, as its CI tells. */
export type ReportOrigin = Pick<Report, 'branch' | 'pullRequest' | 'mergeRequest' | 'run' | 'sources'>;

/** An error as users read it. */
export interface ReportedError {
  readonly kind: FailureKind;
  readonly message: string;
  readonly remedy: string;
}

/** The plan and, after `apply`, its outcomes. */
export interface ReportedPlan {
  /** False for a plan that was not applied. */
  readonly applied: boolean;
  readonly changes: readonly ReportedChange[];
  /** Calls that applying it costs (or was expected to cost). */
  readonly cost: number;
}

/** One resource of the plan. */
export interface ReportedChange {
  readonly action: 'create' | 'update' | 'delete' | 'none';
  readonly kind: ResourceKind;
  readonly name: string;
  /** Source path. */
  readonly path: string;
  /** Absent until the resource exists. */
  readonly uid?: string;
  readonly drifted: boolean;
  readonly diff: Diff;
  /** What Postman has and the repository lacks. */
  readonly behind?: Diff;
  /** Whether it was deleted in Postman and stays in the repository. */
  readonly isGone?: boolean;
  /** What holds it back: nothing of it is written. */
  readonly conflict?: ResourceConflict;
  /** Something that only the other side has is lost by it; a backup of what was in Postman is kept. */
  readonly overwrites?: true;
  /** The last change in Postman, of what was changed there since the last apply. */
  readonly edited?: LastEdit;
  /** `planned` where nothing was to be applied. */
  readonly status: 'planned' | 'applied' | 'failed' | 'skipped';
  /** Why it failed or was skipped. */
  readonly reason?: string;
}
