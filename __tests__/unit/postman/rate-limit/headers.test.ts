import { describe, expect, it } from '@jest/globals';
import { readLimitHeaders } from '../../../../src/postman/rate-limit/headers.ts';

const now = Date.UTC(2026, 0, 1, 12, 0, 0);
const seconds = now / 1000;
const date = (ms: number): { date: string } => ({ date: new Date(ms).toUTCString() });
const at = (ms: number): Date => new Date(ms);

describe('the window in the headers', () => {
  it.each<[string, Record<string, string>, object]>([
    [
      'X-RateLimit-* with epoch seconds',
      { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '299', 'x-ratelimit-reset': String(seconds + 30) },
      { limit: 300, remaining: 299, resetAt: at(now + 30_000) },
    ],
    [
      'RateLimit-* with seconds to go',
      { 'ratelimit-limit': '60', 'ratelimit-remaining': '0', 'ratelimit-reset': '12' },
      { limit: 60, remaining: 0, resetAt: at(now + 12_000) },
    ],
    [
      'epoch milliseconds',
      { 'ratelimit-limit': '60', 'ratelimit-remaining': '1', 'ratelimit-reset': String(now + 5_000) },
      { limit: 60, remaining: 1, resetAt: at(now + 5_000) },
    ],
    [
      'the combined RateLimit',
      { ratelimit: 'limit=300, remaining=12, reset=7', 'ratelimit-policy': '300;w=60' },
      { limit: 300, remaining: 12, resetAt: at(now + 7_000) },
    ],
    [
      'a limit known from the policy alone',
      { ratelimit: 'remaining=12, reset=7', 'ratelimit-policy': '300;w=60' },
      { limit: 300, remaining: 12, resetAt: at(now + 7_000) },
    ],
    ['no reset', { 'ratelimit-limit': '60', 'ratelimit-remaining': '5' }, { limit: 60, remaining: 5 }],
    ['a limit alone', { 'x-ratelimit-limit': '60' }, { limit: 60 }],
    ['what is left alone', { 'ratelimit-limit': 'lots', 'ratelimit-remaining': '5' }, { remaining: 5 }],
    ['a reset alone', { 'ratelimit-reset': '9' }, { resetAt: at(now + 9_000) }],
    [
      'a server clock an hour ahead',
      {
        'x-ratelimit-limit': '60',
        'x-ratelimit-remaining': '5',
        'x-ratelimit-reset': String(seconds + 3_630),
        ...date(now + 3_600_000),
      },
      { limit: 60, remaining: 5, resetAt: at(now + 30_000) },
    ],
    [
      'a Date cut to the second',
      {
        'x-ratelimit-limit': '60',
        'x-ratelimit-remaining': '5',
        'x-ratelimit-reset': String(seconds + 30),
        ...date(now - 900),
      },
      { limit: 60, remaining: 5, resetAt: at(now + 30_000) },
    ],
  ])('is read from %s', (_, headers, window) => {
    expect(readLimitHeaders(headers, now).limits.window).toEqual(window);
  });

  it('has no reset that no calendar holds', () => {
    const pair = { 'ratelimit-limit': '60', 'ratelimit-remaining': '5' };
    for (const reset of ['99999999999999999999', '', 'soon'])
      expect(readLimitHeaders({ ...pair, 'ratelimit-reset': reset }, now).limits.window).toEqual({
        limit: 60,
        remaining: 5,
      });
  });

  it('has the time to a reset without a limit, or without remaining calls', () => {
    const reset = { 'x-ratelimit-reset': String(seconds + 30) };
    expect(readLimitHeaders(reset, now).resetInMs).toBe(30_000);
    expect(readLimitHeaders({ ...reset, 'x-ratelimit-remaining': '0' }, now).resetInMs).toBe(30_000);
    expect(readLimitHeaders({ ...reset, 'x-ratelimit-remaining': '3' }, now).resetInMs).toBeUndefined();
  });

  it('is absent where the headers are, or make no sense', () => {
    expect(readLimitHeaders({}, now).limits).toEqual({});
    expect(readLimitHeaders({ 'ratelimit-limit': 'lots', 'ratelimit-remaining': '' }, now).limits).toEqual({});
  });
});

describe('the month in the headers', () => {
  it.each([['x-ratelimit'], ['ratelimit']])('is read from %s-*-month', (family) => {
    const headers = { [`${family}-limit-month`]: '1000', [`${family}-remaining-month`]: '0' };
    expect(readLimitHeaders(headers, now).limits).toEqual({ month: { limit: 1000, remaining: 0 } });
  });

  it('has the remaining calls without a limit, and is empty with only a limit', () => {
    expect(readLimitHeaders({ 'ratelimit-remaining-month': '7' }, now).limits).toEqual({ month: { remaining: 7 } });
    expect(readLimitHeaders({ 'ratelimit-limit-month': '7' }, now).limits).toEqual({});
  });
});

describe('the wait in the headers', () => {
  it.each<[string, Record<string, string>, number | undefined]>([
    ['Retry-After in seconds', { 'retry-after': '3' }, 3_000],
    ['Retry-After as a date', { 'retry-after': new Date(now + 9_000).toUTCString() }, 9_000],
    [
      'Retry-After as a date of a server an hour behind',
      { 'retry-after': new Date(now - 3_591_000).toUTCString(), ...date(now - 3_600_000) },
      9_000,
    ],
    ['Retry-After as a point in time', { 'retry-after': String(seconds + 4) }, 4_000],
    ['RetryAfter', { retryafter: '5' }, 5_000],
    ['X-RateLimit-RetryAfter', { 'x-ratelimit-retryafter': '6' }, 6_000],
    ['retry-after-ms', { 'retry-after-ms': '250' }, 250],
    ['a week', { 'retry-after': '604800' }, 604_800_000],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['the longest of several spellings', { 'retry-after': '1', retryafter: '9', 'x-ratelimit-retryafter': '4' }, 9_000],
    ['a date that is past', { 'retry-after': new Date(now - 9_000).toUTCString() }, 0],
    ['more seconds than a calendar holds: a year', { 'retry-after': '99999999999999999999' }, 366 * 86_400_000],
  ])('is read from %s', (_, headers, ms) => {
    expect(readLimitHeaders(headers, now).retryAfterMs).toBe(ms);
  });
});

describe('the server’s clock', () => {
  it('equals our clock in the second of its Date, and is never earlier', () => {
    expect(readLimitHeaders(date(now), now + 400).serverAheadMs).toBe(0);
    expect(readLimitHeaders(date(now + 5_000), now).serverAheadMs).toBe(5_999);
    expect(readLimitHeaders(date(now - 5_000), now).serverAheadMs).toBe(0);
    expect(readLimitHeaders({}, now).serverAheadMs).toBe(0);
  });
});
