import { PostmanError } from '../core/model/errors.ts';
import { type ApiUse, type Limits, latest } from '../core/model/limits.ts';
import { redactor, type Secret } from '../core/model/secret.ts';
import type { Clock, Log } from '../sync/ports.ts';
import { abortableClock, stoppedError } from './abortable-clock.ts';
import { foreignHost } from './foreign-host.ts';
import { readErrorResponse } from './http/error-response.ts';
import { monthEnds, monthUsedUp, remedyFor } from './http/map-error.ts';
import {
  type Answered,
  type Call,
  type FailedCall,
  fromErrorResponse,
  fromSuccess,
  fromTransportError,
  type RequestResult,
  type Retry,
} from './http/request.ts';
import type { Transport, WireAnswer, WireRequest } from './http/transport.ts';
import { TransportError } from './http/transport-error.ts';
import { type LimitHeaders, readLimitHeaders } from './rate-limit/headers.ts';
import { type Bucket, bucketOf, type Permit, RateLimiter } from './rate-limit/rate-limiter.ts';
import { WaitBudget } from './rate-limit/wait-budget.ts';

/** The dependencies and limits of a sender. */
export interface SenderOptions {
  readonly baseUrl: string;
  readonly apiKey: Secret;
  readonly transport: Transport;
  readonly clock: Clock;
  /** A random number between 0 and 1, for the backoff. */
  readonly random: () => number;
  readonly log: Log;
  readonly maxWaitMs: number;
  /** After an abort, no call is sent, and waits end. */
  readonly signal?: AbortSignal | undefined;
}

/** The most attempts of a call for each retry rule. */
const MOST_ATTEMPTS: Readonly<Record<Retry, number>> = { limit: Number.POSITIVE_INFINITY, failure: 5, once: 2, no: 1 };

/**
 * Sends all calls to Postman: authenticates, throttles, retries and maps errors. GET, PUT and DELETE are retried. A
 * POST is retried only if it was certainly not applied; otherwise it ends as `outcome-unknown`, and the caller has to
 * check.
 */
export class Sender {
  readonly #options: SenderOptions;
  readonly #clock: Clock;
  readonly #redact: (text: string) => string;
  readonly #rateLimiter = new RateLimiter();
  readonly #waits: WaitBudget;
  /** Wakes callers that wait for the next response. */
  readonly #sleepers: (() => void)[] = [];
  /** Calls without a response yet. */
  #underWay = 0;
  #limits: Limits = {};
  #calls = 0;
  #serverAheadMs = 0;
  /** Set when every further call would fail: a wrong key, an exhausted quota, a wait beyond max-wait. */
  #final: PostmanError | undefined;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#clock = abortableClock(options.clock, options.signal);
    this.#redact = redactor([options.apiKey]);
    this.#waits = new WaitBudget({ ...options, clock: this.#clock });
  }

  /** The calls and waits so far, and the latest limits. */
  use(): Omit<ApiUse, 'usage'> {
    const host = foreignHost(this.#options.baseUrl);
    const use = { limits: this.#limits, apiCalls: this.#calls, waitedMs: this.#waits.waitedMs };
    return host === undefined ? use : { ...use, host };
  }

  /** The server's time. */
  serverNow(): Date {
    return new Date(this.#clock.now() + this.#serverAheadMs);
  }

  /** Sends a call, with retries. Throws a PostmanError. */
  async send<T>(call: Call<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const result = await this.#attempt(call);
      if (result.ok) return result.value;
      if (tries >= MOST_ATTEMPTS[result.retry]) throw result.error;
      await this.#pause(result, tries);
    }
  }

  /** Waits between two polls; does not count as a wait on limits. */
  pause(ms: number): Promise<void> {
    return this.#clock.sleep(ms);
  }

  async #attempt<T>(call: Call<T>): Promise<RequestResult<T>> {
    const permit = await this.#acquire(call, bucketOfCall(call));
    try {
      return await this.#exchange(call, permit);
    } finally {
      this.#underWay -= 1;
      for (const wake of this.#sleepers.splice(0)) wake();
    }
  }

  /** Waits until rate limit and quota allow a call, and counts it. Throws if waiting is pointless. */
  async #acquire(call: Call<unknown>, bucket: Bucket): Promise<Permit> {
    this.#rateLimiter.join(bucket);
    try {
      for (;;) {
        if (!call.isRecord) this.#throwIfStopped();
        const delayMs = this.#rateLimiter.delayMs(bucket, this.#clock.now());
        if (this.#final) throw this.#final;
        if (delayMs > 0) await this.#wait(delayMs, WINDOW_USED_UP);
        else if (this.#monthAllows(call)) break;
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

  /**
   * Whether the monthly quota allows a call now. The last calls are sent serially, because it is unknown whether the
   * remaining count includes calls under way.
   */
  #monthAllows({ method, isRecord = false, ownQuota }: Call<unknown>): boolean {
    const left = this.#limits.month?.remaining;
    const reserved = method === 'GET' || isRecord || ownQuota ? 0 : RECORD_CALLS;
    if (left === undefined || left - this.#underWay > reserved) return true;
    if (this.#underWay > 0) return false;
    throw monthEnds(this.#limits);
  }

  async #exchange<T>(call: Call<T>, permit: Permit): Promise<RequestResult<T>> {
    let limitHeaders: LimitHeaders | undefined;
    let result: RequestResult<T> | undefined;
    try {
      const answer = await this.#options.transport.send(this.#wireRequest(call));
      limitHeaders = this.#readLimits(answer);
      result = this.#resultOf(call, { answer, limitHeaders });
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      if (!error.mayHaveArrived) this.#calls -= 1;
      result = fromTransportError(call, error);
    } finally {
      const isRateLimited = result?.ok === false && result.error.code === 'rate-limited';
      this.#rateLimiter.finish(permit, { nowMs: this.#clock.now(), limitHeaders, isRateLimited });
    }
    return result;
  }

  #wireRequest({ method, path, body, headers }: Call<unknown>): WireRequest {
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

  /** Reads the limits in a response, and updates the known limits. */
  #readLimits(answer: WireAnswer): LimitHeaders {
    const limitHeaders = readLimitHeaders(answer.headers, this.#clock.now());
    this.#limits = latest(this.#limits, limitHeaders.limits);
    this.#serverAheadMs = limitHeaders.serverAheadMs;
    if (limitHeaders.limits.month?.remaining === 0) this.#final ??= monthUsedUp(limitHeaders.limits);
    return limitHeaders;
  }

  #resultOf<T>(call: Call<T>, { answer, limitHeaders }: Answered): RequestResult<T> {
    if (answer.status >= 200 && answer.status < 300) return fromSuccess(call, answer);
    // The server may repeat the key. It is redacted before the text is truncated: a part of it would not be found.
    const refusal = readErrorResponse(
      { ...answer, body: this.#redact(answer.body) },
      this.#clock.now() + limitHeaders.skewMs,
    );
    const { ownQuota = false } = call;
    const result = fromErrorResponse(call, { refusal: { ...refusal, ownQuota }, limitHeaders });
    const { code } = result.error;
    if (code === 'unauthorized' || (code === 'quota-exhausted' && !ownQuota)) this.#final = result.error;
    return result;
  }

  /** Waits before the next attempt: the announced time, or an exponential backoff with jitter. */
  async #pause({ retry, error, waitMs: announcedMs }: FailedCall, tries: number): Promise<void> {
    this.#throwIfStopped();
    const backoffMs = Math.min(30_000, 500 * 2 ** (tries - 1)) * (0.5 + this.#options.random() / 2);
    if (announcedMs === undefined && retry !== 'limit') {
      this.#options.log.line(`${error.message} Trying again (try ${tries + 1} of ${MOST_ATTEMPTS[retry]}).`);
      return this.#clock.sleep(backoffMs);
    }
    // After a second refusal, the announced wait was too short.
    const leastMs = tries > 1 ? backoffMs : SHORTEST_WAIT_MS;
    const waitMs = Math.max(announcedMs ?? backoffMs, leastMs);
    if (error.code !== 'conflict') this.#rateLimiter.blockUntil(this.#clock.now() + waitMs);
    await this.#wait(waitMs, error);
  }

  /** Waits after an error. A wait beyond max-wait ends all calls. */
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

/** Number of calls that are reserved for recording the state. */
const RECORD_CALLS = 1;

/** Shortest wait after a refusal. */
const SHORTEST_WAIT_MS = 250;

const bucketOfCall = ({ method, path }: Call<unknown>): Bucket => bucketOf(method, path.replace(/\?.*$/s, ''));
