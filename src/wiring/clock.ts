import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../sync/ports.ts';

/** The machine's clock. */
export const realClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await wait(ms, undefined, signal ? { signal } : {});
    } catch {
      throw signal?.reason;
    }
  },
};
