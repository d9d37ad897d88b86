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

/** The result of a run. All outputs, pages and exit codes are derived from it. */
export interface Report {
  /** Version of the format. Raised when readers of the former version would misunderstand a report. */
  readonly version: 3;
  readonly tool: { readonly name: 'postman-sync'; readonly version: string };
  readonly command: string;
  readonly project?: string;
  readonly workspace?: { readonly id: string; readonly name: string };
  readonly commit?: string;
  readonly branch?: string;
  /** Number of the pull request on GitHub. */
  readonly pullRequest?: number;
  /** The pull request, or the merge request of another site, with its page. */
  readonly mergeRequest?: { readonly number: number; readonly url?: string };
  /** The CI run that wrote the report. */
  readonly run?: { readonly url: string };
  /** Addresses of the committed files. */
  readonly sources?: SourceLinks;
  /** The shard that the report is about; absent for a whole run. */
  readonly shard?: ReportedShard;
  /** The owner of the key; absent if the run did not call `GET /me`. */
  readonly account?: { readonly user: string; readonly team?: string };
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly verdict: Verdict;
  /** Ended early by a signal: Ctrl-C or a cancelled job. The report covers everything until then. */
  readonly stopped?: true;
  readonly failureKinds: readonly FailureKind[];
  /** Problems in the user's files and settings. */
  readonly problems: readonly Problem[];
  /** Failures with other causes: Postman, the network, postman-sync itself. */
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

/** The origin of a run, from the CI's environment. */
export type ReportOrigin = Pick<Report, 'branch' | 'pullRequest' | 'mergeRequest' | 'run' | 'sources'>;

/** An error with its message for users. */
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
  /** API calls that the plan expects for applying it. */
  readonly cost: number;
}

/** The change of a resource in a plan. */
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
  /** Changes that Postman has and the repository lacks. */
  readonly behind?: Diff;
  /** Whether the resource was deleted in Postman and its file still exists. */
  readonly isGone?: boolean;
  /** The conflict for which nothing of the resource is written. */
  readonly conflict?: ResourceConflict;
  /** Changes that only the other side has are discarded; a backup of Postman's content is kept. */
  readonly overwrites?: true;
  /** The last edit in Postman; set if the resource was changed there since the last apply. */
  readonly edited?: LastEdit;
  /** `planned`: the plan was not to be applied. */
  readonly status: 'planned' | 'applied' | 'failed' | 'skipped';
  /** The reason why it failed or was skipped. */
  readonly reason?: string;
}
