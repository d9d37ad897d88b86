import { PostmanError } from '../../core/model/errors.ts';
import type { ErrorResponse } from '../error-response.ts';
import { codeOf, remedyFor, toPostmanError } from '../map-error.ts';
import type { LimitHeaders } from '../rate-limit/headers.ts';
import type { WireAnswer, WireRequest } from './transport.ts';
import type { TransportError } from './transport-error.ts';

/** A call to the API. */
export interface Call<T> {
  readonly method: WireRequest['method'];
  /** Path and query below the base URL, without secrets. */
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Names the call in messages, after "Could not": `update collection "Orders"`. */
  readonly what: string;
  /** Has its own quota. When that is exhausted, other calls go on. */
  readonly ownAllowance?: true;
  /** Writes the state. The last call of the quota is reserved for it, and it is sent after a stop, too. */
  readonly isRecord?: boolean;
  /** Decodes the response's JSON; throws when it has another shape. */
  readonly decode: (json: unknown) => T;
}

/** A response and its headers. */
export interface Answered {
  readonly answer: WireAnswer;
  readonly limitHeaders: LimitHeaders;
}

/**
 * How often to retry. `limit`: as often as max-wait allows (429, and 409 while another update is under way);
 * `failure`: a few times; `once`: one time, after a timeout; `no`: never.
 */
export type Retry = 'limit' | 'failure' | 'once' | 'no';

/** A failed call, and how often to retry it. */
export type FailedCall = {
  readonly ok: false;
  readonly retry: Retry;
  readonly error: PostmanError;
  readonly waitMs?: number | undefined;
};

/** The result of one attempt of a call. */
export type RequestResult<T> = { readonly ok: true; readonly value: T } | FailedCall;

/** A call that Postman answered with an error status. */
export function fromErrorResponse(call: Call<unknown>, { refusal, limitHeaders }: ErrorAnswer): FailedCall {
  const error = toPostmanError(refusal, {
    limitHeaders,
    what: codeOf(refusal, limitHeaders) === 'too-large' ? sized(call) : call.what,
  });
  return {
    ok: false,
    retry: retryFor(call, { refusal, limitHeaders }),
    error: unknownIf(call, { error, refusal }),
    waitMs: hintOf(refusal, limitHeaders),
  };
}

/** The name of the call with its size, for requests that are too large. */
function sized({ what, body = '' }: Call<unknown>): string {
  const kilobytes = Buffer.byteLength(body) / 1_000;
  return `${what}, which has ${kilobytes < 100 ? `${kilobytes.toFixed(1)} kB` : `${(kilobytes / 1_000).toFixed(1)} MB`}`;
}

interface ErrorAnswer {
  readonly refusal: ErrorResponse;
  readonly limitHeaders: LimitHeaders;
}

/** The longest of several waits counts. A 429 without a wait may have announced a reset. */
function hintOf(refusal: ErrorResponse, limitHeaders: LimitHeaders): number | undefined {
  const hints = [refusal.retryAfterMs, limitHeaders.retryAfterMs].filter((hint) => hint !== undefined);
  if (hints.length > 0) return Math.max(...hints);
  return refusal.status === 429 ? limitHeaders.resetInMs : undefined;
}

/** Methods whose conflicts end with another update of the same resource. */
const OVERWRITES: ReadonlySet<WireRequest['method']> = new Set(['PUT', 'DELETE']);

function retryFor({ method }: Call<unknown>, { refusal, limitHeaders }: ErrorAnswer): Retry {
  const code = codeOf(refusal, limitHeaders);
  if (code === 'rate-limited') return refusal.status === 429 ? 'limit' : 'no';
  if (code === 'conflict' && OVERWRITES.has(method)) return 'limit';
  return code === 'unavailable' && method !== 'POST' ? 'failure' : 'no';
}

/** Replaces the error of a POST that may have been applied although a gateway failed. */
function unknownIf(
  { method, what }: Call<unknown>,
  { error, refusal }: { readonly error: PostmanError; readonly refusal: ErrorResponse },
): PostmanError {
  return method === 'POST' && error.code === 'unavailable'
    ? outcomeUnknown(what, { why: `HTTP ${refusal.status}`, cause: error })
    : error;
}

/** A call without a complete response. */
export function fromTransportError(
  call: Call<unknown>,
  { reason, mayHaveArrived, retry, remedy, cause }: TransportError,
): FailedCall {
  const message = `Could not ${call.what}: Postman did not answer (${reason}).`;
  const error = new PostmanError({ code: 'unavailable', message, remedy, cause });
  if (call.method !== 'POST' || !mayHaveArrived) return { ok: false, retry, error };
  return { ok: false, retry: 'no', error: outcomeUnknown(call.what, { why: reason, cause }) };
}

/** A call that Postman accepted: its decoded value, or the error where it cannot be decoded. */
export function fromSuccess<T>(call: Call<T>, answer: WireAnswer): RequestResult<T> {
  try {
    return { ok: true, value: call.decode(JSON.parse(answer.body)) };
  } catch (cause) {
    const message = `Could not ${call.what}: Postman's answer (HTTP ${answer.status}) cannot be understood.`;
    if (call.method === 'POST')
      return {
        ok: false,
        retry: 'no',
        error: outcomeUnknown(call.what, { why: 'an answer that cannot be understood', cause }),
      };
    const remedy = 'A proxy or gateway may be in between; check api-url, and run it again.';
    return {
      ok: false,
      retry: 'failure',
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
    message: `Could not ${what}: it is unknown whether it was applied (${why}).`,
    remedy: remedyFor('outcome-unknown'),
    cause,
  });
