import { describe, expect, it } from '@jest/globals';
import { createRateLimiter } from '../../../src/emulator/limits.ts';
import { presets } from '../../../src/emulator/profile.ts';

const setUp = () => {
  let now = 1_000;
  const limiter = createRateLimiter(() => now);
  return {
    limiter,
    pass: (ms: number) => {
      now += ms;
    },
  };
};

const caller = { userId: 1, key: 'a', bucket: undefined } as const;

describe('the rate limiter', () => {
  it('counts down within a window that begins with the first call', () => {
    const { limiter, pass } = setUp();
    const profile = { ...presets.today, rateLimit: 2, windowMs: 60_000 };
    expect(limiter.take(caller, profile)).toEqual({
      allowed: true,
      window: { limit: 2, remaining: 1, resetAt: 61_000, windowMs: 60_000 },
    });
    pass(59_999);
    expect(limiter.take(caller, profile)).toMatchObject({ allowed: true, window: { remaining: 0 } });
    expect(limiter.take(caller, profile)).toMatchObject({ allowed: false, window: { resetAt: 61_000 } });
    pass(1);
    expect(limiter.take(caller, profile)).toMatchObject({ allowed: true, window: { remaining: 1, resetAt: 121_000 } });
  });

  it('lets all keys of a user share a window, or each key have its own', () => {
    const shared = { ...presets.today, rateLimit: 1 };
    const first = setUp().limiter;
    expect(first.take(caller, shared).allowed).toBe(true);
    expect(first.take({ ...caller, key: 'b' }, shared).allowed).toBe(false);
    expect(first.take({ ...caller, userId: 2, key: 'c' }, shared).allowed).toBe(true);

    const second = setUp().limiter;
    expect(second.take(caller, { ...shared, rateLimitPer: 'key' }).allowed).toBe(true);
    expect(second.take({ ...caller, key: 'b' }, { ...shared, rateLimitPer: 'key' }).allowed).toBe(true);
  });

  it('counts stricter buckets separately, and in the general window too', () => {
    const { limiter } = setUp();
    const profile = { ...presets.today, rateLimit: 4, specialLimit: 2 };
    const list = { ...caller, bucket: 'collections-list' } as const;
    const monitors = { ...caller, bucket: 'monitors' } as const;
    expect(limiter.take(list, profile).window).toMatchObject({ limit: 2, remaining: 1 });
    expect(limiter.take(list, profile).allowed).toBe(true);
    expect(limiter.take(list, profile)).toMatchObject({ allowed: false, window: { limit: 2 } });
    expect(limiter.take(monitors, profile).allowed).toBe(true);
    expect(limiter.take(monitors, profile).window).toMatchObject({ limit: 4, remaining: 0 });
    expect(limiter.take(caller, profile).allowed).toBe(false);
  });

  it('has no stricter buckets when they are disabled', () => {
    const { limiter } = setUp();
    const profile = { ...presets.today, specialLimit: 0 };
    const list = { ...caller, bucket: 'collections-list' } as const;
    expect(limiter.take(list, profile).window.limit).toBe(300);
  });
});
