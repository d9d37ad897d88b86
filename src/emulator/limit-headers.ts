import type { WindowState } from './limits.ts';
import type { EmulatorProfile } from './profile.ts';
import type { MonthState } from './quota.ts';
import { type Answer, namedError, problem } from './responses.ts';

type Headers = Readonly<Record<string, string>>;

const weekSeconds = 604_800;
const secondsUntil = (epochMs: number, now: number): number => Math.max(1, Math.ceil((epochMs - now) / 1000));

const resetText = (profile: EmulatorProfile, custom: 'epoch' | 'delta', times: { resetAt: number; now: number }) => {
  const form = profile.reset === 'by-family' ? custom : profile.reset;
  switch (form) {
    case 'epoch':
      return String(Math.ceil(times.resetAt / 1000));
    case 'epoch-ms':
      return String(times.resetAt);
    case 'delta':
      return String(secondsUntil(times.resetAt, times.now));
  }
};

const pair = (prefix: string, window: WindowState, reset: string): Headers => ({
  [`${prefix}RateLimit-Limit`]: String(window.limit),
  [`${prefix}RateLimit-Remaining`]: String(window.remaining),
  [`${prefix}RateLimit-Reset`]: reset,
});

const combined = (window: WindowState, reset: string): Headers => ({
  RateLimit: `limit=${window.limit}, remaining=${window.remaining}, reset=${reset}`,
  'RateLimit-Policy': `${window.limit};w=${Math.ceil(window.windowMs / 1000)}`,
});

const shows = (profile: EmulatorProfile, family: EmulatorProfile['headers']): boolean =>
  profile.headers === family || profile.headers === 'all';

/** The rate-limit headers of a response, in the families that the profile sets. */
export const windowHeaders = (profile: EmulatorProfile, window: WindowState, now: number): Headers => {
  const times = { resetAt: window.resetAt, now };
  return {
    ...(shows(profile, 'x-ratelimit') ? pair('X-', window, resetText(profile, 'epoch', times)) : {}),
    ...(shows(profile, 'ratelimit') ? pair('', window, resetText(profile, 'delta', times)) : {}),
    ...(shows(profile, 'combined') ? combined(window, resetText(profile, 'delta', times)) : {}),
  };
};

/** The headers of the monthly quota, in the same family. */
export const monthHeaders = (profile: EmulatorProfile, month: MonthState): Headers => {
  if (!profile.monthHeaders) return {};
  const spell = (prefix: string): Headers => ({
    [`${prefix}RateLimit-Limit-Month`]: String(month.limit),
    [`${prefix}RateLimit-Remaining-Month`]: String(month.remaining),
  });
  return {
    ...(profile.headers === 'ratelimit' || profile.headers === 'combined' ? {} : spell('X-')),
    ...(profile.headers === 'x-ratelimit' ? {} : spell('')),
  };
};

const hintHeaders = (profile: EmulatorProfile, resetAt: number, now: number): Headers => {
  const seconds = String(secondsUntil(resetAt, now));
  const date = new Date(Math.ceil(resetAt / 1000) * 1000).toUTCString();
  switch (profile.retryHint) {
    case 'retry-after':
      return { 'Retry-After': seconds };
    case 'retryafter':
      return { RetryAfter: seconds };
    case 'x-ratelimit-retryafter':
      return { 'X-RateLimit-RetryAfter': seconds };
    case 'http-date':
      return { 'Retry-After': date };
    case 'all':
      return { 'Retry-After': seconds, RetryAfter: seconds, 'X-RateLimit-RetryAfter': seconds };
    case 'none':
      return {};
  }
};

const limitBody = (profile: EmulatorProfile, resetAt: number): Answer => {
  const text = 'Rate limit exceeded. Please retry after';
  switch (profile.tooManyRequests) {
    case 'object':
      return namedError({ status: 429, name: 'rateLimited', message: `${text} ${Math.ceil(resetAt / 1000)}` });
    case 'string':
      return { status: 429, body: { error: 'rateLimited', message: `${text} ${Math.ceil(resetAt / 1000)}` } };
    case 'epoch-ms':
      return namedError({ status: 429, name: 'rateLimitError', message: `Rate limit exceeded, retry at ${resetAt}` });
    case 'week':
      return namedError({
        status: 429,
        name: 'rateLimited',
        message: 'You have been rate limited.',
        details: { retryAfter: weekSeconds },
      });
    case 'problem':
      return problem({
        status: 429,
        slug: 'rate-limit-exceeded',
        title: 'Too Many Requests',
        detail: 'The rate limit was exceeded. See the Retry-After header for when to try again.',
      });
  }
};

/** The 429 of the short window, with a retry hint where the profile sets one. */
export const tooManyRequests = (profile: EmulatorProfile, resetAt: number, now: number): Answer => ({
  ...limitBody(profile, resetAt),
  headers: hintHeaders(profile, profile.tooManyRequests === 'week' ? now + weekSeconds * 1000 : resetAt, now),
});

/** The 429 of the monthly quota. It has no retry hint, since waiting does not help. */
export const quotaExhausted = (profile: EmulatorProfile): Answer =>
  profile.quotaExhausted === 'service-limit'
    ? namedError({
        status: 429,
        name: 'serviceLimitExhausted',
        message: 'Service limit exhausted. Please contact your team admin.',
      })
    : {
        status: 429,
        type: 'problem',
        body: {
          type: 'https://api.postman.com/problems/rate-limit-exceeded',
          title: 'You have reached the limit for your plan',
          detail: 'Upgrade the plan to make more API calls this month.',
        },
      };
