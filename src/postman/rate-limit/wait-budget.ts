import { duration } from '../../core/lib/text.ts';
import { PostmanError, type PostmanErrorCode } from '../../core/model/errors.ts';
import type { Clock, Log } from '../../sync/ports.ts';

/** A wait of at least LONG_MS is logged, and a shorter one after SILENCE_MS of waits without a log line. */
const LONG_MS = 3_000;
const SILENCE_MS = 15_000;

/** The clock, the log and the budget of all waits. */
export interface WaitOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly maxWaitMs: number;
}

/** Waits on limits within one budget for the whole run, and logs long waits. */
export class WaitBudget {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #maxWaitMs: number;
  /** Until this time, waits are counted already: parallel waits count once. */
  #countedUntilMs = 0;
  #announcedUntilMs = 0;
  /** Time waited since the last log line. */
  #silentMs = 0;
  waitedMs = 0;

  constructor({ clock, log, maxWaitMs }: WaitOptions) {
    this.#clock = clock;
    this.#log = log;
    this.#maxWaitMs = maxWaitMs;
  }

  /** Waits, and adds the time to the sum. `code` is the reason for the wait. */
  async wait(ms: number, code: PostmanErrorCode): Promise<void> {
    const until = this.#clock.now() + ms;
    const added = this.#added(ms);
    this.#countedUntilMs = Math.max(this.#countedUntilMs, until);
    this.waitedMs += Math.round(added);
    this.#silentMs += added;
    const done = this.#announce(whyOf(code), { ms, until });
    try {
      await this.#clock.sleep(ms);
    } catch (error) {
      this.waitedMs -= Math.round(Math.min(added, until - this.#clock.now()));
      throw error;
    } finally {
      done();
    }
  }

  /** The error for a wait beyond the budget; undefined if the budget allows it. */
  refusal(ms: number, error: PostmanError): PostmanError | undefined {
    return this.waitedMs + this.#added(ms) > this.#maxWaitMs ? this.#refuse(ms, error) : undefined;
  }

  /** Milliseconds that a wait from now on adds to the sum. */
  #added(ms: number): number {
    const now = this.#clock.now();
    return Math.max(0, now + ms - Math.max(now, this.#countedUntilMs));
  }

  /** Several calls that wait for the same limit are logged as one wait. */
  #announce(why: string, { ms, until }: { readonly ms: number; readonly until: number }): () => void {
    const isLong = ms >= LONG_MS || this.#silentMs >= SILENCE_MS;
    if (!isLong || until <= this.#announcedUntilMs + LONG_MS) return () => {};
    this.#announcedUntilMs = until;
    this.#silentMs = 0;
    return this.#log.waiting(why, until);
  }

  #refuse(ms: number, error: PostmanError): PostmanError {
    const back = new Date(Math.ceil((this.#clock.now() + ms) / 1000) * 1000).toISOString().replace('.000Z', 'Z');
    const used = this.waitedMs > 0 ? `, of which ${duration(this.waitedMs)} are used` : '';
    return new PostmanError({
      code: error.code,
      message: `${error.message} The wait of ${duration(ms)} goes beyond max-wait (${duration(this.#maxWaitMs)}${used}).`,
      remedy: ms > LONGEST_TO_WAIT_MS ? `Come back after ${back}.` : `Come back after ${back}, or raise max-wait.`,
      status: error.status,
      reason: error.reason,
      cause: error,
    });
  }
}

/** Longer waits are not suggested: CI systems end jobs after this time. */
const LONGEST_TO_WAIT_MS = 6 * 3_600_000;

const whyOf = (code: PostmanErrorCode): string => {
  if (code === 'conflict') return 'Waiting for another update of the same resource to end';
  return code === 'rate-limited' ? "Waiting for Postman's rate limit" : 'Waiting for Postman to be available again';
};
