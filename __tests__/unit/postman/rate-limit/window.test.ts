import { describe, expect, it } from '@jest/globals';
import { LimitWindow, type WindowSample } from '../../../../src/postman/rate-limit/window.ts';

/** Whole seconds, corrected by a `Date` header: both errors are a second. */
const sample = (
  parts: Partial<WindowSample> & { readonly sentMs?: number; readonly index?: number } = {},
): WindowSample => {
  const { sentMs = 0, index = 1, ...rest } = parts;
  return {
    ...{ limit: 10, remaining: 8, resetAtMs: 60_000, roundingMs: 1_000, clockErrorMs: 1_000 },
    ...{ call: { index, sentMs }, receivedAtMs: sentMs + 20, sentBefore: index, ...rest },
  };
};

/** The last time at which the window may end, and the calls that it has left. */
const windowAfter = (...samples: readonly WindowSample[]) => {
  const window = new LimitWindow(sample());
  for (const each of samples) window.observe(each);
  return { opensAtMs: window.opensAtMs, remaining: window.remaining };
};

describe('the window of a rate limit', () => {
  it('ends at the announced reset, rounding and a blur of timers included', () => {
    expect(windowAfter()).toEqual({ opensAtMs: 61_010, remaining: 8 });
  });

  it('is the same window if the reset is later by at most its errors', () => {
    expect(windowAfter(sample({ index: 2, remaining: 7, resetAtMs: 62_500 }))).toEqual({
      opensAtMs: 62_510,
      remaining: 7,
    });
    expect(windowAfter(sample({ index: 2, remaining: 7, resetAtMs: 59_500 }))).toEqual({
      opensAtMs: 60_510,
      remaining: 7,
    });
  });

  it('is the next window if the reset is later than that, or more calls remain', () => {
    expect(windowAfter(sample({ index: 2, remaining: 7, resetAtMs: 63_500 }))).toEqual({
      opensAtMs: 64_510,
      remaining: 7,
    });
    expect(windowAfter(sample({ index: 2, remaining: 9, resetAtMs: 60_500 }))).toEqual({
      opensAtMs: 61_510,
      remaining: 9,
    });
  });

  it('is not the next window for a response that overtook a newer one', () => {
    const late = sample({ index: 0, remaining: 9, resetAtMs: 60_000 });
    expect(windowAfter(late)).toEqual({ opensAtMs: 61_010, remaining: 8 });
  });

  it('is probed a whole number of seconds after it opened', () => {
    const exact = { clockErrorMs: 0 };
    const window = new LimitWindow(sample({ ...exact, resetAtMs: 5_000 }));
    expect(window.lastAtMs).toBe(5_000);
    window.observe(sample({ ...exact, index: 2, sentMs: 5_000, remaining: 9, resetAtMs: 10_000 }));
    expect(window.lastAtMs).toBe(9_020);
  });

  it('has no calls left after a refusal, and had not ended when that call was sent', () => {
    const window = new LimitWindow(sample());
    window.refuse({ index: 2, sentMs: 70_000 });
    expect([window.remaining, window.opensAtMs]).toEqual([0, 70_010]);
  });
});
