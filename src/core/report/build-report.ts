import { omitUndefined } from '../lib/json.ts';
import type { Account, ApiUse } from '../model/limits.ts';
import type { Problem } from '../model/problem.ts';
import type { Shard } from '../model/shard.ts';
import { type FailureKind, inOrder, verdictOf } from '../model/verdict.ts';
import { type QuotaPolicy, quotaNotices } from '../plan/budget.ts';
import { isDrifted } from '../plan/change.ts';
import { conflictProblems, reportedConflicts } from '../plan/conflict-problems.ts';
import { contractErrors, contractNotices } from './contract-verdict.ts';
import type { Report, ReportedPlan } from './report.ts';
import { reportPlan } from './report-plan.ts';
import { reportErrors } from './reported-errors.ts';
import {
  type CommandResult,
  type PullResult,
  problemsIn,
  type StepResult,
  type SyncResult,
  type TestResult,
} from './results.ts';

/** The command, subject and time of a run. */
export interface RunInfo {
  readonly command: string;
  readonly version: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** A signal asked the run to end early. */
  readonly stopped?: boolean;
  readonly project?: string;
  readonly commit?: string;
  /** The shard that this run was, if suites are distributed. */
  readonly shard?: Shard;
}

/** The settings that influence verdict and warnings. */
export type ReportPolicy = QuotaPolicy & { readonly onDrift: string };

/** The results of a run. */
export interface ReportParts {
  readonly run: RunInfo;
  /** Absent if the settings are wrong. */
  readonly policy?: ReportPolicy;
  readonly result: CommandResult;
  readonly api: Omit<ApiUse, 'usage'>;
}

/** Builds the report of a run, whether or not the run succeeded. */
export function buildReport({ run, policy, result, api: calls }: ReportParts): Report {
  const { sync, tests, pull } = result;
  const steps: readonly StepResult[] = [result, sync, tests, pull].filter((step) => step !== undefined);
  const thrown = steps.flatMap((step) => step.errors);
  const problems = [...problemsIn(thrown), ...conflictsIn(result)];
  const errors = [...reportErrors(thrown, result), ...(tests ? contractErrors(tests) : [])];
  const account = steps.map((step) => step.account).find((known) => known !== undefined);
  const api = { ...calls, usage: account?.usage ?? [] };
  const kinds = inOrder([
    ...problems.map((problem): FailureKind => problem.kind ?? 'settings'),
    ...errors.map((error) => error.kind),
    ...(policy?.onDrift === 'fail' ? driftKinds(sync) : []),
    ...(tests ? gateKinds(tests) : []),
  ]);
  const notices = [
    ...steps.flatMap((step) => step.notices),
    ...(tests ? contractNotices(tests) : []),
    ...(policy ? quotaNotices(api, policy) : []),
  ];
  return omitUndefined<Report>({
    version: 3,
    ...runFields(run),
    workspace: sync?.workspace ?? pull?.workspace,
    account: account && ownerOf(account),
    shard: run.shard && { ...run.shard, ...(tests?.whole ?? { suites: [] }) },
    verdict: verdictOf(kinds),
    // A run without failures was complete before the signal arrived.
    stopped: run.stopped === true && kinds.length > 0 ? true : undefined,
    failureKinds: kinds,
    problems,
    errors,
    notices,
    backups: sync?.backups,
    changedFiles: pull?.changedFiles,
    plan: pull ? pulledPlan(pull) : sync?.plan && reportPlan(sync.plan, sync.outcomes),
    ...testFields(tests),
    api,
  });
}

type RunFields = 'tool' | 'command' | 'project' | 'commit' | 'startedAt' | 'durationMs';

const runFields = ({ version, command, project, commit, startedAt, endedAt }: RunInfo): Pick<Report, RunFields> =>
  omitUndefined<Pick<Report, RunFields>>({
    tool: { name: 'postman-sync', version },
    command,
    project,
    commit,
    startedAt,
    durationMs: endedAt - startedAt,
  });

type TestFields = 'runs' | 'monitors' | 'baseline' | 'leftOut' | 'contract' | 'coverage';

function testFields(tests: TestResult | undefined): Pick<Report, TestFields> {
  const { runs = [], monitors = [], baseline, leftOut, contract, coverage } = tests ?? {};
  return omitUndefined<Pick<Report, TestFields>>({ runs, monitors, baseline, leftOut, contract, coverage });
}

/** The problems of conflicts in a plan or a pull. */
const conflictsIn = ({ sync, pull }: CommandResult): readonly Problem[] => [
  ...(sync?.plan?.changes.flatMap(conflictProblems) ?? []),
  ...(pull?.steps.flatMap(reportedConflicts) ?? []),
];

const ownerOf = ({ user, team }: Account): Report['account'] => omitUndefined({ user, team });

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

/** The plan of a pull. It costs no calls besides those for reading. */
const pulledPlan = ({ steps, isCheck }: PullResult): ReportedPlan => ({ applied: !isCheck, changes: steps, cost: 0 });
