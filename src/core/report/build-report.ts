import { omitUndefined } from '../lib/json.ts';
import { messageOf, OutsideError, PostmanError, type PostmanErrorCode } from '../model/errors.ts';
import type { ApiUse } from '../model/limits.ts';
import type { Notice } from '../model/notice.ts';
import { type Problem, ProblemsError } from '../model/problem.ts';
import type { MonitorResult, RunResult } from '../model/run-result.ts';
import { type FailureKind, inOrder, verdictOf } from '../model/verdict.ts';
import { type Change, isDrifted, kindOf, nameOf, type Outcome, pathOf, uidOf, unreadOf } from '../plan/change.ts';
import type { Plan } from '../plan/plan.ts';
import type { Report, ReportedChange, ReportedError, ReportedPlan } from './report.ts';

/** Everything a run came to know, as far as it came. */
export interface RunRecord {
  readonly command: string;
  readonly version: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly project?: string;
  readonly commit?: string;
  readonly workspace?: { readonly id: string; readonly name: string };
  readonly account?: { readonly user: string; readonly team?: string };
  readonly plan?: Plan;
  /** Absent when the plan was not to be applied. */
  readonly outcomes?: readonly Outcome[];
  readonly runs: readonly RunResult[];
  readonly monitors: readonly MonitorResult[];
  readonly notices: readonly Notice[];
  /** Everything that was thrown. */
  readonly thrown: readonly unknown[];
  readonly api: ApiUse;
  /** Newman was to run and no suite was found, while `strict` asks for tests. */
  readonly nothingToRun: boolean;
  /** Whether drift makes the gate fail. */
  readonly failOnDrift: boolean;
}

/** One report of a run, whatever became of it. */
export function buildReport(trail: RunRecord): Report {
  const problems = trail.thrown.flatMap((error) => (error instanceof ProblemsError ? error.problems : []));
  const errors = errorsOf(trail);
  const kinds = inOrder([
    ...problems.map(kindOfProblem),
    ...errors.map((error) => error.kind),
    ...driftKinds(trail),
    ...gateKinds(trail),
  ]);
  return omitUndefined<Report>({
    version: 1,
    tool: { name: 'postman-sync', version: trail.version },
    command: trail.command,
    project: trail.project || undefined,
    workspace: trail.workspace,
    account: trail.account,
    commit: trail.commit,
    startedAt: trail.startedAt,
    durationMs: trail.endedAt - trail.startedAt,
    verdict: verdictOf(kinds),
    failureKinds: kinds,
    problems,
    errors,
    notices: trail.notices,
    plan: trail.plan && reportPlan(trail.plan, trail.outcomes),
    runs: trail.runs,
    monitors: trail.monitors,
    api: trail.api,
  });
}

const kindOfProblem = (problem: Problem): FailureKind => problem.kind ?? 'settings';

/** What was thrown, and what each failed change says; one of each. */
function errorsOf({ thrown, plan, outcomes = [], nothingToRun }: RunRecord): readonly ReportedError[] {
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'failed' ? [outcome.error] : []));
  const unread = plan?.changes.flatMap((change) => unreadOf(change) ?? []) ?? [];
  const others = thrown.filter((error) => !(error instanceof ProblemsError));
  const reported = [...[...others, ...unread, ...failures].map(reportError), ...(nothingToRun ? [NOTHING_TO_RUN] : [])];
  return [...new Map(reported.map((error) => [error.message, error])).values()];
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

function driftKinds({ plan, failOnDrift }: RunRecord): readonly FailureKind[] {
  return failOnDrift && plan?.changes.some(isDrifted) ? ['drift'] : [];
}

function gateKinds({ runs, monitors }: RunRecord): readonly FailureKind[] {
  const suites = runs.filter((run) => run.blocking && run.status === 'failed');
  const failed = monitors.filter(({ blocking, passed }) => blocking && !passed);
  return [
    ...suites.flatMap((run) => run.attempt.failures.map((failure) => failure.kind)),
    ...failed.flatMap(({ status }): readonly FailureKind[] =>
      status === 'timeout' ? ['timeout', 'monitor'] : ['monitor'],
    ),
  ];
}

function reportPlan(plan: Plan, outcomes: readonly Outcome[] | undefined): ReportedPlan {
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
} as const;

function reasonOf(change: Change, outcome: Outcome | undefined): string | undefined {
  const error = outcome?.status === 'failed' ? outcome.error : unreadOf(change);
  if (error) return error.message;
  return outcome?.status === 'skipped' && change.action !== 'none' ? REASONS[outcome.reason] : undefined;
}
