import { PostmanError } from '../core/errors.ts';
import type { Clock, Log } from '../sync/ports.ts';

/** From here on a wait is worth a line. */
const LONG_MS = 3_000;

/** Waits on limits, within one sum for the whole run, and says so when it takes long. */
export class WaitBudget {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #maxWaitMs: number;
  /** Ends of waits, so that calls that wait side by side count the time once. */
  #countedUntilMs = 0;
  #announcedUntilMs = 0;
  waitedMs = 0;

  constructor({ clock, log, maxWaitMs }: { readonly clock: Clock; readonly log: Log; readonly maxWaitMs: number }) {
    this.#clock = clock;
    this.#log = log;
    this.#maxWaitMs = maxWaitMs;
  }

  /** Waits until `delayMs` says 0. */
  async untilFree(what: string, delayMs: () => number): Promise<void> {
    for (let delay = delayMs(); delay > 0; delay = delayMs()) {
      await this.wait(delay, { error: tooLong(what) });
    }
  }

  /** Waits that long, or throws at once when that is more than the run may still wait. `spare` is called before waiting. */
  async wait(
    ms: number,
    { error, spare }: { readonly error: PostmanError; readonly spare?: () => void },
  ): Promise<void> {
    const now = this.#clock.now();
    const until = now + ms;
    const added = Math.max(0, until - Math.max(now, this.#countedUntilMs));
    if (this.waitedMs + added > this.#maxWaitMs) throw this.#refuse(ms, error);
    spare?.();
    this.#countedUntilMs = Math.max(this.#countedUntilMs, until);
    this.waitedMs += Math.round(added);
    const done = this.#announce(ms, until);
    await this.#clock.sleep(ms);
    done();
  }

  /** Calls that wait side by side for the same limit are one wait to those who watch. */
  #announce(ms: number, until: number): () => void {
    if (ms < LONG_MS || until <= this.#announcedUntilMs + LONG_MS) return () => {};
    this.#announcedUntilMs = until;
    return this.#log.waiting("Waiting for Postman's rate limit", until);
  }

  #refuse(ms: number, error: PostmanError): PostmanError {
    const back = new Date(this.#clock.now() + ms).toISOString();
    return new PostmanError({
      code: error.code,
      message: `${error.message} The wait of ${seconds(ms)} goes beyond max-wait (${seconds(this.#maxWaitMs)}, of which ${seconds(this.waitedMs)} are used).`,
      remedy: `Come back after ${back}, or raise max-wait.`,
      status: error.status,
      reason: error.reason,
      cause: error,
    });
  }
}

const seconds = (ms: number): string => `${Math.ceil(ms / 1000)} s`;

const tooLong = (what: string): PostmanError =>
  new PostmanError({
    code: 'rate-limited',
    message: `Could not ${what}: Postman's rate limit is used up.`,
    remedy: 'Raise max-wait.',
  });
