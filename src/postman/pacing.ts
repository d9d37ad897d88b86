import type { HeaderFacts } from './headers.ts';

/** Routes that share a limit of their own. */
export type Lane = 'general' | 'lists' | 'monitors';

/** Postman allows 10 calls in 10 seconds on these and sends no hint of it beforehand (Postman API documentation, "Rate limits"). */
const KNOWN = { calls: 10, perMs: 10_000 } as const;

/** The lane of a call, by its method and path. */
export function laneOf(method: string, path: string): Lane {
  if (/^\/monitors(\/|$)/.test(path)) return 'monitors';
  return method === 'GET' && /^\/(collections|workspaces|workspaces\/[^/]+)$/.test(path) ? 'lists' : 'general';
}

/** What headers told of a lane's window. */
interface Window {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAtMs: number;
  /** The longest time to the reset that was seen: about the window's length. */
  readonly lengthMs: number;
}

/**
 * Decides how long a call must wait so that it meets no 429. It keeps no clock and waits for nothing itself: callers say
 * what time it is. Calls go out at once while the window has room (that is what the least possible time asks for), and
 * wait for the reset when it has none; then one goes ahead to see what the new window holds.
 */
export class Pacer {
  readonly #windows = new Map<Lane, Window>();
  readonly #inFlight = new Map<Lane, number>();
  readonly #probing = new Set<Lane>();
  readonly #sent = new Map<Lane, number[]>();
  #notBeforeMs = 0;
  /** How late behind its announced reset the server really opens a window; learnt from an early 429. */
  #latenessMs = 0;

  /** Milliseconds until a call of that lane may be sent; 0 means now. */
  delayMs(lane: Lane, nowMs: number): number {
    return Math.max(0, this.#notBeforeMs - nowMs, this.#windowDelay(lane, nowMs), this.#knownDelay(lane, nowMs));
  }

  /** Notes that a call of that lane is being sent. */
  start(lane: Lane, nowMs: number): void {
    this.#inFlight.set(lane, (this.#inFlight.get(lane) ?? 0) + 1);
    const window = this.#windows.get(lane);
    if (window && nowMs >= this.#opensAtMs(window)) this.#probing.add(lane);
    if (lane === 'general') return;
    const recent = (this.#sent.get(lane) ?? []).filter((sentMs) => sentMs > nowMs - KNOWN.perMs);
    this.#sent.set(lane, [...recent, nowMs]);
  }

  /** Notes the end of a call, and what its answer's headers said, if there was an answer. */
  finish(lane: Lane, { facts, nowMs }: { readonly facts: HeaderFacts | undefined; readonly nowMs: number }): void {
    this.#inFlight.set(lane, Math.max(0, (this.#inFlight.get(lane) ?? 0) - 1));
    this.#probing.delete(lane);
    const window = facts?.limits.window;
    if (!window?.resetAt) return;
    const resetAtMs = window.resetAt.getTime();
    const next = { limit: window.limit, remaining: window.remaining, resetAtMs, lengthMs: resetAtMs - nowMs };
    const known = this.#windows.get(lane);
    this.#windows.set(lane, known ? merge(known, next) : next);
  }

  /** Nobody may send for that long: a 429 or a 503 asked for it. */
  hold(untilMs: number): void {
    this.#notBeforeMs = Math.max(this.#notBeforeMs, untilMs);
  }

  /** A call was refused. Just behind the reset that means that resets are rounded down to the second. */
  noteRefused(lane: Lane, nowMs: number): void {
    const resetAtMs = this.#windows.get(lane)?.resetAtMs ?? Number.NEGATIVE_INFINITY;
    if (nowMs >= resetAtMs && nowMs - resetAtMs < ROUNDING_MS) this.#latenessMs = ROUNDING_MS;
  }

  #windowDelay(lane: Lane, nowMs: number): number {
    const window = this.#windows.get(lane);
    if (!window) return 0;
    const inFlight = this.#inFlight.get(lane) ?? 0;
    const opensAtMs = this.#opensAtMs(window);
    if (nowMs < opensAtMs) return window.remaining - inFlight > 0 ? 0 : opensAtMs - nowMs;
    return this.#probing.has(lane) ? PROBE_MS : 0;
  }

  /** A reset told in seconds may be up to one early: a twentieth of the window is waited on top, a second at most. */
  #opensAtMs({ resetAtMs, lengthMs }: Window): number {
    return resetAtMs + Math.max(this.#latenessMs, Math.min(ROUNDING_MS, lengthMs * MARGIN));
  }

  #knownDelay(lane: Lane, nowMs: number): number {
    if (lane === 'general') return 0;
    const recent = (this.#sent.get(lane) ?? []).filter((sentMs) => sentMs > nowMs - KNOWN.perMs);
    const oldest = recent.at(-KNOWN.calls);
    return oldest === undefined ? 0 : oldest + KNOWN.perMs - nowMs;
  }
}

const MARGIN = 0.05;

/** What is lost when a point in time is told in whole seconds. */
const ROUNDING_MS = 1_000;

/** How soon to look again whether the first call of a new window has come back. */
const PROBE_MS = 20;

/** Resets within this of each other belong to one window: they are told in seconds. */
const SAME_WINDOW_MS = 1_000;

/** Answers can overtake one another: within one window the lowest remaining counts, and the later window wins. */
function merge(known: Window, next: Window): Window {
  if (next.resetAtMs > known.resetAtMs + SAME_WINDOW_MS) return next;
  if (next.resetAtMs < known.resetAtMs - SAME_WINDOW_MS) return known;
  return {
    limit: next.limit,
    remaining: Math.min(known.remaining, next.remaining),
    resetAtMs: Math.max(known.resetAtMs, next.resetAtMs),
    lengthMs: Math.max(known.lengthMs, next.lengthMs),
  };
}
