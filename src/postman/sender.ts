import { PostmanError } from '../core/model/errors.ts';
import { type ApiUse, type Limits, latest } from '../core/model/limits.ts';
import { redactor, type Secret } from '../core/model/secret.ts';
import type { Clock, Log } from '../sync/ports.ts';
import { foreignHost } from './foreign-host.ts';
import { abortableClock, stoppedError } from './abortable-clock.ts';
import { readErrorResponse } from './error-response.ts';
import {
  type Again,
  type Answered,
  type Call,
  decoded,
  failed,
  type Refused,
  type RequestResult,
  refused,
} from './http/request.ts';
import type { Transport, WireAnswer, WireRequest } from './http/transport.ts';
import { TransportError } from './http/transport-error.ts';
import { monthEnds, monthUsedUp, remedyFor } from './map-error.ts';
import { type LimitHeaders, readLimitHeaders } from './rate-limit/headers.ts';
import { type Bucket, bucketOf, type Permit, RateLimiter } from './rate-limit/rate-limiter.ts';
import { WaitBudget } from './rate-limit/wait-budget.ts';

/** What the sender is made of. */
export interface SenderOptions {
  readonly baseUrl: string;
  readonly apiKey: Secret;
  readonly transport: Transport;
  readonly clock: Clock;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly log: Log;
  readonly maxWaitMs: number;
  /** From its abort on no call is begun and no wait goes on. */
  readonly signal?: AbortSignal | undefined;
}

/** How often a call is tried that failed for another reason than a limit. */
const TRIES: Readonly<Record<Again, number>> = { limit: Number.POSITIVE_INFINITY, failure: 5, once: 2, no: 1 };

/**
 * The one function that talks to Postman: it authenticates, paces, retries, keeps the limits and names the errors. Reads,
 * PUT and DELETE are tried again; a POST only where it certainly was not applied, and otherwise ends as
 * `outcome-unknown`, which the caller resolves by looking.
 */
export class Sender {
  readonly #options: SenderOptions;
  readonly #clock: Clock;
  readonly #redact: (text: string) => string;
  readonly #rateLimiter = new RateLimiter();
  readonly #waits: WaitBudget;
  /** Who waits for the next answer, whatever it is. */
  readonly #sleepers: (() => void)[] = [];
  /** Calls that have no answer yet. */
  #underWay = 0;
  #limits: Limits = {};
  #calls = 0;
  #serverAheadMs = 0;
  /** Set by what makes every further call pointless: a wrong key, an empty quota, a wait that nobody waits for. */
  #final: PostmanError | undefined;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#clock = abortableClock(options.clock, options.signal);
    this.#redact = redactor([options.apiKey]);
    this.#waits = new WaitBudget({ ...options, clock: this.#clock });
  }

  /** What was used so far, and what is left. */
  use(): Omit<ApiUse, 'usage'> {
    const host = foreignHost(this.#options.baseUrl);
    const use = { limits: this.#limits, apiCalls: this.#calls, waitedMs: this.#waits.waitedMs };
    return host === undefined ? use : { ...use, host };
  }

  /** The server's time. */
  serverNow(): Date {
    return new Date(this.#clock.now() + this.#serverAheadMs);
  }

  /** Sends a call until it succeeds or cannot; throws a PostmanError. */
  async send<T>(call: Call<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const attempt = await this.#attempt(call);
      if (attempt.ok) return attempt.value;
      if (tries >= TRIES[attempt.again]) throw attempt.error;
      await this.#pause(attempt, tries);
    }
  }

  /** Waits between looks at something that takes its time; no limit asked for it. */
  pause(ms: number): Promise<void> {
    return this.#clock.sleep(ms);
  }

  async #attempt<T>(call: Call<T>): Promise<RequestResult<T>> {
    const permit = await this.#turn(call, bucketOfCall(call));
    try {
      return await this.#exchange(call, permit);
    } finally {
      this.#underWay -= 1;
      for (const wake of this.#sleepers.splice(0)) wake();
    }
  }

  /** Waits until the window and the month have room for a call, and takes it at once; throws where waiting is pointless. */
  async #turn(call: Call<unknown>, bucket: Bucket): Promise<Permit> {
    this.#rateLimiter.join(bucket);
    try {
      for (;;) {
        if (!call.isRecord) this.#throwIfStopped();
        const delayMs = this.#rateLimiter.delayMs(bucket, this.#clock.now());
        if (this.#final) throw this.#final;
        if (delayMs > 0) await this.#wait(delayMs, WINDOW_USED_UP);
        else if (this.#monthHasRoom(call)) break;
        else await new Promise<void>((wake) => this.#sleepers.push(wake));
      }
    } finally {
      this.#rateLimiter.leave(bucket);
    }
    this.#underWay += 1;
    this.#calls += 1;
    return this.#rateLimiter.start(bucket, this.#clock.now());
  }

  #throwIfStopped(): void {
    const { signal } = this.#options;
    if (signal?.aborted) throw stoppedError(signal);
  }

  /** The month's last calls go one by one, because those under way may be in what is left of it or not. */
  #monthHasRoom({ method, isRecord = false, ownAllowance }: Call<unknown>): boolean {
    const left = this.#limits.month?.remaining;
    const kept = method === 'GET' || isRecord || ownAllowance ? 0 : RECORD_CALLS;
    if (left === undefined || left - this.#underWay > kept) return true;
    if (this.#underWay > 0) return false;
    throw monthEnds(this.#limits);
  }

  async #exchange<T>(call: Call<T>, permit: Permit): Promise<RequestResult<T>> {
    let facts: LimitHeaders | undefined;
    let attempt: RequestResult<T> | undefined;
    try {
      const answer = await this.#options.transport.send(this.#wire(call));
      facts = this.#note(answer);
      attempt = this.#judge(call, { answer, facts });
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      if (!error.mayHaveArrived) this.#calls -= 1;
      attempt = failed(call, error);
    } finally {
      const refused = attempt?.ok === false && attempt.error.code === 'rate-limited';
      this.#rateLimiter.finish(permit, { nowMs: this.#clock.now(), facts, refused });
    }
    return attempt;
  }

  #wire({ method, path, body, headers }: Call<unknown>): WireRequest {
    const { baseUrl, apiKey } = this.#options;
    const length = { 'content-length': String(Buffer.byteLength(body ?? '')) };
    return {
      method,
      url: `${baseUrl}${path}`,
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        ...headers,
        'x-api-key': apiKey.reveal(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : length),
      },
      ...(body === undefined ? {} : { body }),
    };
  }

  #note(answer: WireAnswer): LimitHeaders {
    const facts = readLimitHeaders(answer.headers, this.#clock.now());
    this.#limits = latest(this.#limits, facts.limits);
    this.#serverAheadMs = facts.serverAheadMs;
    if (facts.limits.month?.remaining === 0) this.#final ??= monthUsedUp(facts.limits);
    return facts;
  }

  #judge<T>(call: Call<T>, { answer, facts }: Answered): RequestResult<T> {
    if (answer.status >= 200 && answer.status < 300) return decoded(call, answer);
    // A server may repeat the key, and a part of it that is cut off would not be recognised any more.
    const refusal = readErrorResponse({ ...answer, body: this.#redact(answer.body) }, this.#clock.now() + facts.skewMs);
    const ownAllowance = call.ownAllowance ?? false;
    const attempt = refused(call, { refusal: { ...refusal, ownAllowance }, facts });
    const { code } = attempt.error;
    if (code === 'unauthorized' || (code === 'quota-exhausted' && !call.ownAllowance)) this.#final = attempt.error;
    return attempt;
  }

  async #pause({ again, error, waitMs: askedMs }: Refused, tries: number): Promise<void> {
    this.#throwIfStopped();
    const backoffMs = Math.min(30_000, 500 * 2 ** (tries - 1)) * (0.5 + this.#options.random() / 2);
    if (askedMs === undefined && again !== 'limit') {
      this.#options.log.line(`${error.message} Trying again (try ${tries + 1} of ${TRIES[again]}).`);
      return this.#clock.sleep(backoffMs);
    }
    // Who was refused again after the wait it was told to make is not told the truth.
    const leastMs = tries > 1 ? backoffMs : SHORTEST_WAIT_MS;
    const waitMs = Math.max(askedMs ?? backoffMs, leastMs);
    if (error.code !== 'conflict') this.#rateLimiter.blockUntil(this.#clock.now() + waitMs);
    await this.#wait(waitMs, error);
  }

  /** Waits because of that error; where max-wait does not allow it, that is the end of all calls. */
  async #wait(ms: number, error: PostmanError): Promise<void> {
    const refusal = this.#waits.refusal(ms, error);
    if (!refusal) return this.#waits.wait(ms, error.code);
    if (error.code !== 'conflict') this.#final ??= refusal;
    throw this.#final ?? refusal;
  }
}

const WINDOW_USED_UP = new PostmanError({
  code: 'rate-limited',
  message: "Postman's rate limit is used up.",
  remedy: remedyFor('rate-limited'),
});

/** Of the month's last calls one is kept for the record of what the others did. */
const RECORD_CALLS = 1;

/** A wait of nothing would hammer a server that just said no. */
const SHORTEST_WAIT_MS = 250;

const bucketOfCall = ({ method, path }: Call<unknown>): Bucket => bucketOf(method, path.replace(/\?.*$/s, ''));
