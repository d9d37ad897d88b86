import type { IncomingHttpHeaders } from 'node:http';
import { omitUndefined } from '../../core/lib/json.ts';
import type { Limits } from '../../core/model/limits.ts';

/** The limits and waits in the headers of one response. */
export interface LimitHeaders {
  readonly limits: Limits;
  /** Rounding error of the reset: 1000 for a reset in whole seconds, otherwise 0. */
  readonly resetRoundingMs: number;
  /** Further error of a reset that was corrected for clock skew: a `Date` header is truncated to the second. */
  readonly resetClockErrorMs: number;
  /** Length of the window, if a policy header has it. */
  readonly windowMs?: number;
  /** The wait that the server asks for. */
  readonly retryAfterMs?: number;
  /** Time to the reset of a window without a limit in the headers, unless calls remain. */
  readonly resetInMs?: number;
  /** Clock skew: the server's clock minus ours; 0 if they agree within the precision of a `Date` header. */
  readonly skewMs: number;
  /** Our clock plus this value is not before the server's clock. 0 if our time is not before the second in `Date`. */
  readonly serverAheadMs: number;
}

/**
 * Reads all limit headers that Postman documents (learning center, "Postman API rate limits") or was seen to send:
 * `X-RateLimit-*`, `RateLimit-*`, the combined `RateLimit` with `RateLimit-Policy`, the `-Month` pairs, and three
 * spellings of `Retry-After`.
 */
export function readLimitHeaders(headers: IncomingHttpHeaders, nowMs: number): LimitHeaders {
  const skewMs = skewOf(headers, nowMs);
  const find: Find = (name) => firstOf(headers[`x-ratelimit-${name}`]) ?? firstOf(headers[`ratelimit-${name}`]);
  const { window, ...facts } = readWindow(headers, { find, nowMs, skewMs });
  const month = monthOf(find('limit-month'), find('remaining-month'));
  const retryAfterMs = readRetryAfter(headers, { nowMs, skewMs });
  return {
    limits: { ...(window ? { window } : {}), ...(month ? { month } : {}) },
    ...facts,
    skewMs,
    serverAheadMs: aheadOf(headers, nowMs),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** Finds a header by its name after `X-RateLimit-` or `RateLimit-`. */
type Find = (name: string) => string | undefined;

type WindowFacts = Pick<Limits, 'window'> &
  Pick<LimitHeaders, 'resetRoundingMs' | 'resetClockErrorMs' | 'windowMs' | 'resetInMs'>;

function readWindow(headers: IncomingHttpHeaders, { find, ...clocks }: Clocks & { readonly find: Find }): WindowFacts {
  const combined = parameters(firstOf(headers.ratelimit));
  const read: Find = (name) => find(name) ?? combined.get(name);
  const policy = /(\d+)\s*;\s*w\s*=\s*(\d+)/.exec(firstOf(headers['ratelimit-policy']) ?? '');
  const reset = amount(read('reset')) ?? Number.NaN;
  const resetAt = resetTime(reset, clocks);
  const limit = wholeNumber(read('limit') ?? policy?.[1]);
  const remaining = wholeNumber(read('remaining'));
  const isPair = limit !== undefined && remaining !== undefined;
  const window = omitUndefined<NonNullable<Limits['window']>>({ limit, remaining, resetAt });
  return {
    ...(Object.keys(window).length > 0 ? { window } : {}),
    resetRoundingMs: reset >= EPOCH_MILLISECONDS ? 0 : SECOND_MS,
    resetClockErrorMs: reset >= EPOCH_SECONDS && clocks.skewMs !== 0 ? SECOND_MS : 0,
    ...(policy ? { windowMs: Number(policy[2]) * 1000 } : {}),
    ...(resetAt && !isPair && !remaining ? { resetInMs: Math.max(0, resetAt.getTime() - clocks.nowMs) } : {}),
  };
}

interface Clocks {
  readonly nowMs: number;
  readonly skewMs: number;
}

const firstOf = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : header?.[0];

/** `limit=300, remaining=12, reset=30` → its parameters. */
const parameters = (header: string | undefined): ReadonlyMap<string, string> =>
  new Map(
    [...(header ?? '').matchAll(/([a-z]+)\s*=\s*(\d+)/gi)].map(([, name = '', text = '']) => [
      name.toLowerCase(),
      text,
    ]),
  );

/** The monthly quota. A remaining count without a limit is used, too: at 0 no call may be sent. */
function monthOf(limit: string | undefined, remaining: string | undefined): Limits['month'] {
  const [most, left] = [wholeNumber(limit), wholeNumber(remaining)];
  if (left === undefined) return undefined;
  return most === undefined ? { remaining: left } : { limit: most, remaining: left };
}

/** The number at the beginning of a header. */
function amount(text: string | undefined): number | undefined {
  const [digits] = /^\s*\d+(?:\.\d+)?/.exec(text ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function wholeNumber(text: string | undefined): number | undefined {
  const value = amount(text);
  return value === undefined ? undefined : Math.floor(value);
}

/** A smaller difference of clocks counts as none: a `Date` header is truncated to the second. */
const DATE_TOLERANCE_MS = 2_000;

function skewOf(headers: IncomingHttpHeaders, nowMs: number): number {
  const server = Date.parse(headers.date ?? '');
  if (Number.isNaN(server)) return 0;
  const skew = server - nowMs;
  return Math.abs(skew) <= DATE_TOLERANCE_MS ? 0 : skew;
}

function aheadOf(headers: IncomingHttpHeaders, nowMs: number): number {
  const server = Date.parse(headers.date ?? '');
  if (Number.isNaN(server) || (nowMs >= server && nowMs < server + 1_000)) return 0;
  return Math.max(0, server + 999 - nowMs);
}

const SECOND_MS = 1_000;

/**
 * A reset below EPOCH_SECONDS is a number of seconds; below EPOCH_MILLISECONDS an epoch time in seconds; else in
 * milliseconds.
 */
const EPOCH_SECONDS = 1e9;
const EPOCH_MILLISECONDS = 1e12;

/** The reset by our clock; undefined for an impossible date. */
function resetTime(reset: number, { nowMs, skewMs }: Clocks): Date | undefined {
  const epochMs = reset < EPOCH_MILLISECONDS ? reset * 1000 : reset;
  const resetMs = reset < EPOCH_SECONDS ? nowMs + epochMs : epochMs - skewMs;
  return resetMs < nowMs + LONGEST_WAIT_MS ? new Date(resetMs) : undefined;
}

/** The longest wait in the spellings of `Retry-After`. */
function readRetryAfter(headers: IncomingHttpHeaders, clocks: Clocks): number | undefined {
  const texts = [headers['retry-after'], headers.retryafter, headers['x-ratelimit-retryafter']].map(firstOf);
  const waits = [amount(firstOf(headers['retry-after-ms'])), ...texts.map((text) => waitOf(text, clocks))];
  const known = waits.filter((wait) => wait !== undefined);
  return known.length === 0 ? undefined : boundedWait(Math.max(...known));
}

/** A wait as a number of seconds or the date of its end; some servers send an epoch time. */
function waitOf(text: string | undefined, clocks: Clocks): number | undefined {
  const { nowMs, skewMs } = clocks;
  if (text === undefined) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(text))
    return (resetTime(Number(text), clocks)?.getTime() ?? Number.POSITIVE_INFINITY) - nowMs;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : date - skewMs - nowMs;
}

/** A leap year: longer waits are mistakes. */
const LONGEST_WAIT_MS = 366 * 86_400_000;

/** A wait between 0 and a year. */
export const boundedWait = (ms: number): number => Math.min(Math.max(0, ms), LONGEST_WAIT_MS);
