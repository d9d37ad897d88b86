import { PostmanError, type PostmanErrorCode } from '../core/errors.ts';
import { isObject, type JsonObject, textOf } from '../core/json.ts';
import type { Limits } from '../core/limits.ts';
import type { HeaderFacts } from './headers.ts';
import type { WireAnswer } from './transport.ts';

/** An answer that says no, in one shape for all of Postman's envelopes. */
export interface Refusal {
  readonly status: number;
  /** Postman's name for the error, or the last part of a problem's type. */
  readonly name: string;
  /** Postman's own sentence. */
  readonly message: string;
  readonly details: readonly string[];
  /** A wait that the body asks for, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** Reads the four error envelopes (object, string, problem details, HTML or nothing), whatever the content type says. */
export function readRefusal({ status, body }: WireAnswer, nowMs: number): Refusal {
  const json = parseObject(body);
  const error = json && isObject(json.error) ? json.error : undefined;
  const name = textOf(error?.name) ?? textOf(json?.error) ?? lastPart(textOf(json?.type)) ?? '';
  const title = [textOf(json?.title), textOf(json?.detail)].filter(Boolean).join(': ');
  const message = textOf(error?.message) ?? (title || textOf(json?.message) || '');
  const hint = waitIn(error?.details, message, nowMs);
  return {
    status,
    name,
    message,
    details: detailsOf(error?.details ?? json?.details),
    ...(hint === undefined ? {} : { retryAfterMs: hint }),
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

function detailsOf(details: unknown): readonly string[] {
  if (Array.isArray(details))
    return details.map((detail) => (typeof detail === 'string' ? detail : JSON.stringify(detail)));
  return isObject(details) ? Object.entries(details).map(([key, value]) => `${key}: ${JSON.stringify(value)}`) : [];
}

/** `details.retryAfter` in seconds, or a point in time at the end of the message (older 429 bodies). */
function waitIn(details: unknown, message: string, nowMs: number): number | undefined {
  if (isObject(details) && typeof details.retryAfter === 'number') return details.retryAfter * 1000;
  const [, digits] = /retry (?:after|at) (\d{10,13})\b/i.exec(message) ?? [];
  if (digits === undefined) return undefined;
  return Math.max(0, Number(digits) * (digits.length > 11 ? 1 : 1000) - nowMs);
}

/** Whether a 429 (or a 403 that names a usage limit) means the month or the plan, so that no wait helps. */
export function isQuota(refusal: Refusal, { limits, retryAfterMs }: HeaderFacts): boolean {
  if (/^(serviceLimitExhausted|usageLimit\w*)$/i.test(refusal.name)) return true;
  if (refusal.status === 403) return /\b(usage|service) limit (reached|exhausted)/i.test(refusal.message);
  if (refusal.status !== 429) return false;
  if (limits.month?.remaining === 0) return true;
  return (
    retryAfterMs === undefined &&
    refusal.retryAfterMs === undefined &&
    /limit (for|of) your plan|plan limit/i.test(refusal.message)
  );
}

/** The code of a refusal, by its status and by its name where Postman's status alone would mislead. */
export function codeOf(refusal: Refusal, facts: HeaderFacts): PostmanErrorCode {
  const { status, name } = refusal;
  if (isQuota(refusal, facts)) return 'quota-exhausted';
  if (status === 429) return 'rate-limited';
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404 || name === 'instanceNotFoundError') return 'not-found';
  if (status === 409) return 'conflict';
  if (status === 413) return 'too-large';
  if (status === 408 || status >= 500) return 'unavailable';
  return 'invalid';
}

const REMEDIES: Readonly<Record<PostmanErrorCode, string>> = {
  unauthorized:
    'Check that the key is complete, has not expired or been revoked, and belongs to this region (region: eu for EU data residency).',
  forbidden: "Give the key's user at least the Editor role in the workspace; some features need a higher plan.",
  'not-found': "Check the id; the resource may have been deleted, or the key's user may not see it.",
  'rate-limited': 'Run it again later, or raise max-wait.',
  'quota-exhausted': 'Wait for the next month, or ask a team admin for a larger plan; `status` shows the usage.',
  invalid: 'Correct the file as Postman asks, and run it again.',
  conflict: 'Another update of the same resource is under way; run it again in a minute.',
  'too-large': 'Split it, or take large saved examples out of it.',
  unavailable: 'Postman may be down for a moment (status.postman.com); run it again.',
  'outcome-unknown': 'Look into the workspace, then run it again: it resolves what was done.',
};

/** The remedy for an error of that code. */
export const remedyFor = (code: PostmanErrorCode): string => REMEDIES[code];

/** What a refusal is to the rest of the program. `what` names the call: "create collection Orders". */
export function toError(
  refusal: Refusal,
  { facts, what }: { readonly facts: HeaderFacts; readonly what: string },
): PostmanError {
  const code = codeOf(refusal, facts);
  if (code === 'quota-exhausted') return quotaUsedUp(facts.limits, refusal);
  if (refusal.status >= 300 && refusal.status < 400) return redirected(refusal, what);
  const said = [refusal.message, ...refusal.details].filter(Boolean).join('; ').replace(/\s+/g, ' ').slice(0, 600);
  const sentence = said ? `Postman says: ${said}` : 'Postman gave no reason.';
  return new PostmanError({
    code,
    message: `Could not ${what} (HTTP ${refusal.status}${refusal.name ? ` ${refusal.name}` : ''}). ${sentence}`,
    remedy: remedyFor(code),
    status: refusal.status,
    reason: refusal.name || undefined,
  });
}

/** The month's calls are used up: which limit, how much of it, and what can be done. */
export function quotaUsedUp({ month }: Limits, refusal?: Refusal): PostmanError {
  const used = month ? ` (${month.limit - month.remaining} of ${month.limit} calls)` : '';
  const said = refusal?.message ? ` Postman says: ${refusal.message}` : '';
  return new PostmanError({
    code: 'quota-exhausted',
    message: `The monthly quota of Postman API calls is used up${used}; no further call was made.${said}`,
    remedy: remedyFor('quota-exhausted'),
    status: refusal?.status,
    reason: refusal?.name || undefined,
  });
}

const redirected = ({ status }: Refusal, what: string): PostmanError =>
  new PostmanError({
    code: 'invalid',
    message: `Could not ${what}: the server answered with a redirect (HTTP ${status}), which is not followed, because the key would go along.`,
    remedy: 'Set api-url to the address of the API itself.',
    status,
  });
