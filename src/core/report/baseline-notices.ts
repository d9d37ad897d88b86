import type { BaselineComparison, ComparedLatency } from '../model/baseline.ts';
import type { Notice } from '../model/notice.ts';

/** The most regressions that the notice names. */
const NAMED = 5;

/** A warning that names the suites and requests that are slower than in the earlier report. */
export function baselineNotices({ commit, latencies }: BaselineComparison): readonly Notice[] {
  const base = commit ? `the baseline ${commit.slice(0, 7)}` : 'the baseline';
  const slower = latencies.filter(({ regressed }) => regressed);
  return slower.length > 0 ? [{ level: 'warning', message: `Slower than ${base}: ${listed(slower)}.` }] : [];
}

function listed(slower: readonly ComparedLatency[]): string {
  const named = slower.slice(0, NAMED).map(({ suite, request, before, after, change }) => {
    const what = request === undefined ? suite : `${suite} / ${request}`;
    return `${what} (p95 ${before.p95Ms} → ${after.p95Ms} ms, +${Math.round(change * 100)}%)`;
  });
  const more = slower.length > named.length ? ` and ${slower.length - named.length} more` : '';
  return `${named.join(', ')}${more}`;
}
