import { omitUndefined } from '../lib/json.ts';
import { messageOf, OutsideError, PostmanError, type PostmanErrorCode } from '../model/errors.ts';
import type { Account, ApiUse } from '../model/limits.ts';
import { type Problem, ProblemsError } from '../model/problem.ts';
import type { Shard } from '../model/shard.ts';
import { type FailureKind, inOrder, verdictOf } from '../model/verdict.ts';
import { type QuotaPolicy, quotaNotices } from '../plan/budget.ts';
import {
  behindOf,
  type Change,
  conflictOf,
  isDrifted,
  kindOf,
  nameOf,
  type Outcome,
  pathOf,
  uidOf,
  unreadOf,
} from '../plan/change.ts';
import { conflictProblems, reportedConflicts } from '../plan/conflict-problems.ts';
import type { Plan } from '../plan/plan.ts';
import { contractErrors, contractNotices } from './contract-verdict.ts';
import type { Report, ReportedChange, ReportedError, ReportedPlan } from './report.ts';
import {
  type CommandResult,
  type PullResult,
  problemsIn,
  type StepResult,
  type SyncResult,
  type TestResult,
} from './results.ts';

/** What a run is about, and when it took place. */
export interface RunInfo {
  readonly command: string;
  readonly version: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** The run was asked to end early. */
  readonly stopped?: boolean;
  readonly project?: string;
  readonly commit?: string;
  /** The part of the suites that was to run. */
  readonly shard?: Shard;
}

/** What the settings say about the verdict and the warnings. */
export type ReportPolicy = QuotaPolicy & { readonly onDrift: string };

/** What a report is built from. */
export interface ReportParts {
  readonly run: RunInfo;
  /** Absent where the settings are wrong. */
  readonly policy?: ReportPolicy;
  readonly result: CommandResult;
  readonly api: Omit<ApiUse, 'usage'>;
}

/** The report of a run, whatever became of it. */
export function buildReport({ run, policy, result, api: calls }: ReportParts): Report {
  const { sync, tests, pull } = result;
  const steps: readonly StepResult[] = [result, sync, tests, pull].filter((step) => step !== undefined);
  const thrown = steps.flatMap((step) => step.errors);
  const problems = [...problemsIn(thrown), ...conflictsIn(result)];
  const errors = [...errorsOf(thrown, result), ...(tests ? contractErrors(tests) : [])];
  const account = steps.map((step) => step.account).find((known) => known !== undefined);
  const api = { ...calls, usage: account?.usage ?? [] };
  const kinds = inOrder([
    ...problems.map(kindOfProblem),
    ...errors.map((error) => error.kind),
    ...(policy?.onDrift === 'fail' ? driftKinds(sync) : []),
    ...(tests ? gateKinds(tests) : []),
  ]);
  return omitUndefined<Report>({
    version: 3,
    tool: { name: 'postman-sync', version: run.version },
    command: run.command,
    project: run.project,
    workspace: sync?.workspace ?? pull?.workspace,
    account: account && ownerOf(account),
    commit: run.commit,
    shard: run.shard && { ...run.shard, ...(tests?.whole ?? { suites: [] }) },
    startedAt: run.startedAt,
    durationMs: run.endedAt - run.startedAt,
    verdict: verdictOf(kinds),
    // A signal that came after everything was done has ended nothing early.
    stopped: run.stopped === true && kinds.length > 0 ? true : undefined,
    failureKinds: kinds,
    problems,
    errors,
    notices: [
      ...steps.flatMap((step) => step.notices),
      ...(tests ? contractNotices(tests) : []),
      ...(policy ? quotaNotices(api, policy) : []),
    ],
    backups: sync?.backups,
    ...planOf(result),
    runs: tests?.runs ?? [],
    monitors: tests?.monitors ?? [],
    ...comparisonsOf(tests),
    api,
  });
}

type Comparisons = 'baseline' | 'leftOut' | 'contract' | 'coverage';

const comparisonsOf = (tests: TestResult | undefined): Pick<Report, Comparisons> => {
  const { baseline, leftOut, contract, coverage } = tests ?? {};
  return omitUndefined<Pick<Report, Comparisons>>({ baseline, leftOut, contract, coverage });
};

/** What holds resources back, in a plan or in a pull. */
const conflictsIn = ({ sync, pull }: CommandResult): readonly Problem[] => [
  ...(sync?.plan?.changes.flatMap(conflictProblems) ?? []),
  ...(pull?.steps.flatMap(reportedConflicts) ?? []),
];

const ownerOf = ({ user, team }: Account): Report['account'] => omitUndefined({ user, team });

const kindOfProblem = (problem: Problem): FailureKind => problem.kind ?? 'settings';

/** What was thrown, and the error of each failed change; each message once. */
function errorsOf(thrown: readonly unknown[], { sync, tests }: CommandResult): readonly ReportedError[] {
  const failures = sync?.outcomes?.flatMap((outcome) => (outcome.status === 'failed' ? [outcome.error] : [])) ?? [];
  const unread = sync?.plan?.changes.flatMap((change) => unreadOf(change) ?? []) ?? [];
  const others = thrown.filter((error) => !(error instanceof ProblemsError));
  const reported = [...others, ...unread, ...failures].map(reportError);
  const all = tests?.nothingToRun ? [...reported, NOTHING_TO_RUN] : reported;
  return [...new Map(all.map((error) => [error.message, error])).values()];
}

const NOTHING_TO_RUN: ReportedError = {
  kind: 'nothing-tested',
  message: 'No collection was found, so nothing was tested.',
  remedy: 'Name collections to test, or say run: none; strict: false makes this pass.',
};

const KIND_OF_CODE: Readonly<Record<PostmanErrorCode, FailureKind>> = {
  unauthorized: 'auth',
  forbidden: 'auth',
  'not-found': 'sync',
  'rate-limited': 'rate-limit',
  'quota-exhausted': 'quota',
  invalid: 'sync',
  conflict: 'sync',
  edited: 'conflict',
  'too-large': 'sync',
  unavailable: 'network',
  'outcome-unknown': 'sync',
  stopped: 'sync',
};

function reportError(error: unknown): ReportedError {
  if (error instanceof PostmanError)
    return { kind: KIND_OF_CODE[error.code], message: error.message, remedy: error.remedy };
  if (error instanceof OutsideError) return { kind: error.kind, message: error.message, remedy: error.remedy };
  const said = messageOf(error);
  return {
    kind: 'sync',
    message: `postman-sync itself failed: ${said}`,
    remedy: 'This is a defect: please report it with the command and this message.',
  };
}

const driftKinds = (sync: SyncResult | undefined): readonly FailureKind[] =>
  sync?.plan?.changes.some(isDrifted) ? ['drift'] : [];

function gateKinds({ runs, monitors }: TestResult): readonly FailureKind[] {
  const suites = runs.filter((run) => run.blocking && run.status === 'failed');
  const failed = monitors.filter(({ blocking, passed }) => blocking && !passed);
  return [
    ...suites.flatMap((run) => run.attempt.failures.map((failure) => failure.kind)),
    ...failed.flatMap(({ status }): readonly FailureKind[] =>
      status === 'timeout' ? ['timeout', 'monitor'] : ['monitor'],
    ),
  ];
}

/** The plan of a sync, or what a pull brings. */
const planOf = ({ sync, pull }: CommandResult) => ({
  changedFiles: pull?.changedFiles,
  plan: pull ? pulledPlan(pull) : sync?.plan && reportPlan(sync.plan, sync.outcomes),
});

/** A pull costs nothing that is not read already. */
const pulledPlan = ({ steps, isCheck }: PullResult): ReportedPlan => ({ applied: !isCheck, changes: steps, cost: 0 });

/** A plan as it is shown; without outcomes, as nobody has applied it yet. */
export function reportPlan(plan: Plan, outcomes?: readonly Outcome[]): ReportedPlan {
  const byChange = new Map(outcomes?.map((outcome) => [outcome.change, outcome]));
  return {
    applied: outcomes !== undefined,
    cost: plan.cost,
    changes: plan.changes.map((change) => reportChange(change, byChange.get(change))),
  };
}

function reportChange(change: Change, outcome: Outcome | undefined): ReportedChange {
  return omitUndefined<ReportedChange>({
    action: change.action,
    kind: kindOf(change),
    name: nameOf(change),
    path: pathOf(change),
    uid: outcome?.status === 'applied' ? outcome.uid : uidOf(change),
    drifted: isDrifted(change),
    diff: 'diff' in change ? change.diff : [],
    behind: behindOf(change).length > 0 ? behindOf(change) : undefined,
    isGone: change.action === 'none' ? change.isGone : undefined,
    conflict: conflictOf(change),
    overwrites: change.action === 'update' && change.overwrites ? true : undefined,
    edited: change.edited,
    status: statusOf(change, outcome),
    reason: reasonOf(change, outcome),
  });
}

function statusOf(change: Change, outcome: Outcome | undefined): ReportedChange['status'] {
  if (unreadOf(change)) return 'failed';
  if (!outcome) return 'planned';
  return change.action === 'none' ? 'applied' : outcome.status;
}

const REASONS = {
  'plan-only': 'this was a plan only',
  quota: 'the monthly quota does not allow it',
  drift: 'a resource was changed in Postman (on-drift: fail)',
  'earlier-failure': 'an earlier failure made it pointless',
  stopped: 'the run was stopped from outside before',
  declined: 'the plan was declined',
} as const;

function reasonOf(change: Change, outcome: Outcome | undefined): string | undefined {
  const error = outcome?.status === 'failed' ? outcome.error : unreadOf(change);
  if (error) return error.message;
  return outcome?.status === 'skipped' && change.action !== 'none' ? REASONS[outcome.reason] : undefined;
}
