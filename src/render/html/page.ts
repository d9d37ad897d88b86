import type { RunResult } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';
import { inReadingOrder } from '../suite-order.ts';
import { type Anchors, anchorsOf } from './anchors.ts';
import { type DetailsBudget, divideBudget } from './details-budget.ts';

/** A report, and what several sections of its page share. */
export interface Page {
  readonly report: Report;
  readonly anchors: Anchors;
  readonly budget: DetailsBudget;
  /** Suites in the order of the page: failed, flaky, with warnings, green. */
  readonly runs: readonly RunResult[];
}

/** Prepares a report for its page. */
export const pageOf = (report: Report): Page => ({
  report,
  anchors: anchorsOf(report),
  budget: divideBudget(report),
  runs: inReadingOrder(report.runs),
});
