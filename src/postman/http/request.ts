import { PostmanError } from '../../core/model/errors.ts';
import type { ErrorResponse } from '../error-response.ts';
import { codeOf, remedyFor, toPostmanError } from '../map-error.ts';
import type { LimitHeaders } from '../rate-limit/headers.ts';
import type { WireAnswer, WireRequest } from './transport.ts';
import type { TransportError } from './transport-error.ts';

/** A call to the API. */
export interface Call<T> {
  readonly method: WireRequest['method'];
  /** Path and query below the base URL; never holds a secret. */
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the call is for, after "Could not": `update collection "Orders"`. */
  readonly what: string;
  /** Draws on an allowance of its own: when that is used up, other calls go on. */
  readonly ownAllowance?: true;
  /** Writes down what was done: the month's last call is kept for it, and it is sent after a stop, too. */
  readonly isRecord?: boolean;
  /** Turns the answer's JSON into what is wanted; throws when it is not of that shape. */
  readonly decode: (json: unknown) => T;
}

/** An answer and what its headers say. */
export interface Answered {
  readonly answer: WireAnswer;
  readonly facts: LimitHeaders;
}

/** `limit`: as often as max-wait allows, as for a 409 too, which ends when the other update does; `failure`: a few times; `once`: after a long silence; `no`: never. */
export type Again = 'limit' | 'failure' | 'once' | 'no';

/** A call that failed, and whether it is worth another try. */
export type Refused = {
  readonly ok: false;
  readonly again: Again;
  readonly error: PostmanError;
  readonly waitMs?: number | undefined;
};

/** What one try of a call came to. */
export type RequestResult<T> = { readonly ok: true; readonly value: T } | Refused;

/** A call that Postman turned down. */
export function refused(call: Call<unknown>, { refusal, facts }: Refusing): Refused {
  const error = toPostmanError(refusal, {
    facts,
    what: codeOf(refusal, facts) === 'too-large' ? sized(call) : call.what,
  });
  return {
    ok: false,
    again: againAfter(call, { refusal, facts }),
    error: unknownIf(call, { error, refusal }),
    waitMs: hintOf(refusal, facts),
  };
}

/** What is too large is told with its size. */
function sized({ what, body = '' }: Call<unknown>): string {
  const kilobytes = Buffer.byteLength(body) / 1_000;
  return `${what}, which has ${kilobytes < 100 ? `${kilobytes.toFixed(1)} kB` : `${(kilobytes / 1_000).toFixed(1)} MB`}`;
}

interface Refusing {
  readonly refusal: ErrorResponse;
  readonly facts: LimitHeaders;
}

/** Of several hints the longest counts; a 429 without any may have told a reset. */
function hintOf(refusal: ErrorResponse, facts: LimitHeaders): number | undefined {
  const hints = [refusal.retryAfterMs, facts.retryAfterMs].filter((hint) => hint !== undefined);
  if (hints.length > 0) return Math.max(...hints);
  return refusal.status === 429 ? facts.resetInMs : undefined;
}

/** They wait for an update of the same resource that is under way. */
const OVERWRITES: ReadonlySet<WireRequest['method']> = new Set(['PUT', 'DELETE']);

function againAfter({ method }: Call<unknown>, { refusal, facts }: Refusing): Again {
  const code = codeOf(refusal, facts);
  if (code === 'rate-limited') return refusal.status === 429 ? 'limit' : 'no';
  if (code === 'conflict' && OVERWRITES.has(method)) return 'limit';
  return code === 'unavailable' && method !== 'POST' ? 'failure' : 'no';
}

/** A POST that a gateway gave up on may have been applied. */
function unknownIf(
  { method, what }: Call<unknown>,
  { error, refusal }: { readonly error: PostmanError; readonly refusal: ErrorResponse },
): PostmanError {
  return method === 'POST' && error.code === 'unavailable'
    ? outcomeUnknown(what, { why: `HTTP ${refusal.status}`, cause: error })
    : error;
}

/** A call without a whole answer. */
export function failed(call: Call<unknown>, { reason, mayHaveArrived, again, remedy, cause }: TransportError): Refused {
  const message = `Could not ${call.what}: Postman did not answer (${reason}).`;
  const error = new PostmanError({ code: 'unavailable', message, remedy, cause });
  if (call.method !== 'POST' || !mayHaveArrived) return { ok: false, again, error };
  return { ok: false, again: 'no', error: outcomeUnknown(call.what, { why: reason, cause }) };
}

/** A call that Postman accepted: its value, where the answer can be understood. */
export function decoded<T>(call: Call<T>, answer: WireAnswer): RequestResult<T> {
  try {
    return { ok: true, value: call.decode(JSON.parse(answer.body)) };
  } catch (cause) {
    const message = `Could not ${call.what}: Postman's answer (HTTP ${answer.status}) cannot be understood.`;
    if (call.method === 'POST')
      return {
        ok: false,
        again: 'no',
        error: outcomeUnknown(call.what, { why: 'an answer that cannot be understood', cause }),
      };
    const remedy = 'A proxy or gateway may be in between; check api-url, and run it again.';
    return {
      ok: false,
      again: 'failure',
      error: new PostmanError({ code: 'unavailable', message, remedy, status: answer.status, cause }),
    };
  }
}

const outcomeUnknown = (
  what: string,
  { why, cause }: { readonly why: string; readonly cause: unknown },
): PostmanError =>
  new PostmanError({
    code: 'outcome-unknown',
    message: `Could not ${what}: nobody knows whether it was applied (${why}).`,
    remedy: remedyFor('outcome-unknown'),
    cause,
  });
