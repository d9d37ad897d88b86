import type { IncomingHttpHeaders } from 'node:http';
import type { Limits } from '../core/limits.ts';

/** What the headers of one answer say about limits and waiting. */
export interface HeaderFacts {
  readonly limits: Limits;
  /** What the reset's time may be off by because it is told in whole seconds, in milliseconds: 1000 or 0. */
  readonly resetCutMs: number;
  /** How much too late it may be besides, in milliseconds: a wrong clock is set by a `Date` header, which is cut to the second. */
  readonly resetLateMs: number;
  /** Length of the window in milliseconds, where a policy names it. */
  readonly windowMs?: number;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** The server's clock minus ours, in milliseconds; 0 where they agree within what a `Date` header can tell. */
  readonly skewMs: number;
  /** What to add to our clock for a time that is not before the server's own: 0 where our time lies in the second that `Date` names, or behind it. */
  readonly serverAheadMs: number;
}

/**
 * Reads every family of limit headers that Postman documents (learning center, "Postman API rate limits") or has been
 * seen to send: `X-RateLimit-*`, `RateLimit-*`, the combined `RateLimit` with `RateLimit-Policy`, the `-Month` pairs and
 * the three spellings of a wait.
 */
export function readHeaders(headers: IncomingHttpHeaders, nowMs: number): HeaderFacts {
  const skewMs = skewOf(headers, nowMs);
  const combined = parameters(one(headers.ratelimit));
  const policy = /(\d+)\s*;\s*w\s*=\s*(\d+)/.exec(one(headers['ratelimit-policy']) ?? '');
  const find = (name: string): string | undefined =>
    one(headers[`x-ratelimit-${name}`]) ?? one(headers[`ratelimit-${name}`]);
  const reset = find('reset') ?? combined.get('reset');
  const resetAt = reset === undefined ? undefined : resetTime(Number(reset), { nowMs, skewMs });
  const window = pair(
    find('limit') ?? combined.get('limit') ?? policy?.[1],
    find('remaining') ?? combined.get('remaining'),
  );
  const month = pair(find('limit-month'), find('remaining-month'));
  const retryAfterMs = readRetryAfter(headers, { nowMs, skewMs });
  return {
    limits: {
      ...(window ? { window: { ...window, ...(resetAt ? { resetAt } : {}) } } : {}),
      ...(month ? { month } : {}),
    },
    resetCutMs: Number(reset) >= EPOCH_MILLISECONDS ? 0 : SECOND_MS,
    resetLateMs: Number(reset) >= EPOCH_SECONDS && skewMs !== 0 ? SECOND_MS : 0,
    skewMs,
    serverAheadMs: aheadOf(headers, nowMs),
    ...(policy ? { windowMs: Number(policy[2]) * 1000 } : {}),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

interface Clocks {
  readonly nowMs: number;
  readonly skewMs: number;
}

const one = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : header?.[0];

/** `limit=300, remaining=12, reset=30` → its parameters. */
const parameters = (header: string | undefined): ReadonlyMap<string, string> =>
  new Map(
    [...(header ?? '').matchAll(/([a-z]+)\s*=\s*(\d+)/gi)].map(([, name = '', text = '']) => [
      name.toLowerCase(),
      text,
    ]),
  );

function pair(
  limit: string | undefined,
  remaining: string | undefined,
): { limit: number; remaining: number } | undefined {
  const [most, left] = [wholeNumber(limit), wholeNumber(remaining)];
  return most === undefined || left === undefined ? undefined : { limit: most, remaining: left };
}

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\s*\d+/.test(text) ? Number.parseInt(text, 10) : undefined;

/** A `Date` header is cut to the second: within this much of it, two clocks agree. */
const DATE_BLUR_MS = 2_000;

function skewOf(headers: IncomingHttpHeaders, nowMs: number): number {
  const server = Date.parse(headers.date ?? '');
  if (Number.isNaN(server)) return 0;
  const skew = server - nowMs;
  return Math.abs(skew) <= DATE_BLUR_MS ? 0 : skew;
}

function aheadOf(headers: IncomingHttpHeaders, nowMs: number): number {
  const server = Date.parse(headers.date ?? '');
  if (Number.isNaN(server) || (nowMs >= server && nowMs < server + 1_000)) return 0;
  return Math.max(0, server + 999 - nowMs);
}

const SECOND_MS = 1_000;

/** From this on a reset is a point in time in seconds, and from the next on in milliseconds; below it is a number of seconds. */
const EPOCH_SECONDS = 1e9;
const EPOCH_MILLISECONDS = 1e12;

/** The reset in our own clock's time. */
function resetTime(reset: number, clocks: Clocks): Date | undefined {
  if (!Number.isFinite(reset) || reset < 0) return undefined;
  if (reset >= EPOCH_MILLISECONDS) return new Date(reset - clocks.skewMs);
  return reset >= EPOCH_SECONDS ? new Date(reset * 1000 - clocks.skewMs) : new Date(clocks.nowMs + reset * 1000);
}

function readRetryAfter(headers: IncomingHttpHeaders, { nowMs, skewMs }: Clocks): number | undefined {
  const millis = wholeNumber(one(headers['retry-after-ms']));
  if (millis !== undefined) return millis;
  const text = one(headers['retry-after']) ?? one(headers.retryafter) ?? one(headers['x-ratelimit-retryafter']);
  if (text === undefined) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(text)) return waitUntil(Number(text), { nowMs, skewMs });
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - skewMs - nowMs);
}

/** A wait is a number of seconds; some servers give the point in time instead. */
function waitUntil(value: number, clocks: Clocks): number {
  if (value < EPOCH_SECONDS) return value * 1000;
  return Math.max(0, (resetTime(value, clocks)?.getTime() ?? clocks.nowMs) - clocks.nowMs);
}
