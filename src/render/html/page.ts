import type { RunResult } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';
import { type Anchors, anchorsOf } from './anchors.ts';
import { type DetailsBudget, shareRoom } from './details-budget.ts';

/** What every part of the page needs to know. */
export interface Page {
  readonly report: Report;
  readonly anchors: Anchors;
  readonly budget: DetailsBudget;
  /** Suites in the order of the page: failed, flaky, with warnings, green. */
  readonly runs: readonly RunResult[];
}

/** Prepares a report for the page. */
export const pageOf = (report: Report): Page => ({
  report,
  anchors: anchorsOf(report),
  budget: shareRoom(report),
  runs: [...report.runs].sort((a, b) => rankOf(a) - rankOf(b)),
});

/** Whether there is something to look at in a suite. */
export const isNotable = (run: RunResult): boolean => rankOf(run) < RANKS.green;

const RANKS = { failed: 0, doesNotGate: 1, flaky: 2, warnings: 3, green: 4 } as const;

function rankOf({ status, blocking, flaky, attempt }: RunResult): number {
  if (status === 'failed') return blocking ? RANKS.failed : RANKS.doesNotGate;
  if (flaky) return RANKS.flaky;
  return attempt.warnings.length > 0 ? RANKS.warnings : RANKS.green;
}
