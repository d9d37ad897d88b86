import { describe, expect, it } from '@jest/globals';
import { readHeaders } from '../../../src/postman/headers.ts';
import { type Lane, laneOf, Pacer } from '../../../src/postman/pacing.ts';

/** A server with a window of so many calls; it tells its state in epoch seconds, rounded as it likes. */
class Window {
  readonly #limit: number;
  readonly #lengthMs: number;
  readonly #round: (seconds: number) => number;
  #endsAtMs = 0;
  #used = 0;
  refused = 0;

  constructor(
    limit: number,
    { lengthMs, round }: { readonly lengthMs: number; readonly round: (seconds: number) => number },
  ) {
    this.#limit = limit;
    this.#lengthMs = lengthMs;
    this.#round = round;
  }

  /** Somebody else uses the same key. */
  take(calls: number): void {
    this.#used += calls;
  }

  call(nowMs: number): Record<string, string> {
    if (nowMs >= this.#endsAtMs) {
      this.#endsAtMs = nowMs + this.#lengthMs;
      this.#used = 0;
    }
    if (this.#used >= this.#limit) this.refused += 1;
    else this.#used += 1;
    return {
      'x-ratelimit-limit': String(this.#limit),
      'x-ratelimit-remaining': String(this.#limit - this.#used),
      'x-ratelimit-reset': String(this.#round(this.#endsAtMs / 1000)),
    };
  }
}

/** Sends calls one after the other, 30 ms each, as the pacer allows; answers with the time it took. */
function send(
  calls: number,
  {
    window,
    lane = 'general',
    pacer = new Pacer(),
    startMs = 1_767_225_600_123,
  }: { readonly window: Window; readonly lane?: Lane; readonly pacer?: Pacer; readonly startMs?: number },
): number {
  let nowMs = startMs;
  for (let call = 0; call < calls; call += 1) {
    for (let delay = pacer.delayMs(lane, nowMs); delay > 0; delay = pacer.delayMs(lane, nowMs)) nowMs += delay;
    pacer.start(lane, nowMs);
    const refusedBefore = window.refused;
    const headers = window.call(nowMs);
    nowMs += 30;
    if (window.refused > refusedBefore) {
      pacer.noteRefused(lane, nowMs);
      pacer.hold(nowMs + 1_000);
      call -= 1;
    }
    pacer.finish(lane, { facts: readHeaders(headers, nowMs), nowMs });
  }
  return nowMs - startMs;
}

describe('pacing', () => {
  it.each([
    [60, 10, 2_000],
    [60, 60, 60_000],
    [200, 60, 60_000],
    [1_000, 300, 60_000],
    [60, 20, 10_000],
  ])(
    'sends %d calls at %d a window of %d ms without a refusal, and within 1.15 of the least time',
    (calls, limit, lengthMs) => {
      const window = new Window(limit, { lengthMs, round: Math.ceil });
      const took = send(calls, { window });
      expect(window.refused).toBe(0);
      expect(took).toBeLessThanOrEqual((calls / limit) * lengthMs * 1.15 + calls * 30);
    },
  );

  it('waits a little more where a minute’s reset is rounded down, so that it is not refused', () => {
    const window = new Window(60, { lengthMs: 60_000, round: Math.floor });
    send(300, { window });
    expect(window.refused).toBe(0);
  });

  it('learns from one refusal that a short window’s reset is rounded down', () => {
    const window = new Window(10, { lengthMs: 4_000, round: Math.floor });
    send(100, { window });
    expect(window.refused).toBeLessThanOrEqual(1);
  });

  it('leaves room for others with the same key, whose calls the headers show', () => {
    const window = new Window(60, { lengthMs: 60_000, round: Math.ceil });
    const pacer = new Pacer();
    send(1, { window, pacer });
    window.take(58);
    const took = send(5, { window, pacer, startMs: 1_767_225_601_000 });
    expect(window.refused).toBe(0);
    expect(took).toBeGreaterThan(55_000);
  });

  it('counts calls under way as used', () => {
    const pacer = new Pacer();
    const nowMs = 1_767_225_600_000;
    const facts = readHeaders({ 'ratelimit-limit': '60', 'ratelimit-remaining': '2', 'ratelimit-reset': '30' }, nowMs);
    pacer.start('general', nowMs);
    pacer.finish('general', { facts, nowMs });
    pacer.start('general', nowMs);
    expect(pacer.delayMs('general', nowMs)).toBe(0);
    pacer.start('general', nowMs);
    expect(pacer.delayMs('general', nowMs)).toBeGreaterThan(29_000);
  });

  it.each(['lists', 'monitors'] as const)('keeps to 10 calls in 10 seconds for %s without a hint', (lane) => {
    const window = new Window(1_000, { lengthMs: 60_000, round: Math.ceil });
    expect(send(10, { window, lane })).toBeLessThan(1_000);
    expect(send(21, { window, lane })).toBeGreaterThanOrEqual(20_000);
  });

  it('holds everything back while a 429 asks for it', () => {
    const pacer = new Pacer();
    pacer.hold(5_000);
    expect(pacer.delayMs('general', 1_000)).toBe(4_000);
    expect(pacer.delayMs('monitors', 5_000)).toBe(0);
  });
});

describe('the lane of a call', () => {
  it.each<[string, string, Lane]>([
    ['GET', '/collections', 'lists'],
    ['GET', '/workspaces', 'lists'],
    ['GET', '/workspaces/1f0df51a', 'lists'],
    ['GET', '/workspaces/1f0df51a/global-variables', 'general'],
    ['POST', '/collections', 'general'],
    ['GET', '/collections/123-abc', 'general'],
    ['GET', '/environments', 'general'],
    ['GET', '/monitors', 'monitors'],
    ['POST', '/monitors/123/run', 'monitors'],
    ['GET', '/me', 'general'],
  ])('of %s %s is %s', (method, path, lane) => {
    expect(laneOf(method, path)).toBe(lane);
  });
});
