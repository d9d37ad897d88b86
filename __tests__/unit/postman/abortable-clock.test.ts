import { describe, expect, it } from '@jest/globals';
import { abortableClock } from '../../../src/postman/abortable-clock.ts';

/** A clock whose sleeps end at once, or reject once the run is stopped. */
const clock = {
  now: () => 42,
  sleep: async (_: number, signal?: AbortSignal) => signal?.throwIfAborted(),
};

describe('a clock whose sleeps end with the run', () => {
  it('tells the time and sleeps until the run is stopped', async () => {
    const stop = new AbortController();
    const abortable = abortableClock(clock, stop.signal);
    expect(abortable.now()).toBe(42);
    await expect(abortable.sleep(1)).resolves.toBeUndefined();
    expect(abortableClock(clock, undefined)).toBe(clock);
  });

  it.each([
    [new Error('SIGTERM was received.'), 'SIGTERM was received: no further call to Postman was made.'],
    ['a text', 'Stopped from outside: no further call to Postman was made.'],
  ])('says that no further call is made: %s', async (reason, message) => {
    const stop = new AbortController();
    stop.abort(reason);
    await expect(abortableClock(clock, stop.signal).sleep(1)).rejects.toMatchObject({ code: 'stopped', message });
  });
});
