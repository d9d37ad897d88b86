import type { Clock } from './ports.ts';

/** Lets one caller through at a time: each a given time after the one before has begun, and not before that has ended. */
export class Throttle {
  readonly #clock: Clock;
  readonly #gapMs: number;
  #opensAtMs = Number.NEGATIVE_INFINITY;
  #free: Promise<void> = Promise.resolve();

  constructor(clock: Clock, gapMs: number) {
    this.#clock = clock;
    this.#gapMs = gapMs;
  }

  /** Does the work when it is the caller's turn, in the order in which they came; rejects when the signal aborts before. */
  async run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const before = this.#free;
    let leave = (): void => {};
    this.#free = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    try {
      const waitMs = this.#opensAtMs - this.#clock.now();
      signal?.throwIfAborted();
      if (waitMs > 0) await this.#clock.sleep(waitMs, signal);
      this.#opensAtMs = this.#clock.now() + this.#gapMs;
      return await work();
    } finally {
      leave();
    }
  }
}
