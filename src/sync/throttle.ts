import type { Clock } from './ports.ts';

/** Runs tasks serially; starts are at least `gapMs` apart. */
export class Throttle {
  readonly #clock: Clock;
  readonly #gapMs: number;
  #opensAtMs = Number.NEGATIVE_INFINITY;
  #free: Promise<void> = Promise.resolve();

  constructor(clock: Clock, gapMs: number) {
    this.#clock = clock;
    this.#gapMs = gapMs;
  }

  /** Runs a task after those before it. Rejects when the signal aborts before the start. */
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
