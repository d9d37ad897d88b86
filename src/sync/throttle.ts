import type { Clock } from './ports.ts';

/** Runs tasks serially; starts are at least `gapMs` apart. */
export class Throttle {
  readonly #clock: Clock;
  readonly #gapMs: number;
  #nextStartMs = Number.NEGATIVE_INFINITY;
  /** Resolves when the last task in the queue has ended. */
  #last: Promise<void> = Promise.resolve();

  constructor(clock: Clock, gapMs: number) {
    this.#clock = clock;
    this.#gapMs = gapMs;
  }

  /** Runs a task after those before it. Rejects when the signal aborts before the start. */
  async run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const before = this.#last;
    let end = (): void => {};
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    try {
      const waitMs = this.#nextStartMs - this.#clock.now();
      signal?.throwIfAborted();
      if (waitMs > 0) await this.#clock.sleep(waitMs, signal);
      this.#nextStartMs = this.#clock.now() + this.#gapMs;
      return await work();
    } finally {
      end();
    }
  }
}
