import type { LimitHeaders } from './headers.ts';
import { LimitWindow, type SentCall, type WindowSample } from './window.ts';

/** Groups of endpoints with a rate limit of their own. */
export type Bucket = 'general' | 'lists' | 'monitors';

/**
 * Postman allows 10 calls in 10 seconds on lists and monitors, and announces that in no header (Postman API
 * documentation, "Rate limits"). It counts arrivals. The first call may have arrived late because of a handshake, so
 * the window is half a second longer here.
 */
const DOCUMENTED_LIMIT = { calls: 10, perMs: 10_500 } as const;

/** The bucket of a call, by its method and path. */
export function bucketOf(method: string, path: string): Bucket {
  if (/^\/monitors(\/|$)/.test(path)) return 'monitors';
  return method === 'GET' && /^\/(collections|workspaces|workspaces\/[^/]+)$/.test(path) ? 'lists' : 'general';
}

/** A call under way. */
export interface Permit extends SentCall {
  readonly bucket: Bucket;
}

/** The end of a call. */
export interface FinishedCall {
  readonly nowMs: number;
  /** The response's limit headers; absent without a response. */
  readonly limitHeaders?: LimitHeaders | undefined;
  /** Whether the answer was a 429. */
  readonly isRateLimited?: boolean;
}

/** The state of a bucket. */
interface Traffic {
  window?: LimitWindow;
  waiting: number;
  underWay: number;
  /** Calls sent so far. */
  sent: number;
  /** The call that finds out whether the next window is open. */
  probe?: Permit | undefined;
  /** Times of the latest calls, for the documented limit. */
  latestMs: readonly number[];
  /**
   * Calls of other buckets that this window counts, too, as long as no response includes them: for each, the number of
   * this bucket's calls that were sent before.
   */
  elsewhere: readonly number[];
}

/** Pause between two checks for the end of a probe. */
const PROBE_MS = 20;

/**
 * Decides how long a call must wait so that it is not answered with 429. It has no clock and does not wait itself:
 * callers pass the time. Calls are sent at once while the window allows them. After that they wait for the next window,
 * which a single call, the probe, tests first.
 */
export class RateLimiter {
  readonly #buckets = new Map<Bucket, Traffic>();
  #notBeforeMs = 0;

  /** Call this before waiting for a permit. */
  join(bucket: Bucket): void {
    this.#of(bucket).waiting += 1;
  }

  /** Call this after waiting for a permit. */
  leave(bucket: Bucket): void {
    this.#of(bucket).waiting -= 1;
  }

  /** Milliseconds until a call of the bucket may be sent; 0 means now. */
  delayMs(bucket: Bucket, nowMs: number): number {
    const traffic = this.#of(bucket);
    // The general limit also applies to calls of other buckets.
    const generalMs = bucket === 'general' ? 0 : windowFreeAtMs(this.#of('general'), nowMs);
    const bucketMs = Math.max(windowFreeAtMs(traffic, nowMs), documentedFreeAtMs(traffic));
    return Math.max(0, Math.max(this.#notBeforeMs, generalMs, bucketMs) - nowMs);
  }

  /** Records that a call of the bucket is being sent. */
  start(bucket: Bucket, nowMs: number): Permit {
    const traffic = this.#of(bucket);
    const permit = { bucket, index: traffic.sent, sentMs: nowMs };
    if (traffic.window && nowMs >= probeAtMs(traffic, traffic.window)) traffic.probe = permit;
    traffic.sent += 1;
    traffic.underWay += 1;
    if (bucket !== 'general') {
      traffic.latestMs = [...traffic.latestMs, nowMs].slice(-DOCUMENTED_LIMIT.calls);
      const general = this.#of('general');
      general.elsewhere = [...general.elsewhere, general.sent];
    }
    return permit;
  }

  /** Records the end of a call. */
  finish(permit: Permit, { nowMs, limitHeaders, isRateLimited = false }: FinishedCall): void {
    const traffic = this.#of(permit.bucket);
    traffic.underWay -= 1;
    if (traffic.probe === permit) traffic.probe = undefined;
    if (isRateLimited) traffic.window?.refuse(permit);
    const sample =
      limitHeaders && sampleOf(limitHeaders, { call: permit, receivedAtMs: nowMs, sentBefore: traffic.sent });
    if (!sample) return;
    traffic.elsewhere = traffic.elsewhere.filter((sentBefore) => sentBefore > permit.index);
    if (traffic.window) traffic.window.observe(sample);
    else traffic.window = new LimitWindow(sample);
  }

  /** Blocks all calls until a time that a 429 or 503 asked for. */
  blockUntil(untilMs: number): void {
    this.#notBeforeMs = Math.max(this.#notBeforeMs, untilMs);
  }

  #of(bucket: Bucket): Traffic {
    const traffic = this.#buckets.get(bucket) ?? { waiting: 0, underWay: 0, sent: 0, latestMs: [], elsewhere: [] };
    this.#buckets.set(bucket, traffic);
    return traffic;
  }
}

/** Number of calls that the window still allows. */
const roomIn = ({ underWay, elsewhere }: Traffic, { remaining }: LimitWindow): number =>
  remaining - underWay - elsewhere.length;

/** The time from which a call is a probe: the last call of this window, or the first call of the next one. */
function probeAtMs(traffic: Traffic, window: LimitWindow): number {
  const isLast = roomIn(traffic, window) === 1 && traffic.waiting > 1;
  return isLast ? window.lastAtMs : window.opensAtMs;
}

/**
 * The time at which the window allows a call. The last call of a window is delayed until the time of a probe only if
 * another call has to wait for the next window anyway; calls under way end first, to see whether there is such a call.
 */
function windowFreeAtMs(traffic: Traffic, nowMs: number): number {
  const { window, underWay, waiting, probe } = traffic;
  if (!window) return 0;
  if (probe) return nowMs + PROBE_MS;
  const room = roomIn(traffic, window);
  if (room < 1) return window.opensAtMs;
  if (room > 1 || window.lastAtMs <= nowMs) return 0;
  if (waiting > 1) return window.lastAtMs;
  return underWay > 0 ? nowMs + PROBE_MS : 0;
}

/** The time at which the documented limit allows a call. */
function documentedFreeAtMs({ latestMs }: Traffic): number {
  const oldest = latestMs.at(-DOCUMENTED_LIMIT.calls);
  return oldest === undefined ? 0 : oldest + DOCUMENTED_LIMIT.perMs;
}

function sampleOf(
  { limits: { window }, resetRoundingMs, resetClockErrorMs, windowMs }: LimitHeaders,
  answer: Pick<WindowSample, 'call' | 'receivedAtMs' | 'sentBefore'>,
): WindowSample | undefined {
  const { limit, remaining, resetAt } = window ?? {};
  if (limit === undefined || remaining === undefined || !resetAt) return undefined;
  const reset = { resetAtMs: resetAt.getTime(), roundingMs: resetRoundingMs, clockErrorMs: resetClockErrorMs };
  return { ...answer, ...reset, limit, remaining, lengthMs: windowMs };
}
