import { describe, expect, it } from '@jest/globals';
import { monthHeaders, quotaExhausted, tooManyRequests, windowHeaders } from '../../../src/emulator/limit-headers.ts';
import { type EmulatorProfile, presets } from '../../../src/emulator/profile.ts';

const now = Date.UTC(2026, 10, 23, 12, 0, 0);
const window = { limit: 300, remaining: 7, resetAt: now + 41_500, windowMs: 60_000 };
const profile = (changes: Partial<EmulatorProfile>): EmulatorProfile => ({ ...presets.today, ...changes });

describe('rate-limit headers', () => {
  it('contain the reset as epoch seconds in the X- family', () => {
    expect(windowHeaders(profile({ headers: 'x-ratelimit' }), window, now)).toEqual({
      'X-RateLimit-Limit': '300',
      'X-RateLimit-Remaining': '7',
      'X-RateLimit-Reset': String(now / 1000 + 42),
    });
  });

  it('contain the reset as seconds from now in the unprefixed family', () => {
    expect(windowHeaders(profile({ headers: 'ratelimit' }), window, now)).toEqual({
      'RateLimit-Limit': '300',
      'RateLimit-Remaining': '7',
      'RateLimit-Reset': '42',
    });
  });

  it('are one header in the combined family', () => {
    expect(windowHeaders(profile({ headers: 'combined' }), window, now)).toEqual({
      RateLimit: 'limit=300, remaining=7, reset=42',
      'RateLimit-Policy': '300;w=60',
    });
  });

  it('can contain milliseconds, and can be disabled', () => {
    const milliseconds = profile({ headers: 'x-ratelimit', reset: 'epoch-ms' });
    expect(windowHeaders(milliseconds, window, now)['X-RateLimit-Reset']).toBe(String(now + 41_500));
    expect(windowHeaders(profile({ headers: 'none' }), window, now)).toEqual({});
  });

  it('name the monthly headers like the family in use', () => {
    const month = { limit: 100, remaining: 3 };
    expect(monthHeaders(profile({ headers: 'ratelimit' }), month)).toEqual({
      'RateLimit-Limit-Month': '100',
      'RateLimit-Remaining-Month': '3',
    });
    expect(Object.keys(monthHeaders(profile({ headers: 'all' }), month))).toHaveLength(4);
    expect(monthHeaders(profile({ monthHeaders: false }), month)).toEqual({});
  });
});

describe('a 429 of the short window', () => {
  it.each([
    ['object', { error: expect.objectContaining({ name: 'rateLimited' }) }],
    ['string', { error: 'rateLimited', message: `Rate limit exceeded. Please retry after ${now / 1000 + 42}` }],
    ['epoch-ms', { error: { name: 'rateLimitError', message: `Rate limit exceeded, retry at ${now + 41_500}` } }],
    ['problem', expect.objectContaining({ status: 429, title: 'Too Many Requests' })],
    ['week', { error: expect.objectContaining({ details: { retryAfter: 604_800 } }) }],
  ] as const)('has the body of the flavour "%s"', (flavour, body) => {
    expect(tooManyRequests(profile({ tooManyRequests: flavour }), window.resetAt, now).body).toEqual(body);
  });

  it.each([
    ['retry-after', { 'Retry-After': '42' }],
    ['retryafter', { RetryAfter: '42' }],
    ['x-ratelimit-retryafter', { 'X-RateLimit-RetryAfter': '42' }],
    ['http-date', { 'Retry-After': 'Mon, 23 Nov 2026 12:00:42 GMT' }],
    ['none', {}],
  ] as const)('hints with "%s"', (retryHint, headers) => {
    expect(tooManyRequests(profile({ retryHint }), window.resetAt, now).headers).toEqual(headers);
  });
});

describe('a 429 of the month', () => {
  it('says that waiting does not help', () => {
    expect(quotaExhausted(profile({}))).toEqual({
      status: 429,
      type: 'json',
      body: {
        error: {
          name: 'serviceLimitExhausted',
          message: 'Service limit exhausted. Please contact your team admin.',
        },
      },
    });
    expect(quotaExhausted(profile({ quotaExhausted: 'plan-problem' })).body).not.toHaveProperty('status');
  });
});
