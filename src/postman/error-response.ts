import { isObject, type JsonObject, textOf } from '../core/lib/json.ts';
import type { WireAnswer } from './http/transport.ts';
import { boundedWait } from './rate-limit/headers.ts';

/** An error response, in one form for all of Postman's envelopes. */
export interface ErrorResponse {
  readonly status: number;
  /** Postman's name for the error, or the last part of a problem's type. */
  readonly name: string;
  /** Postman's message with its details, as one line, truncated. */
  readonly message: string;
  /** A wait in milliseconds that the body asks for. */
  readonly retryAfterMs?: number;
  /** Whether the call has its own quota. */
  readonly ownAllowance?: boolean;
}

/** Longest message of a server, in characters. */
const LONGEST_NAME = 80;
const LONGEST_MESSAGE = 600;

/**
 * Reads the four error envelopes (object, string, problem details, HTML or nothing), whatever the content type is.
 * `serverNowMs` is the server's time, since times in a body refer to its clock.
 */
export function readErrorResponse(
  { status, body }: Pick<WireAnswer, 'status' | 'body'>,
  serverNowMs: number,
): ErrorResponse {
  const json = parseObject(body);
  const error = json && isObject(json.error) ? json.error : undefined;
  const name = textOf(error?.name) ?? textOf(json?.error) ?? lastPart(textOf(json?.type)) ?? '';
  const title = [textOf(json?.title), textOf(json?.detail)].filter(Boolean).join(': ');
  const sentence = textOf(error?.message) ?? (title || textOf(json?.message) || '');
  const details = error?.details ?? json?.details;
  const waitMs = waitIn(details, sentence, serverNowMs);
  return {
    status,
    name: cut(name, LONGEST_NAME),
    message: cut([sentence, ...wordsOf(details)].filter(Boolean).join('; '), LONGEST_MESSAGE),
    ...(waitMs === undefined ? {} : { retryAfterMs: boundedWait(waitMs) }),
  };
}

function parseObject(body: string): JsonObject | undefined {
  try {
    const json: unknown = JSON.parse(body);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

const lastPart = (type: string | undefined): string | undefined => type?.split('/').at(-1);

function cut(text: string, longest: number): string {
  const line = text
    .slice(0, 10 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}

function wordsOf(details: unknown): readonly string[] {
  if (Array.isArray(details))
    return details.map((detail) => (typeof detail === 'string' ? detail : JSON.stringify(detail)));
  return isObject(details) ? Object.entries(details).map(([key, value]) => `${key}: ${JSON.stringify(value)}`) : [];
}

/** `details.retryAfter` in seconds, or a point in time at the end of the message (older 429 bodies). */
function waitIn(details: unknown, sentence: string, serverNowMs: number): number | undefined {
  const seconds = isObject(details)
    ? Number(textOf(details.retryAfter) ?? details.retryAfter ?? Number.NaN)
    : Number.NaN;
  if (!Number.isNaN(seconds)) return seconds * 1000;
  const [, digits] = /retry (?:after|at) (\d{10,13})\b/i.exec(sentence) ?? [];
  return digits === undefined ? undefined : Number(digits) * (digits.length > 11 ? 1 : 1000) - serverNowMs;
}
