import { compareWithBaseline } from '../core/baseline/compare.ts';
import { documentsOf, summarizeContract } from '../core/contract/summarize.ts';
import type { BaselineComparison } from '../core/model/baseline.ts';
import type { Notice } from '../core/model/notice.ts';
import type { RunResult } from '../core/model/run-result.ts';
import { baselineNotices } from '../core/report/baseline-notices.ts';
import { failedStep, NOTHING, type StepResult, type SyncResult, type TestResult } from '../core/report/results.ts';
import type { Settings } from '../settings/settings.ts';
import type { Ports } from './ports.ts';
import type { Repository } from './read-repository.ts';
import { type MonitorsResult, runMonitors } from './run-monitors.ts';

/** What the suites and monitors run with. */
export interface TestOptions {
  readonly repository: Repository;
  readonly ports: Ports;
  /** Outcomes of the apply. Monitors run only after an apply. */
  readonly sync: SyncResult | undefined;
}

/** Runs the suites here and the monitors in Postman, both at once. Never rejects. */
export async function runTests(settings: Settings, options: TestOptions): Promise<TestResult> {
  const { allSuites, leftOut, notices, monitors, policy } = options.repository;
  const [suiteRuns, cloud] = await Promise.all([runSuites(options), runCloud(settings, options)]);
  const local = compareRuns(suiteRuns, options.repository);
  return {
    ...contractOf(settings, { repository: options.repository, runs: local.runs }),
    runs: local.runs,
    ...(local.baseline ? { baseline: local.baseline } : {}),
    monitors: cloud.results,
    nothingToRun: settings.run.newman && policy.strict && allSuites.length + monitors.length + leftOut.length === 0,
    ...allShardsOf(settings, options.repository),
    ...(leftOut.length > 0 ? { leftOut } : {}),
    notices: [...notices, ...local.notices, ...cloud.notices],
    errors: [...cloud.errors, ...local.errors],
    ...(cloud.account ? { account: cloud.account } : {}),
  };
}

/** What the merged report needs to know of all shards: their suites and OpenAPI documents; empty without shards. */
function allShardsOf(
  { run, contract }: Settings,
  { allSuites, leftOut, policy: { openapi } }: Repository,
): Pick<TestResult, 'whole'> {
  if (!run.shard) return {};
  if (!contract || !openapi) return { whole: { suites: allSuites } };
  const { documents, operations } = documentsOf(openapi);
  const { mode, ignore, coverage } = contract;
  const isPartial = leftOut.length > 0 || run.only.length > 0;
  const terms = {
    ...{ mode, ignore, documents },
    operations: operations.map(({ id, tags, responses }) => ({ id, tags, responses: [...responses.keys()] })),
    ...(isPartial ? {} : { leastCoverage: coverage ?? 0 }),
  };
  return { whole: { suites: allSuites, contract: terms } };
}

/** Deviations and coverage of the suites; empty without OpenAPI documents. */
function contractOf(
  { contract, run }: Settings,
  { repository, runs }: { readonly repository: Repository; readonly runs: readonly RunResult[] },
): Pick<TestResult, 'contract' | 'coverage' | 'leastCoverage'> {
  const files = repository.policy.openapi;
  if (!contract || !files || runs.length === 0) return {};
  const { mode, ignore, coverage } = contract;
  const isPartial = repository.leftOut.length > 0 || run.only.length > 0 || run.shard !== undefined;
  return {
    ...summarizeContract(runs, { mode, files, ignore }),
    // A part of the suites cannot reach the coverage of all.
    ...(isPartial ? {} : { leastCoverage: coverage ?? 0 }),
  };
}

type SuitesResult = StepResult & { readonly runs: readonly RunResult[]; readonly baseline?: BaselineComparison };

/** A notice for thresholds that are not applied for lack of a baseline. */
const unappliedRegressions = (suites: Repository['suites']): readonly Notice[] =>
  suites.some(({ thresholds }) => thresholds.p95Regression !== undefined)
    ? [{ level: 'notice', message: 'The threshold p95-regression is not applied: there is no baseline.' }]
    : [];

function compareRuns(result: SuitesResult, { baseline, suites }: Repository): SuitesResult {
  if (!baseline) return { ...result, notices: [...result.notices, ...unappliedRegressions(suites)] };
  const regressions = new Map(
    suites.flatMap(({ name, thresholds: { p95Regression } }) =>
      p95Regression === undefined ? [] : [[name, p95Regression] as const],
    ),
  );
  const { report, newFailuresOnly } = baseline;
  const policy = { newFailuresOnly, regressions };
  const compared = compareWithBaseline(result.runs, { baseline: report, policy });
  return { ...result, ...compared, notices: [...result.notices, ...baselineNotices(compared.baseline)] };
}

async function runSuites({ repository: { suites, policy }, ports }: TestOptions): Promise<SuitesResult> {
  try {
    return { ...NOTHING, runs: await ports.runner.run(suites, policy) };
  } catch (error) {
    return { ...failedStep(error), runs: [] };
  }
}

const NO_RESULTS: MonitorsResult = { ...NOTHING, results: [] };

async function runCloud(settings: Settings, { repository, ports, sync }: TestOptions): Promise<MonitorsResult> {
  const { monitors, desired } = repository;
  const { target, sync: policy, run, command } = settings;
  if (monitors.length === 0) return NO_RESULTS;
  if (command !== 'apply') return { ...NO_RESULTS, notices: [APPLY_ONLY] };
  if (!sync?.outcomes || !ports.postman || !target) return NO_RESULTS;
  const { postman, clock, log, signal } = ports;
  return runMonitors(monitors, {
    postman,
    clock,
    log,
    ...(signal ? { signal } : {}),
    workspace: target.workspace,
    desired,
    outcomes: sync.outcomes,
    ...(sync.account ? { account: sync.account } : {}),
    policy: { ...policy, strict: run.strict },
  });
}

const APPLY_ONLY: Notice = { level: 'notice', message: 'The monitors are not run: only apply runs monitors.' };
