import { count, plural } from '../core/lib/text.ts';
import type { ComparedLatency } from '../core/model/baseline.ts';
import type { Failure } from '../core/model/run-result.ts';
import type { Report } from '../core/report/report.ts';

/** Most slower suites and requests that are named. */
const NAMED = 3;

/**
 * The comparison with the baseline: `Against the baseline: 2 new failures, 1 fixed, p95 +40% in Orders`; undefined
 * without a baseline. Not escaped: it holds names of suites and requests.
 */
export function baselineWords({ baseline, runs }: Report): string | undefined {
  if (!baseline) return undefined;
  const failures = runs.flatMap(({ attempt }) => [...attempt.failures, ...attempt.warnings]);
  const [fresh, known] = [true, false].map((isNew) => distinct(failures.filter(({ known: is }) => is !== isNew)));
  const facts = [
    fresh ? plural(fresh, 'new failure') : 'no new failures',
    ...(known ? [`${count(known)} known`] : []),
    ...(baseline.fixed.length > 0 ? [`${count(baseline.fixed.length)} fixed`] : []),
    ...slower(baseline.latencies),
  ];
  const base = baseline.commit ? `the baseline ${baseline.commit.slice(0, 7)}` : 'the baseline';
  return `Against ${base}: ${facts.join(', ')}`;
}

/** The number of failures; failures of one request that differ only in their iteration count once. */
const distinct = (failures: readonly Failure[]): number =>
  new Set(
    failures.map(({ suite, kind, path, request, assertion }) =>
      JSON.stringify([suite, kind, path, request, assertion]),
    ),
  ).size;

/** Slower suites, and slower requests of suites that are not slower as a whole. */
function slower(latencies: readonly ComparedLatency[]): readonly string[] {
  const regressed = latencies.filter((latency) => latency.regressed);
  const suites = new Set(regressed.filter(({ request }) => request === undefined).map(({ suite }) => suite));
  const shown = regressed.filter(({ suite, request }) => request === undefined || !suites.has(suite));
  const named = shown.slice(0, NAMED).map((latency) => `p95 ${changeWords(latency)} in ${latencyName(latency)}`);
  return shown.length > named.length ? [...named, `${count(shown.length - named.length)} more slower`] : named;
}

const latencyName = ({ suite, request }: ComparedLatency): string =>
  request === undefined ? suite : `${suite} / ${request}`;

/** A change with its sign: `+40%`, `-12%`, `±0%`. */
export function changeWords({ change }: Pick<ComparedLatency, 'change'>): string {
  const percent = Math.round(change * 100);
  return percent === 0 ? '±0%' : `${percent > 0 ? '+' : ''}${count(percent)}%`;
}
