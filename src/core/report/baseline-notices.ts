import type { BaselineComparison, ComparedLatency } from '../model/baseline.ts';
import type { Notice } from '../model/notice.ts';
import type { RunResult } from '../model/run-result.ts';

/** Regressions named in a notice. */
const NAMED = 5;

/** What the comparison with an earlier report tells: new and known failures, and what became slower. */
export function baselineNotices(
  runs: readonly RunResult[],
  { commit, latencies }: BaselineComparison,
): readonly Notice[] {
  const base = commit ? `the baseline ${commit.slice(0, 7)}` : 'the baseline';
  const failures = runs.flatMap(({ attempt }) => [...attempt.failures, ...attempt.warnings]);
  const known = failures.filter((failure) => failure.known === true).length;
  const slower = latencies.filter(({ regressed }) => regressed);
  return [
    ...(failures.length > 0
      ? [notice('notice', `Failures compared with ${base}: ${failures.length - known} new, ${known} known.`)]
      : []),
    ...(slower.length > 0 ? [notice('warning', `Slower than ${base}: ${listed(slower)}.`)] : []),
  ];
}

const notice = (level: Notice['level'], message: string): Notice => ({ level, message });

function listed(slower: readonly ComparedLatency[]): string {
  const named = slower.slice(0, NAMED).map(({ suite, request, before, after, change }) => {
    const what = request === undefined ? suite : `${suite} / ${request}`;
    return `${what} (p95 ${before.p95Ms} → ${after.p95Ms} ms, +${Math.round(change * 100)}%)`;
  });
  const more = slower.length > named.length ? ` and ${slower.length - named.length} more` : '';
  return `${named.join(', ')}${more}`;
}
