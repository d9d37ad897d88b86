import type { LimitHeaders } from './headers.ts';
import { LimitWindow, type SentCall, type WindowSample } from './window.ts';

/** Routes with a limit of their own. */
export type Bucket = 'general' | 'lists' | 'monitors';

/**
 * Postman allows 10 calls in 10 seconds on these and sends no hint of it beforehand (Postman API documentation, "Rate
 * limits"). It counts arrivals. The first call may have arrived late because of a handshake, so the window is half a
 * second longer here.
 */
const KNOWN = { calls: 10, perMs: 10_500 } as const;

/** The bucket of a call, by its method and path. */
export function bucketOf(method: string, path: string): Bucket {
  if (/^\/monitors(\/|$)/.test(path)) return 'monitors';
  return method === 'GET' && /^\/(collections|workspaces|workspaces\/[^/]+)$/.test(path) ? 'lists' : 'general';
}

/** A call under way. */
export interface Permit extends SentCall {
  readonly bucket: Bucket;
}

/** How a call ended. */
export interface FinishedCall {
  readonly nowMs: number;
  /** The response's limit headers, where there was a response. */
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
  /** The probe: the call that finds out whether the next window is open. */
  probe?: Permit | undefined;
  /** When the latest calls were sent, as far as a known limit counts them. */
  latestMs: readonly number[];
  /** Calls of other buckets that this window counts, too, and no response has shown yet: how many of its own were sent before. */
  elsewhere: readonly number[];
}

/** Pause between two checks for the end of a probe, in milliseconds. */
const PROBE_MS = 20;

/**
 * Decides how long a call must wait to meet no 429. It has no clock and does not wait itself: callers pass the time. Calls
 * are sent at once while the window allows them. Otherwise they wait for the next window, and one call goes first as a
 * probe.
 */
export class RateLimiter {
  readonly #buckets = new Map<Bucket, Traffic>();
  #notBeforeMs = 0;

  /** Notes that a caller waits. */
  join(bucket: Bucket): void {
    this.#of(bucket).waiting += 1;
  }

  /** Notes that a caller no longer waits. */
  leave(bucket: Bucket): void {
    this.#of(bucket).waiting -= 1;
  }

  /** Milliseconds until a call of that bucket may be sent; 0 means now. */
  delayMs(bucket: Bucket, nowMs: number): number {
    const traffic = this.#of(bucket);
    // A stricter limit holds beside the general one.
    const generalMs = bucket === 'general' ? 0 : windowFreeAtMs(this.#of('general'), nowMs);
    const untilMs = Math.max(this.#notBeforeMs, generalMs, windowFreeAtMs(traffic, nowMs), knownFreeAtMs(traffic));
    return Math.max(0, untilMs - nowMs);
  }

  /** Notes that a call of that bucket is being sent. */
  start(bucket: Bucket, nowMs: number): Permit {
    const traffic = this.#of(bucket);
    const permit = { bucket, index: traffic.sent, sentMs: nowMs };
    if (traffic.window && nowMs >= turnsAtMs(traffic, traffic.window)) traffic.probe = permit;
    traffic.sent += 1;
    traffic.underWay += 1;
    if (bucket !== 'general') {
      traffic.latestMs = [...traffic.latestMs, nowMs].slice(-KNOWN.calls);
      const general = this.#of('general');
      general.elsewhere = [...general.elsewhere, general.sent];
    }
    return permit;
  }

  /** Notes the end of a call. */
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

/** When a probe may be sent: the last call of this window, or the first of the next one. */
function turnsAtMs(traffic: Traffic, window: LimitWindow): number {
  const isLast = roomIn(traffic, window) === 1 && traffic.waiting > 1;
  return isLast ? window.lastAtMs : window.opensAtMs;
}

/**
 * The last call of a window is delayed for a probe only where another call has to wait for the next window anyway. Calls
 * under way end first, to see whether there is such a call.
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

function knownFreeAtMs({ latestMs }: Traffic): number {
  const oldest = latestMs.at(-KNOWN.calls);
  return oldest === undefined ? 0 : oldest + KNOWN.perMs;
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
