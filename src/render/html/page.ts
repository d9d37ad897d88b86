import type { RunResult } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';
import { inReadingOrder } from '../suite-order.ts';
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
  runs: inReadingOrder(report.runs),
});
