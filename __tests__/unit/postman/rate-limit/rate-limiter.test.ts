import { describe, expect, it } from '@jest/globals';
import { readLimitHeaders } from '../../../../src/postman/rate-limit/headers.ts';
import { type Bucket, bucketOf, RateLimiter } from '../../../../src/postman/rate-limit/rate-limiter.ts';
import { LimitedServer, type LimitedServerOptions } from '../../../support/limited-server.ts';

const START_MS = 1_767_225_600_123;
const WAY_MS = 15;

interface Sending {
  readonly server: LimitedServer;
  readonly bucket?: Bucket;
  readonly rateLimiter?: RateLimiter;
  readonly callers?: number;
}

/** Sends so many calls from several callers, one after the other each, as the rateLimiter allows, in virtual time; answers with the time it took. */
async function send(
  calls: number,
  { server, bucket = 'general', rateLimiter = new RateLimiter(), callers = 3 }: Sending,
): Promise<number> {
  const time = new VirtualTime();
  let left = calls;
  const caller = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      let isRefused = true;
      while (isRefused) {
        rateLimiter.join(bucket);
        for (
          let delay = rateLimiter.delayMs(bucket, time.nowMs);
          delay > 0;
          delay = rateLimiter.delayMs(bucket, time.nowMs)
        )
          await time.sleep(delay);
        rateLimiter.leave(bucket);
        const permit = rateLimiter.start(bucket, time.nowMs);
        await time.sleep(WAY_MS);
        const { refused, headers } = server.call(time.nowMs);
        await time.sleep(WAY_MS);
        if (refused) rateLimiter.blockUntil(time.nowMs + 1_000);
        rateLimiter.finish(permit, {
          limitHeaders: readLimitHeaders(headers, time.nowMs),
          nowMs: time.nowMs,
          isRateLimited: refused,
        });
        isRefused = refused;
      }
    }
  };
  await time.run(Promise.all(Array.from({ length: callers }, caller)));
  return time.nowMs - START_MS;
}

/** A clock that goes on as soon as everybody sleeps. */
class VirtualTime {
  nowMs = START_MS;
  readonly #sleepers: { readonly untilMs: number; readonly wake: () => void }[] = [];

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => {
      this.#sleepers.push({ untilMs: this.nowMs + ms, wake });
    });
  }

  async run(work: Promise<unknown>): Promise<void> {
    let isOver = false;
    const over = work.finally(() => {
      isOver = true;
    });
    for (await settled(); !isOver; await settled()) {
      this.#sleepers.sort((a, b) => a.untilMs - b.untilMs);
      const next = this.#sleepers.shift();
      if (!next) throw new Error('Everybody waits, and nobody sleeps.');
      this.nowMs = next.untilMs;
      next.wake();
    }
    await over;
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const KINDS = [
  { tells: 'epoch milliseconds' },
  { tells: 'epoch seconds', round: Math.ceil },
  { tells: 'epoch seconds', round: Math.floor },
  { tells: 'epoch seconds', round: Math.round },
  { tells: 'seconds to go', round: Math.ceil },
  { tells: 'seconds to go', round: Math.floor },
  { tells: 'policy', round: Math.ceil },
] as const satisfies readonly Partial<LimitedServerOptions>[];

const SIZES = [
  [60, 10, 2_000],
  [100, 20, 2_000],
  [60, 12, 3_000],
  [60, 10, 5_000],
  [60, 20, 10_000],
  [200, 60, 60_000],
  [1_000, 300, 60_000],
] as const;

describe.each(['with a call', 'by the clock'] as const)('pacing where a window begins %s', (begins) => {
  describe.each(KINDS)('and the reset is announced in $tells ($round.name)', (kind) => {
    it.each(SIZES)(
      'sends %d calls at %d a window of %d ms without a refusal, and within 1.15 of the least time',
      async (calls, limit, lengthMs) => {
        const server = new LimitedServer({ ...kind, begins, limit, lengthMs });
        const took = await send(calls, { server });
        expect(server.refused).toBe(0);
        expect(took).toBeLessThanOrEqual((calls / limit) * lengthMs * 1.15);
      },
    );

    it.each([5_300, -45_700])('is not refused either where the server’s clock is wrong by %d ms', async (aheadMs) => {
      const server = new LimitedServer({ ...kind, begins, aheadMs, limit: 20, lengthMs: 4_000 });
      await send(100, { server });
      expect(server.refused).toBe(0);
    });
  });
});

describe('pacing', () => {
  it.each([1, 3])('lets %d caller(s) use a window up at once where no more is to come', async (callers) => {
    const server = new LimitedServer({ limit: 10, lengthMs: 10_000 });
    expect(await send(10, { server, callers })).toBeLessThan(10 * 2 * WAY_MS + 100);
  });

  it('is refused once at most where lengths are no whole seconds', async () => {
    const server = new LimitedServer({ limit: 10, lengthMs: 2_300 });
    const took = await send(100, { server });
    expect(server.refused).toBeLessThanOrEqual(1);
    expect(took).toBeLessThan(10 * 2_300 * 1.5);
  });

  it('continues in a window with room for a single call', async () => {
    const server = new LimitedServer({ limit: 1, lengthMs: 10_000 });
    const took = await send(10, { server, callers: 1 });
    expect(server.refused).toBe(0);
    expect(took).toBeLessThan(10 * 10_000 * 1.2);
  });

  it('leaves room for others with the same key, whose calls the headers show', async () => {
    const server = new LimitedServer({ limit: 60, lengthMs: 60_000 });
    const rateLimiter = new RateLimiter();
    await send(1, { server, rateLimiter });
    server.take(58);
    expect(await send(5, { server, rateLimiter, callers: 1 })).toBeGreaterThan(55_000);
    expect(server.refused).toBe(0);
  });

  it('counts calls under way as used', () => {
    const rateLimiter = new RateLimiter();
    const nowMs = START_MS;
    const limitHeaders = readLimitHeaders(
      { 'ratelimit-limit': '60', 'ratelimit-remaining': '2', 'ratelimit-reset': '30' },
      nowMs,
    );
    rateLimiter.finish(rateLimiter.start('general', nowMs), { limitHeaders, nowMs });
    rateLimiter.start('general', nowMs);
    expect(rateLimiter.delayMs('general', nowMs)).toBe(0);
    rateLimiter.start('general', nowMs);
    expect(rateLimiter.delayMs('general', nowMs)).toBeGreaterThan(29_000);
  });

  it('counts calls of stricter buckets in the general window until a response shows them', () => {
    const rateLimiter = new RateLimiter();
    const nowMs = START_MS;
    const answer = (remaining: number) =>
      readLimitHeaders(
        { 'ratelimit-limit': '60', 'ratelimit-remaining': `${remaining}`, 'ratelimit-reset': '30' },
        nowMs,
      );
    const call = (bucket: Bucket, remaining?: number): void => {
      const limitHeaders = remaining === undefined ? undefined : answer(remaining);
      rateLimiter.finish(rateLimiter.start(bucket, nowMs), { limitHeaders, nowMs });
    };
    call('general', 2);
    call('lists');
    expect(rateLimiter.delayMs('lists', nowMs)).toBe(0);
    call('lists');
    expect(rateLimiter.delayMs('general', nowMs)).toBeGreaterThan(29_000);
    expect(rateLimiter.delayMs('lists', nowMs)).toBeGreaterThan(29_000);

    const later = new RateLimiter();
    later.finish(later.start('lists', nowMs), { nowMs });
    later.finish(later.start('general', nowMs), { limitHeaders: answer(1), nowMs });
    expect(later.delayMs('general', nowMs)).toBe(0);
  });

  it.each(['lists', 'monitors'] as const)('keeps to 10 calls in 10 seconds for %s without a hint', async (bucket) => {
    const server = new LimitedServer({ limit: 1_000, lengthMs: 60_000 });
    expect(await send(10, { server, bucket })).toBeLessThan(1_000);
    expect(await send(21, { server, bucket })).toBeGreaterThanOrEqual(20_000);
  });

  it('spaces them by when they arrive, should the first have taken longer on its way', () => {
    const rateLimiter = new RateLimiter();
    for (let call = 0; call < 10; call += 1) rateLimiter.start('monitors', 1_000);
    const arrivedMs = 1_000 + 400;
    const nextMs = 1_400 + rateLimiter.delayMs('monitors', 1_400);
    expect(nextMs - arrivedMs).toBeGreaterThan(10_000);
  });

  it('holds everything back while a 429 asks for it', () => {
    const rateLimiter = new RateLimiter();
    rateLimiter.blockUntil(5_000);
    expect(rateLimiter.delayMs('general', 1_000)).toBe(4_000);
    expect(rateLimiter.delayMs('monitors', 5_000)).toBe(0);
  });
});

describe('the bucket of a call', () => {
  it.each<[string, string, Bucket]>([
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
  ])('of %s %s is %s', (method, path, bucket) => {
    expect(bucketOf(method, path)).toBe(bucket);
  });
});
