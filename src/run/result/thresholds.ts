import { duration } from '../../core/lib/text.ts';
import type { Attempt, Failure, Thresholds } from '../../core/model/run-result.ts';

/** The values of a suite that thresholds limit. */
export type Measurements = Pick<Attempt, 'durationMs' | 'assertions' | 'responseTimes'>;

/** A failure for each threshold that was exceeded. A value equal to its threshold passes. */
export function crossedThresholds(suite: string, measured: Measurements, thresholds: Thresholds): readonly Failure[] {
  const { failedAssertions, p95Ms, maxMs, totalMs } = thresholds;
  const times = measured.responseTimes;
  const checks = [
    {
      name: 'failed-assertions',
      what: 'failed assertions',
      actual: measured.assertions.failed,
      limit: failedAssertions,
      show: String,
    },
    { name: 'p95', what: 'the 95th percentile of response times', actual: times?.p95, limit: p95Ms, show: duration },
    { name: 'max', what: 'the longest response time', actual: times?.max, limit: maxMs, show: duration },
    { name: 'total', what: 'the total time', actual: measured.durationMs, limit: totalMs, show: duration },
  ];
  return checks.flatMap(({ name, what, actual, limit, show }) =>
    actual === undefined || limit === undefined || actual <= limit
      ? []
      : [
          {
            kind: 'threshold' as const,
            suite,
            path: [],
            message: `${capital(what)}: ${show(actual)}; the threshold is ${show(limit)}.`,
            threshold: { name, actual, limit },
          },
        ],
  );
}

/**
 * Up to the allowed number, failed assertions are warnings and do not fail the suite. Above that number, all of them
 * are failures.
 */
export const toleratesAssertions = ({ failedAssertions = 0 }: Thresholds, failed: number): boolean =>
  failedAssertions > 0 && failed <= failedAssertions;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
