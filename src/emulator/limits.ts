import type { EmulatorProfile } from './profile.ts';

/** Buckets with a stricter rate limit. Several endpoints can share a bucket. */
export type SpecialBucket = 'collections-list' | 'workspaces-list' | 'workspace-get' | 'monitors';

/** A rate-limit window, for the headers. */
export interface WindowState {
  readonly limit: number;
  readonly remaining: number;
  /** Epoch milliseconds. */
  readonly resetAt: number;
  readonly windowMs: number;
}

/** Whether a call is allowed, and the window that decided or is closest to its limit. */
export interface RateDecision {
  readonly allowed: boolean;
  readonly window: WindowState;
}

/** User, key and stricter bucket of a call. */
export interface Caller {
  readonly userId: number;
  readonly key: string;
  readonly bucket: SpecialBucket | undefined;
}

interface Rule {
  readonly name: string;
  readonly limit: number;
  readonly windowMs: number;
}

interface OpenWindow {
  readonly endsAt: number;
  readonly used: number;
}

/** Counts calls in fixed windows that begin with their first call. Refused calls do not count. */
export interface RateLimiter {
  /** Counts the call, unless a window of it is full. */
  take(caller: Caller, profile: EmulatorProfile): RateDecision;
  /** The window closest to its limit, without counting a call. */
  peek(caller: Caller, profile: EmulatorProfile): WindowState;
  reset(): void;
}

const rulesFor = ({ userId, key, bucket }: Caller, profile: EmulatorProfile): readonly Rule[] => {
  const who = profile.rateLimitPer === 'user' ? String(userId) : key;
  const general = { name: `general ${who}`, limit: profile.rateLimit, windowMs: profile.windowMs };
  if (bucket === undefined || profile.specialLimit === 0) return [general];
  const special = { name: `${bucket} ${who}`, limit: profile.specialLimit, windowMs: profile.specialWindowMs };
  return [general, special];
};

const tightest = (windows: readonly WindowState[]): WindowState =>
  windows.reduce((least, window) => (window.remaining < least.remaining ? window : least));

/** Creates a rate limiter without open windows. */
export const createRateLimiter = (now: () => number): RateLimiter => {
  const windows = new Map<string, OpenWindow>();

  const current = (rule: Rule): OpenWindow => {
    const open = windows.get(rule.name);
    return open && open.endsAt > now() ? open : { endsAt: now() + rule.windowMs, used: 0 };
  };
  const describe = (rule: Rule, open: OpenWindow): WindowState => ({
    limit: rule.limit,
    remaining: Math.max(0, rule.limit - open.used),
    resetAt: open.endsAt,
    windowMs: rule.windowMs,
  });
  return {
    take: (caller, profile) => {
      const rules = rulesFor(caller, profile);
      const full = rules.find((rule) => current(rule).used >= rule.limit);
      if (full) return { allowed: false, window: describe(full, current(full)) };
      const states = rules.map((rule) => {
        const open = current(rule);
        const next = { endsAt: open.endsAt, used: open.used + 1 };
        windows.set(rule.name, next);
        return describe(rule, next);
      });
      return { allowed: true, window: tightest(states) };
    },
    peek: (caller, profile) => tightest(rulesFor(caller, profile).map((rule) => describe(rule, current(rule)))),
    reset: () => windows.clear(),
  };
};
