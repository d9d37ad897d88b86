import { describe, expect, it } from '@jest/globals';
import { crossedThresholds, toleratesAssertions } from '../../../../src/run/result/thresholds.ts';

describe('thresholds', () => {
  const measured = {
    durationMs: 2000,
    assertions: { total: 9, failed: 2 },
    responseTimes: { mean: 100, p95: 800, max: 900 },
  };

  it('are kept when the measured value equals them', () => {
    expect(crossedThresholds('S', measured, { failedAssertions: 2, p95Ms: 800, maxMs: 900, totalMs: 2000 })).toEqual(
      [],
    );
    expect(crossedThresholds('S', measured, {})).toEqual([]);
  });

  it('are each named with what was measured when they are crossed', () => {
    const failures = crossedThresholds('S', measured, { failedAssertions: 1, p95Ms: 799, maxMs: 500, totalMs: 1500 });
    expect(failures.map(({ message }) => message)).toEqual([
      'Failed assertions: 2; the threshold is 1.',
      'The 95th percentile of response times: 800 ms; the threshold is 799 ms.',
      'The longest response time: 900 ms; the threshold is 500 ms.',
      'The total time: 2.0 s; the threshold is 1.5 s.',
    ]);
    expect(new Set(failures.map(({ kind }) => kind))).toEqual(new Set(['threshold']));
  });

  it('forgive failed assertions up to a number, and never by default', () => {
    expect(toleratesAssertions({}, 0)).toBe(false);
    expect(toleratesAssertions({ failedAssertions: 0 }, 1)).toBe(false);
    expect(toleratesAssertions({ failedAssertions: 2 }, 2)).toBe(true);
    expect(toleratesAssertions({ failedAssertions: 2 }, 3)).toBe(false);
  });
});
