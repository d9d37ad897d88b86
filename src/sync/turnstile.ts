import type { Clock } from './ports.ts';

/** Lets one caller through at a time, a given time after the one before, in the order in which they come. */
export class Turnstile {
  readonly #clock: Clock;
  readonly #gapMs: number;
  #opensAtMs = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, gapMs: number) {
    this.#clock = clock;
    this.#gapMs = gapMs;
  }

  /** Resolves when it is the caller's turn; rejects when the signal aborts. */
  async pass(signal?: AbortSignal): Promise<void> {
    const now = this.#clock.now();
    const turnAtMs = Math.max(now, this.#opensAtMs);
    this.#opensAtMs = turnAtMs + this.#gapMs;
    if (turnAtMs > now) await this.#clock.sleep(turnAtMs - now, signal);
  }
}
