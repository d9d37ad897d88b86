import type { BaselineComparison, ComparedLatency, FixedFailure } from '../model/baseline.ts';
import type { Attempt, Failure, RunResult } from '../model/run-result.ts';
import type { Baseline } from './baseline.ts';
import { ALPHA, compareLatency, type Samples } from './latency.ts';

/** What the settings say about the comparison. */
export interface BaselinePolicy {
  /** Failures that the baseline has, too, are warnings. */
  readonly newFailuresOnly: boolean;
  /** Threshold of a suite's latency by the suite's name: 0.25 is a quarter more. */
  readonly regressions: ReadonlyMap<string, number>;
}

/** The runs with every failure marked as known or new, and how their latencies compare. */
export interface ComparedRuns {
  readonly runs: readonly RunResult[];
  readonly baseline: BaselineComparison;
}

/** A rise that is worth showing where no threshold is set. */
const SHOWN = 0.25;

/** Compares runs with those of an earlier report. */
export function compareWithBaseline(
  runs: readonly RunResult[],
  { baseline, policy }: { readonly baseline: Baseline; readonly policy: BaselinePolicy },
): ComparedRuns {
  const earlier = new Map(baseline.runs.map((run) => [run.suite, run.attempt]));
  const compared = runs.map((run) => {
    const before = earlier.get(run.suite);
    const threshold = policy.regressions.get(run.suite);
    const latency = before ? latencies(run, { before, threshold: threshold ?? SHOWN }) : [];
    const added =
      threshold === undefined
        ? []
        : latency.filter(({ regressed }) => regressed).map((comparison) => regression(comparison, threshold));
    return {
      run: marked(run, { before, added, newOnly: policy.newFailuresOnly }),
      latency,
      fixed: before ? fixedIn(run, before) : [],
    };
  });
  return {
    runs: compared.map(({ run }) => run),
    baseline: {
      ...(baseline.commit === undefined ? {} : { commit: baseline.commit }),
      fixed: compared.flatMap(({ fixed }) => fixed),
      latencies: compared.flatMap(({ latency }) => latency),
    },
  };
}

type Before = Baseline['runs'][number]['attempt'];

/** What tells a failure from another; iterations and the values in a message may differ. */
const failureKey = ({ kind, path, request, assertion, message }: Before['failures'][number] | Failure): string =>
  JSON.stringify([kind, path, request, assertion ?? message.replace(/\d+(?:\.\d+)?/g, '#')]);

interface Marking {
  readonly before: Before | undefined;
  readonly added: readonly Failure[];
  readonly newOnly: boolean;
}

function marked(run: RunResult, { before, added, newOnly }: Marking): RunResult {
  const known = new Set([...(before?.failures ?? []), ...(before?.warnings ?? [])].map(failureKey));
  const mark = (failure: Failure): Failure => ({ ...failure, known: known.has(failureKey(failure)) });
  const failures = [...run.attempt.failures, ...added].map(mark);
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

/** What failed before and does not fail now. Of a request that did not run, nobody knows. */
function fixedIn({ suite, attempt }: RunResult, before: Before): readonly FixedFailure[] {
  const failing = new Set([...attempt.failures, ...attempt.warnings].map(failureKey));
  const ran = new Set(attempt.executions.map(({ path, request }) => JSON.stringify([path, request])));
  const gone = before.failures.filter(
    (failure) =>
      !failing.has(failureKey(failure)) &&
      (failure.request === undefined || ran.has(JSON.stringify([failure.path, failure.request]))),
  );
  return [...new Map(gone.map((failure) => [failureKey(failure), failure])).values()].map(
    ({ path, request, assertion }) => ({
      suite,
      path,
      ...(request === undefined ? {} : { request }),
      ...(assertion === undefined ? {} : { assertion }),
    }),
  );
}

interface LatencyOptions {
  readonly before: Before;
  readonly threshold: number;
}

/** The suite as a whole, then each request; of many requests, chance makes one slow: each must be clearer (Bonferroni). */
function latencies({ suite, attempt }: RunResult, { before, threshold }: LatencyOptions): readonly ComparedLatency[] {
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

function samplesOf(
  executions: readonly Timed[],
): ReadonlyMap<string, { readonly name: string; readonly times: number[] }> {
  const found = new Map<string, { readonly name: string; readonly times: number[] }>();
  for (const { path, request, method, responseMs, byScript } of executions) {
    if (responseMs === undefined || byScript) continue;
    const key = JSON.stringify([path, request, method]);
    const known = found.get(key);
    if (known) known.times.push(responseMs);
    else found.set(key, { name: [...path, request].join(' / '), times: [responseMs] });
  }
  return found;
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
