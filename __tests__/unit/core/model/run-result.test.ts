import { describe, expect, it } from '@jest/globals';
import { responseTimes } from '../../../../src/core/model/run-result.ts';

describe('response times', () => {
  it.each([
    [[7], { mean: 7, p95: 7, max: 7 }],
    [[30, 10, 20], { mean: 20, p95: 30, max: 30 }],
    [Array.from({ length: 20 }, (_, index) => index + 1), { mean: 11, p95: 19, max: 20 }],
    [Array.from({ length: 100 }, (_, index) => 100 - index), { mean: 51, p95: 95, max: 100 }],
  ])('of %j have the 95th percentile by nearest rank', (times, expected) => {
    expect(responseTimes(times)).toEqual(expected);
  });

  it('are absent when nothing answered', () => expect(responseTimes([])).toBeUndefined());
});
