import { summarizeExecutions } from '../contract/summarize.ts';
import { omitUndefined } from '../lib/json.ts';
import type { BaselineComparison, FixedFailure } from '../model/baseline.ts';
import type { ApiUse } from '../model/limits.ts';
import type { Notice } from '../model/notice.ts';
import { type Problem, ProblemsError } from '../model/problem.ts';
import type { RunResult } from '../model/run-result.ts';
import type { ShardContract } from '../model/shard.ts';
import { inOrder, verdictOf } from '../model/verdict.ts';
import { baselineNotices } from '../report/baseline-notices.ts';
import { buildReport, type RunInfo } from '../report/build-report.ts';
import { contractErrors, contractNotices } from '../report/contract-verdict.ts';
import type { Report } from '../report/report.ts';
import { NOTHING, type TestResult } from '../report/results.ts';
import { checkShards, type ShardReport } from './check-shards.ts';
import { mergeRuns } from './merge-runs.ts';
import { shardNotice } from './shard-notice.ts';

/** The reports that were found in the folders of the shards. */
export interface MergeParts {
  readonly reports: readonly ShardReport[];
  /** Folders without a report. */
  readonly absent: readonly string[];
  /** Problems of reports that cannot be read. */
  readonly problems: readonly Problem[];
  readonly run: Pick<RunInfo, 'version' | 'startedAt' | 'endedAt'>;
}

/**
 * Joins the reports of shards, or of jobs with different suites, into one. Its verdict is computed again: failures of
 * the reports and of the check count, and no report can remove one.
 */
export function mergeReports({ reports, absent, problems, run }: MergeParts): Report {
  const parts = reports.map(({ report }) => report);
  const check = checkShards(reports, absent);
  const tests = testsOf(parts, { isWhole: problems.length + check.problems.length + check.errors.length === 0 });
  const allProblems = [...problems, ...check.problems];
  const built = buildReport({
    run: infoOf(parts, run),
    result: { notices: [], errors: allProblems.length > 0 ? [new ProblemsError(allProblems)] : [], tests },
    api: apiOf(parts),
  });
  const kinds = inOrder([...parts, built].flatMap(({ failureKinds }) => failureKinds).concat(check.errors.map(kindOf)));
  const first = <K extends keyof Report>(key: K): Report[K] | undefined =>
    parts.find((report) => report[key] !== undefined)?.[key];
  return omitUndefined<Report>({
    ...built,
    workspace: first('workspace'),
    account: first('account'),
    plan: first('plan'),
    verdict: verdictOf(kinds),
    failureKinds: kinds,
    problems: distinct([...built.problems, ...parts.flatMap((report) => report.problems)]),
    errors: distinct([...check.errors, ...parts.flatMap(ownErrors), ...built.errors]),
    notices: distinct([...parts.flatMap(ownNotices), ...built.notices]),
    api: { ...built.api, usage: parts.find(({ api }) => api.usage.length > 0)?.api.usage ?? [] },
  });
}

const kindOf = <T>({ kind }: { readonly kind: T }): T => kind;

const distinct = <T>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((entry) => [JSON.stringify(entry), entry])).values(),
];

/** The run from the start of the first shard to the end of the last one; without reports, the time of the merge. */
function infoOf(parts: readonly Report[], run: MergeParts['run']): RunInfo {
  const begin = Math.min(...parts.map(({ startedAt }) => startedAt));
  const end = Math.max(...parts.map(({ startedAt, durationMs }) => startedAt + durationMs));
  const [report] = parts;
  return omitUndefined<RunInfo>({
    ...run,
    ...(report ? { startedAt: begin, endedAt: end } : {}),
    command: report?.command ?? 'merge-reports',
    project: report?.project,
    commit: report?.commit,
    stopped: parts.some(({ stopped }) => stopped) || undefined,
  });
}

function apiOf(parts: readonly Report[]): Omit<ApiUse, 'usage'> {
  const sum = (read: (api: ApiUse) => number): number => parts.reduce((all, { api }) => all + read(api), 0);
  // The shard with the most calls has the latest limits.
  const [caller] = [...parts].sort((a, b) => b.api.apiCalls - a.api.apiCalls);
  return {
    limits: caller?.api.limits ?? {},
    apiCalls: sum(({ apiCalls }) => apiCalls),
    waitedMs: sum(({ waitedMs }) => waitedMs),
  };
}

function testsOf(parts: readonly Report[], { isWhole }: { readonly isWhole: boolean }): TestResult {
  const suites = parts.find(({ shard }) => (shard?.suites.length ?? 0) > 0)?.shard?.suites ?? [];
  const runs = mergeRuns(
    parts.flatMap((report) => report.runs),
    suites,
  );
  const leftOut = [...new Set(parts.flatMap((report) => report.leftOut ?? []))];
  const baseline = baselineOf(parts);
  const terms = parts.find(({ shard }) => shard?.contract)?.shard?.contract;
  return {
    ...NOTHING,
    runs,
    monitors: parts.flatMap(({ monitors }) => monitors),
    nothingToRun: false,
    notices: baseline ? baselineNotices(baseline) : [],
    ...(leftOut.length > 0 ? { leftOut } : {}),
    ...(baseline ? { baseline } : {}),
    ...(terms ? contractOf(runs, { terms, isWhole }) : {}),
  };
}

function contractOf(
  runs: readonly RunResult[],
  { terms, isWhole }: { readonly terms: ShardContract; readonly isWhole: boolean },
): Pick<TestResult, 'contract' | 'coverage' | 'leastCoverage'> {
  const operations = terms.operations.map((operation) => ({ ...operation, responses: new Set(operation.responses) }));
  const { leastCoverage } = terms;
  return {
    ...summarizeExecutions(runs, { ...terms, operations }),
    // The coverage of missing shards is unknown.
    ...(leastCoverage === undefined || !isWhole ? {} : { leastCoverage }),
  };
}

function baselineOf(parts: readonly Report[]): BaselineComparison | undefined {
  const compared = parts.flatMap(({ baseline }) => baseline ?? []);
  const [first] = compared;
  if (!first) return undefined;
  const failureKey = ({ suite, path, request, assertion }: FixedFailure): string =>
    JSON.stringify([suite, path, request, assertion]);
  const failures = parts.flatMap(({ runs }) =>
    runs.flatMap(({ attempt }) => [...attempt.failures, ...attempt.warnings]),
  );
  const failing = new Set(failures.map(failureKey));
  return {
    ...first,
    // On another shard, other rows of the same suite may still fail.
    fixed: distinct(compared.flatMap(({ fixed }) => fixed)).filter((failure) => !failing.has(failureKey(failure))),
    latencies: compared.flatMap(({ latencies }) => latencies),
  };
}

/** The errors of a shard without those that the joined report computes again. */
const ownErrors = (report: Report): Report['errors'] => withoutMessages(report.errors, contractErrors(report));

/** The notices of a shard without those that the joined report computes again. */
function ownNotices(report: Report): readonly Notice[] {
  const { runs, baseline, shard } = report;
  const own = runs.map(({ suite, part }) => ({ name: suite, ...(part ? { part } : {}) }));
  return withoutMessages(report.notices, [
    ...contractNotices(report),
    ...(baseline ? baselineNotices(baseline) : []),
    ...(shard ? [shardNotice(own, { shard, all: shard.suites.length })] : []),
  ]);
}

const withoutMessages = <T extends { readonly message: string }>(
  all: readonly T[],
  excluded: readonly T[],
): readonly T[] => all.filter(({ message }) => !excluded.some((other) => other.message === message));
