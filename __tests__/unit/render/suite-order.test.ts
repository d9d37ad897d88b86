import { describe, expect, it } from '@jest/globals';
import { inReadingOrder, isNotable } from '../../../src/render/suite-order.ts';
import { aFailedRun, aFailure, anAttempt, aRun } from '../../support/report.ts';

const RUNS = [
  aFailedRun(),
  aFailedRun({}, { blocking: false }),
  aRun({ flaky: true }),
  aRun({ attempt: anAttempt({ warnings: [aFailure()] }) }),
  aRun(),
  aRun({ blocking: false, suite: 'Other' }),
];

describe('the suites of a page', () => {
  it('are in the order failed, failed without gating, flaky, with warnings, green', () => {
    const [first, second, third, fourth, fifth, sixth] = RUNS;
    expect(inReadingOrder([fifth, sixth, third, fourth, second, first].flatMap((run) => run ?? []))).toEqual(RUNS);
  });

  it('are notable unless they are green', () => {
    expect(RUNS.map(isNotable)).toEqual([true, true, true, true, false, false]);
  });
});
