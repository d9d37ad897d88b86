import { isObject, type JsonObject, objectOf, textOf } from '../../core/lib/json.ts';
import { boundedWait } from '../rate-limit/headers.ts';
import type { WireAnswer } from './transport.ts';

/** An error response, in the same form for all of Postman's envelopes. */
export interface ErrorResponse {
  readonly status: number;
  /** Postman's name for the error, or the last part of the `type` in problem details (RFC 9457). */
  readonly name: string;
  /** Postman's message with its details, as one line, truncated. */
  readonly message: string;
  /** The wait that the body asks for. */
  readonly retryAfterMs?: number;
  /** Whether the call has its own quota. */
  readonly ownQuota?: boolean;
}

/** Longer names and messages are truncated; lengths in characters. */
const LONGEST_NAME = 80;
const LONGEST_MESSAGE = 600;

/**
 * Reads an error in any of four forms (an object, a string, problem details, HTML or no body), regardless of the
 * content type. `serverNowMs` is the server's time, because times in a body refer to its clock.
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
    name: truncate(name, LONGEST_NAME),
    message: truncate([sentence, ...detailTexts(details)].filter(Boolean).join('; '), LONGEST_MESSAGE),
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

/** The text as one line of at most `longest` characters. */
function truncate(text: string, longest: number): string {
  const line = text
    .slice(0, 10 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}

function detailTexts(details: unknown): readonly string[] {
  if (Array.isArray(details))
    return details.map((detail) => (typeof detail === 'string' ? detail : JSON.stringify(detail)));
  return isObject(details) ? Object.entries(details).map(([key, value]) => `${key}: ${JSON.stringify(value)}`) : [];
}

/** `details.retryAfter` in seconds, or an epoch time at the end of the message (older 429 bodies). */
function waitIn(details: unknown, sentence: string, serverNowMs: number): number | undefined {
  const { retryAfter } = objectOf(details);
  const seconds = Number(textOf(retryAfter) ?? retryAfter ?? Number.NaN);
  if (!Number.isNaN(seconds)) return seconds * 1000;
  const [, digits] = /retry (?:after|at) (\d{10,13})\b/i.exec(sentence) ?? [];
  if (digits === undefined) return undefined;
  const epochMs = Number(digits) * (digits.length > 11 ? 1 : 1000);
  return epochMs - serverNowMs;
}
