import { PostmanError } from '../../core/model/errors.ts';
import type { LimitHeaders } from '../rate-limit/headers.ts';
import type { ErrorResponse } from './error-response.ts';
import { codeOf, remedyFor, toPostmanError } from './map-error.ts';
import type { WireAnswer, WireRequest } from './transport.ts';
import type { TransportError } from './transport-error.ts';

/** A call to the API. */
export interface Call<T> {
  readonly method: WireRequest['method'];
  /** Path and query below the base URL, without secrets. */
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The call in messages, after "Could not": `update collection "Orders"`. */
  readonly what: string;
  /** The call has its own quota. If that is exhausted, other calls are still sent. */
  readonly ownQuota?: true;
  /** The call writes the state. The last call of the quota is reserved for it, and it is sent even after a stop. */
  readonly isRecord?: boolean;
  /** Decodes the response's JSON; throws if it has another structure. */
  readonly decode: (json: unknown) => T;
}

/** A response and its limit headers. */
export interface Answered {
  readonly answer: WireAnswer;
  readonly limitHeaders: LimitHeaders;
}

/**
 * How often to retry. `limit`: as long as max-wait allows (429, and 409 during another update); `failure`: a few times;
 * `once`: one time, after a timeout; `no`: never.
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

/** The result of a call that Postman answered with an error status. */
export function fromErrorResponse(call: Call<unknown>, { refusal, limitHeaders }: ErrorAnswer): FailedCall {
  const error = toPostmanError(refusal, {
    limitHeaders,
    what: codeOf(refusal, limitHeaders) === 'too-large' ? withSize(call) : call.what,
  });
  return {
    ok: false,
    retry: retryFor(call, { refusal, limitHeaders }),
    error: isUnknownOutcome(call, error)
      ? outcomeUnknown(call.what, { why: `HTTP ${refusal.status}`, cause: error })
      : error,
    waitMs: announcedWaitMs(refusal, limitHeaders),
  };
}

/** The call with its size, for requests that are too large. */
function withSize({ what, body = '' }: Call<unknown>): string {
  const kilobytes = Buffer.byteLength(body) / 1_000;
  const size = kilobytes < 100 ? `${kilobytes.toFixed(1)} kB` : `${(kilobytes / 1_000).toFixed(1)} MB`;
  return `${what}, which has ${size}`;
}

interface ErrorAnswer {
  readonly refusal: ErrorResponse;
  readonly limitHeaders: LimitHeaders;
}

/** The longest of the announced waits; for a 429 without one, the time to the announced reset. */
function announcedWaitMs(refusal: ErrorResponse, limitHeaders: LimitHeaders): number | undefined {
  const hints = [refusal.retryAfterMs, limitHeaders.retryAfterMs].filter((hint) => hint !== undefined);
  if (hints.length > 0) return Math.max(...hints);
  return refusal.status === 429 ? limitHeaders.resetInMs : undefined;
}

/** Methods that can be repeated after a conflict (409): the other update of the resource has ended then. */
const OVERWRITES: ReadonlySet<WireRequest['method']> = new Set(['PUT', 'DELETE']);

function retryFor({ method }: Call<unknown>, { refusal, limitHeaders }: ErrorAnswer): Retry {
  const code = codeOf(refusal, limitHeaders);
  if (code === 'rate-limited') return refusal.status === 429 ? 'limit' : 'no';
  if (code === 'conflict' && OVERWRITES.has(method)) return 'limit';
  return code === 'unavailable' && method !== 'POST' ? 'failure' : 'no';
}

/** A POST may have been applied although a gateway failed. */
const isUnknownOutcome = ({ method }: Call<unknown>, { code }: PostmanError): boolean =>
  method === 'POST' && code === 'unavailable';

/** The result of a call without a complete response. */
export function fromTransportError(
  call: Call<unknown>,
  { reason, mayHaveArrived, retry, remedy, cause }: TransportError,
): FailedCall {
  const message = `Could not ${call.what}: Postman did not answer (${reason}).`;
  const error = new PostmanError({ code: 'unavailable', message, remedy, cause });
  if (call.method !== 'POST' || !mayHaveArrived) return { ok: false, retry, error };
  return { ok: false, retry: 'no', error: outcomeUnknown(call.what, { why: reason, cause }) };
}

/** The result of a call with a success status: the decoded value, or an error if it cannot be decoded. */
export function fromSuccess<T>(call: Call<T>, answer: WireAnswer): RequestResult<T> {
  try {
    return { ok: true, value: call.decode(JSON.parse(answer.body)) };
  } catch (cause) {
    return notUnderstood(call, { status: answer.status, cause });
  }
}

function notUnderstood(
  { method, what }: Call<unknown>,
  { status, cause }: { readonly status: number; readonly cause: unknown },
): FailedCall {
  if (method === 'POST') {
    const error = outcomeUnknown(what, { why: 'an answer that cannot be understood', cause });
    return { ok: false, retry: 'no', error };
  }
  const message = `Could not ${what}: Postman's answer (HTTP ${status}) cannot be understood.`;
  const remedy = 'A proxy or gateway may be in between; check api-url, and run it again.';
  const error = new PostmanError({ code: 'unavailable', message, remedy, status, cause });
  return { ok: false, retry: 'failure', error };
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
