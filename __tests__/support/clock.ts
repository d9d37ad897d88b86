import type { Clock } from '../../src/sync/ports.ts';

/** A clock that stands still until someone sleeps; then it jumps to the end of the earliest sleep. */
export class TestClock implements Clock {
  #now: number;
  readonly #sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  #jumping = false;
  #busy = 0;

  constructor(now = Date.UTC(2026, 0, 1)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => {
      this.#sleepers.push({ until: this.#now + Math.max(0, ms), wake });
      this.#jump();
    });
  }

  /** Time stands still while something real is under way. */
  async during<T>(real: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await real();
    } finally {
      this.#busy -= 1;
      this.#jump();
    }
  }

  /** Lets everything that can go on without time passing go on first. */
  #jump(): void {
    if (this.#jumping) return;
    this.#jumping = true;
    setTimeout(() => {
      this.#jumping = false;
      if (this.#busy > 0) return;
      this.#sleepers.sort((a, b) => a.until - b.until);
      const next = this.#sleepers.shift();
      if (!next) return;
      this.#now = Math.max(this.#now, next.until);
      next.wake();
      if (this.#sleepers.length > 0) this.#jump();
    }, 0);
  }
}
