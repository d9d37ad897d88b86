import { groupBy } from '../lib/group-by.ts';
import { omitUndefined } from '../lib/json.ts';
import type { BaselineComparison, ComparedLatency, FixedFailure } from '../model/baseline.ts';
import type { Attempt, Failure, RunResult } from '../model/run-result.ts';
import type { Baseline } from './baseline.ts';
import { ALPHA, compareLatency, type Samples } from './latency.ts';

/** The settings of the comparison. */
export interface BaselinePolicy {
  /** Failures that the baseline has, too, are warnings. */
  readonly newFailuresOnly: boolean;
  /** Suite name → threshold for the rise of its 95th percentile: 0.25 is a quarter more. */
  readonly regressions: ReadonlyMap<string, number>;
}

/** The runs, in which every failure is marked as known or new, and the comparison. */
export interface ComparedRuns {
  readonly runs: readonly RunResult[];
  readonly baseline: BaselineComparison;
}

/** The threshold for showing a rise if the settings have none. */
const DEFAULT_THRESHOLD = 0.25;

/** Compares runs with those of an earlier report. */
export function compareWithBaseline(
  runs: readonly RunResult[],
  { baseline, policy }: { readonly baseline: Baseline; readonly policy: BaselinePolicy },
): ComparedRuns {
  const earlier = new Map(baseline.runs.map((run) => [run.suite, run.attempt]));
  const compared = runs.map((run) => compareRun(run, { before: earlier.get(run.suite), policy }));
  return {
    runs: compared.map(({ run }) => run),
    baseline: {
      ...(baseline.commit === undefined ? {} : { commit: baseline.commit }),
      fixed: compared.flatMap(({ fixed }) => fixed),
      latencies: compared.flatMap(({ latencies }) => latencies),
    },
  };
}

type Before = Baseline['runs'][number]['attempt'];

interface CompareOptions {
  /** The attempt in the baseline; undefined for a new suite. */
  readonly before: Before | undefined;
  readonly policy: BaselinePolicy;
}

interface ComparedRun extends Omit<BaselineComparison, 'commit'> {
  readonly run: RunResult;
}

function compareRun(run: RunResult, { before, policy }: CompareOptions): ComparedRun {
  const threshold = policy.regressions.get(run.suite);
  const latencies = before ? compareLatencies(run, { before, threshold: threshold ?? DEFAULT_THRESHOLD }) : [];
  const regressed = threshold === undefined ? [] : latencies.filter((latency) => latency.regressed);
  const added = regressed.map((latency) => regression(latency, threshold ?? DEFAULT_THRESHOLD));
  return {
    run: withMarks(run, { before, added, newOnly: policy.newFailuresOnly }),
    latencies,
    fixed: before ? fixedIn(run, before) : [],
  };
}

/** Equal for the same failure in another iteration, or with other numbers in its message. */
const failureKey = ({ kind, path, request, assertion, message }: Before['failures'][number] | Failure): string =>
  JSON.stringify([kind, path, request, assertion ?? message.replace(/\d+(?:\.\d+)?/g, '#')]);

interface MarkOptions {
  readonly before: Before | undefined;
  /** Failures that the comparison adds: regressions. */
  readonly added: readonly Failure[];
  /** Known failures become warnings. */
  readonly newOnly: boolean;
}

function withMarks(run: RunResult, { before, added, newOnly }: MarkOptions): RunResult {
  const known = new Set([...(before?.failures ?? []), ...(before?.warnings ?? [])].map(failureKey));
  const mark = (failure: Failure): Failure => ({ ...failure, known: known.has(failureKey(failure)) });
  // A regression is always a new failure: it is measured against this baseline.
  const failures = [...run.attempt.failures.map(mark), ...added.map((failure) => ({ ...failure, known: false }))];
  const warnings = run.attempt.warnings.map(mark);
  const isWarning = (failure: Failure): boolean => newOnly && failure.known === true;
  const attempt: Attempt = {
    ...run.attempt,
    failures: failures.filter((failure) => !isWarning(failure)),
    warnings: [...warnings, ...failures.filter(isWarning)],
  };
  const status = attempt.failures.length > 0 ? 'failed' : 'passed';
  return { ...run, attempt, status, flaky: status === 'passed' && run.flaky };
}

/** Failures of the baseline that no longer occur. Failures of requests that did not run again are left out. */
function fixedIn({ suite, attempt }: RunResult, before: Before): readonly FixedFailure[] {
  const failing = new Set([...attempt.failures, ...attempt.warnings].map(failureKey));
  const ran = new Set(attempt.executions.map(({ path, request }) => JSON.stringify([path, request])));
  const ranAgain = ({ path, request }: Before['failures'][number]): boolean =>
    request === undefined || ran.has(JSON.stringify([path, request]));
  const fixed = before.failures.filter((failure) => !failing.has(failureKey(failure)) && ranAgain(failure));
  const distinct = new Map(fixed.map((failure) => [failureKey(failure), failure])).values();
  return [...distinct].map(({ path, request, assertion }) =>
    omitUndefined<FixedFailure>({ suite, path, request, assertion }),
  );
}

interface LatencyOptions {
  readonly before: Before;
  readonly threshold: number;
}

/**
 * The suite as a whole, then each request. With many requests, one of them is slow by chance: `alpha` is divided by
 * their number (Bonferroni correction).
 */
function compareLatencies(
  { suite, attempt }: RunResult,
  { before, threshold }: LatencyOptions,
): readonly ComparedLatency[] {
  const [old, now] = [samplesOf(before.executions), samplesOf(attempt.executions)];
  const requests = [...now].flatMap(([key, { name, times }]) => {
    const earlier = old.get(key)?.times;
    return earlier ? [{ request: name, samples: { before: earlier, after: times } satisfies Samples }] : [];
  });
  const whole = compareLatency(
    requests.map(({ samples }) => samples),
    { threshold, alpha: ALPHA },
  );
  const each = requests.flatMap(({ request, samples }) => {
    const compared = compareLatency([samples], { threshold, alpha: ALPHA / requests.length });
    return compared ? [{ suite, request, ...compared }] : [];
  });
  return [...(whole ? [{ suite, ...whole }] : []), ...each];
}

type Timed = Pick<Attempt['executions'][number], 'path' | 'request' | 'method'> & {
  readonly responseMs?: number | undefined;
  readonly byScript?: true | undefined;
};

interface RequestTimes {
  readonly name: string;
  readonly times: readonly number[];
}

/** Response times of each request of the collection. */
function samplesOf(executions: readonly Timed[]): ReadonlyMap<string, RequestTimes> {
  const sent = executions.filter(({ byScript, responseMs }) => !byScript && responseMs !== undefined);
  const groups = groupBy(sent, ({ path, request, method }) => JSON.stringify([path, request, method]));
  return new Map(
    [...groups].map(([key, same]) => {
      const name = [...(same[0]?.path ?? []), same[0]?.request].join(' / ');
      return [key, { name, times: same.flatMap(({ responseMs }) => responseMs ?? []) }];
    }),
  );
}

function regression({ suite, request, before, after, change }: ComparedLatency, threshold: number): Failure {
  const what = request === undefined ? 'the suite' : `"${request}"`;
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  return {
    kind: 'threshold',
    suite,
    path: [],
    message: `The 95th percentile of response times of ${what} rose from ${before.p95Ms} ms to ${after.p95Ms} ms (+${percent(change)}); the threshold is +${percent(threshold)}.`,
    threshold: { name: 'p95-regression', actual: after.p95Ms, limit: Math.round(before.p95Ms * (1 + threshold)) },
  };
}
