import type { PostmanError } from '../core/errors.ts';
import type { ApiUse, Limits } from '../core/limits.ts';
import type { Secret } from '../core/secret.ts';
import type { Clock, Log } from '../sync/ports.ts';
import { type Answered, type Attempt, type Call, decoded, failed, type Refused, refused } from './attempt.ts';
import { quotaUsedUp, readRefusal } from './classify.ts';
import { type HeaderFacts, readHeaders } from './headers.ts';
import { type Lane, laneOf, Pacer } from './pacing.ts';
import { type Transport, TransportError, type WireAnswer, type WireRequest } from './transport.ts';
import { WaitBudget } from './waiting.ts';

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
}

/** How often a call is tried that failed for another reason than a limit. */
const TRIES = 5;

/**
 * The one function that talks to Postman: it authenticates, paces, retries, keeps the limits and names the errors. Reads,
 * PUT and DELETE are tried again; a POST only where it certainly was not applied, and otherwise ends as
 * `outcome-unknown`, which the caller resolves by looking.
 */
export class Sender {
  readonly #options: SenderOptions;
  readonly #pacer = new Pacer();
  readonly #waits: WaitBudget;
  #limits: Limits = {};
  #calls = 0;
  #serverAheadMs = 0;
  /** Set by an answer that makes every further call pointless: a wrong key, an empty quota. */
  #final: PostmanError | undefined;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#waits = new WaitBudget(options);
  }

  /** What was used so far, and what is left. */
  use(): Omit<ApiUse, 'usage'> {
    return { limits: this.#limits, apiCalls: this.#calls, waitedMs: this.#waits.waitedMs };
  }

  /** The server's time. */
  serverNow(): Date {
    return new Date(this.#options.clock.now() + this.#serverAheadMs);
  }

  /** Sends a call until it succeeds or cannot; throws a PostmanError. */
  async send<T>(call: Call<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const attempt = await this.#attempt(call);
      if (attempt.ok) return attempt.value;
      const { error, again } = attempt;
      if (again === 'no' || (again === 'failure' && tries >= TRIES)) throw error;
      await this.#pause({ attempt, tries, error });
    }
  }

  /** Waits between looks at something that takes its time; no limit asked for it. */
  pause(ms: number): Promise<void> {
    return this.#options.clock.sleep(ms);
  }

  async #attempt<T>(call: Call<T>): Promise<Attempt<T>> {
    const lane = laneOfCall(call);
    await this.#turn(lane, call);
    if (this.#final) throw this.#final;
    const { clock, transport } = this.#options;
    const ticket = this.#pacer.start(lane, clock.now());
    this.#calls += 1;
    let facts: HeaderFacts | undefined;
    let attempt: Attempt<T> | undefined;
    try {
      const answer = await transport.send(this.#wire(call));
      facts = this.#note(answer);
      attempt = this.#judge(call, { answer, facts });
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      attempt = failed(call, error);
    } finally {
      const refused = attempt?.ok === false && attempt.error.code === 'rate-limited';
      this.#pacer.finish(ticket, { nowMs: clock.now(), facts, refused });
    }
    return attempt;
  }

  async #turn(lane: Lane, { what }: Call<unknown>): Promise<void> {
    this.#pacer.join(lane);
    try {
      await this.#waits.untilFree(what, () => this.#pacer.delayMs(lane, this.#options.clock.now()));
    } finally {
      this.#pacer.leave(lane);
    }
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

  #note(answer: WireAnswer): HeaderFacts {
    const facts = readHeaders(answer.headers, this.#options.clock.now());
    this.#limits = { ...this.#limits, ...facts.limits };
    this.#serverAheadMs = facts.serverAheadMs;
    if (facts.limits.month?.remaining === 0) this.#final ??= quotaUsedUp(facts.limits);
    return facts;
  }

  #judge<T>(call: Call<T>, { answer, facts }: Answered): Attempt<T> {
    if (answer.status >= 200 && answer.status < 300) return decoded(call, answer);
    const attempt = refused(call, { refusal: readRefusal(answer, this.#options.clock.now()), facts });
    const { code } = attempt.error;
    if (code === 'unauthorized' || (code === 'quota-exhausted' && !call.ownAllowance)) this.#final = attempt.error;
    return attempt;
  }

  async #pause({ attempt, tries, error }: Pause): Promise<void> {
    const { clock, random } = this.#options;
    const backoffMs = Math.min(30_000, 500 * 2 ** (tries - 1)) * (0.5 + random() / 2);
    if (attempt.waitMs === undefined && attempt.again === 'failure') return clock.sleep(backoffMs);
    const waitMs = Math.max(attempt.waitMs ?? backoffMs, SHORTEST_WAIT_MS);
    await this.#waits.wait(waitMs, { error, spare: () => this.#pacer.hold(clock.now() + waitMs) });
  }
}

/** A wait of nothing would hammer a server that just said no. */
const SHORTEST_WAIT_MS = 250;

const laneOfCall = ({ method, path }: Call<unknown>): Lane => laneOf(method, path.replace(/\?.*$/s, ''));

interface Pause {
  readonly attempt: Refused;
  readonly tries: number;
  readonly error: PostmanError;
}
