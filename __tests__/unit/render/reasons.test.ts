import { describe, expect, it } from '@jest/globals';
import { reasonsOf } from '../../../src/render/reasons.ts';
import { aFailedRun, aFailure, anAttempt, aRun } from '../../support/report.ts';

const failing = (...failures: readonly ReturnType<typeof aFailure>[]) =>
  reasonsOf(aFailedRun({}, { attempt: anAttempt({ failures }) }));

describe('the reasons of a suite', () => {
  it('are empty for a passed suite', () => {
    expect(reasonsOf(aRun())).toEqual([]);
  });

  it('contain the number of failures', () => {
    expect(failing(aFailure(), aFailure({ kind: 'script' }), aFailure())).toEqual([
      '2 assertions failed',
      '1 script failed',
    ]);
  });

  it('name the violated thresholds with both values', () => {
    const crossed = (name: string, actual: number, limit: number) =>
      aFailure({ kind: 'threshold', threshold: { name, actual, limit } });
    expect(
      failing(crossed('p95', 957, 300), crossed('failed-assertions', 3, 2), crossed('total', 90_000, 60_000)),
    ).toEqual(['p95 957 ms > 300 ms', 'failed assertions 3 > 2', 'total 1 min 30 s > 1 min 0 s']);
  });

  it('distinguish a suite without assertions from one without requests', () => {
    const untested = aFailure({ kind: 'nothing-tested' });
    const without = (total: number) =>
      reasonsOf(aFailedRun({}, { attempt: anAttempt({ failures: [untested], requests: { total, failed: 0 } }) }));
    expect([without(0), without(3)]).toEqual([['nothing requested'], ['nothing asserted']]);
  });

  it('mention flaky suites and warnings', () => {
    expect(reasonsOf(aRun({ flaky: true, earlier: [anAttempt(), anAttempt()] }))).toEqual([
      'failed 2 times, then passed',
    ]);
    expect(reasonsOf(aRun({ attempt: anAttempt({ warnings: [aFailure()] }) }))).toEqual(['1 warning']);
  });
});
