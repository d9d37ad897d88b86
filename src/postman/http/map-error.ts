import { PostmanError, type PostmanErrorCode } from '../../core/model/errors.ts';
import type { Limits } from '../../core/model/limits.ts';
import type { LimitHeaders } from '../rate-limit/headers.ts';
import type { ErrorResponse } from './error-response.ts';

/** An exhausted quota: the monthly API calls, or another limit of the plan. */
type Exhausted = 'month' | 'plan';

/** The quota that a response reports as exhausted (waiting does not help then); undefined for other errors. */
function exhaustedBy(refusal: ErrorResponse, { limits, retryAfterMs }: LimitHeaders): Exhausted | undefined {
  const { status, name, message } = refusal;
  const left = limits.month?.remaining;
  if (/^serviceLimitExhausted$/i.test(name)) return left === undefined || left === 0 ? 'month' : 'plan';
  if (/^usageLimit\w*$/i.test(name)) return 'plan';
  if (refusal.ownQuota && isOwnQuotaUsedUp(refusal)) return 'plan';
  if (status === 403) return /\b(usage|service) limit (reached|exhausted)/i.test(message) ? 'plan' : undefined;
  if (status !== 429) return undefined;
  if (left === 0) return 'month';
  const hasWait = retryAfterMs !== undefined || refusal.retryAfterMs !== undefined;
  return !hasWait && /limit (for|of) your plan|plan limit/i.test(message) ? 'plan' : undefined;
}

/** Postman does not document its response for used up monitored requests. */
const isOwnQuotaUsedUp = ({ status, name, message }: ErrorResponse): boolean =>
  (status === 402 || status === 403) && /limit|usage|quota|exhaust|used up/i.test(`${name} ${message}`);

/** The code of an error response: from its status, or from its name if the status is misleading. */
export function codeOf(refusal: ErrorResponse, limitHeaders: LimitHeaders): PostmanErrorCode {
  const { status, name } = refusal;
  if (exhaustedBy(refusal, limitHeaders)) return 'quota-exhausted';
  if (status === 429 || name === 'rateLimit') return 'rate-limited';
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
    'Check that the key is complete and has neither expired nor been revoked, and the region: a key of EU data residency needs region: eu, any other key region: us.',
  forbidden: "Give the key's user at least the Editor role in the workspace; some features need a higher plan.",
  'not-found': "Check the id; the resource may have been deleted, or the key's user may not see it.",
  'rate-limited': 'Run it again later.',
  'quota-exhausted': 'Wait for the next month, or ask a team admin for a larger plan; `status` shows the usage.',
  invalid: 'Correct the file as Postman asks, and run it again.',
  conflict: 'Another update of the same resource is under way; run it again in a minute.',
  edited: 'Run it again: it merges what was changed.',
  'too-large': 'Split it, or take large saved examples out of it.',
  unavailable: 'Postman may be down for a moment (status.postman.com); run it again.',
  'outcome-unknown': 'Look into the workspace, then run it again: it resolves what was done.',
  stopped: 'Run it again: it finds what was done.',
};

/** The remedy for an error code. */
export const remedyFor = (code: PostmanErrorCode): string => REMEDIES[code];

const OTHER_REGION =
  'Ask for the region that the key belongs to (region: us or eu); some features are not offered in every region.';

/** Converts an error response to a PostmanError. `what` is the call in messages: `create collection "Orders"`. */
export function toPostmanError(
  refusal: ErrorResponse,
  { limitHeaders, what }: { readonly limitHeaders: LimitHeaders; readonly what: string },
): PostmanError {
  const { status, name, message } = refusal;
  const exhausted = exhaustedBy(refusal, limitHeaders);
  if (exhausted) return usedUp(exhausted, { limits: limitHeaders.limits, refusal });
  if (status >= 300 && status < 400) return redirected(refusal, what);
  const code = codeOf(refusal, limitHeaders);
  // Any other call would have failed, too: this one is not named.
  const problem = code === 'rate-limited' ? "Postman's rate limit is used up" : `Could not ${what}`;
  const isOtherRegion = code === 'forbidden' && /available in your region/i.test(message);
  return new PostmanError({
    code,
    message: `${problem} (HTTP ${status}${name ? ` ${name}` : ''}). ${quoted(refusal) || 'Postman gave no reason.'}`,
    remedy: isOtherRegion ? OTHER_REGION : remedyFor(code),
    status,
    reason: name || undefined,
  });
}

/** Postman's message as a sentence; empty without a message. */
const quoted = ({ message }: ErrorResponse): string =>
  message && `Postman says: ${message}${/[.!?…]$/.test(message) ? '' : '.'}`;

/** The error for an exhausted monthly quota. */
export const monthUsedUp = (limits: Limits): PostmanError => usedUp('month', { limits });

/** The error for a monthly quota with only the reserved calls left. */
export const monthEnds = (limits: Limits): PostmanError =>
  new PostmanError({
    code: 'quota-exhausted',
    message: `The monthly quota of Postman API calls ends${usedOf(limits)}; the remaining calls are reserved for recording the state.`,
    remedy: remedyFor('quota-exhausted'),
  });

interface ExhaustedInput {
  readonly limits: Limits;
  readonly refusal?: ErrorResponse;
}

function usedUp(exhausted: Exhausted, { limits, refusal }: ExhaustedInput): PostmanError {
  const quota = {
    month: `The monthly quota of Postman API calls is used up${usedOf(limits)}`,
    plan: 'A limit of the Postman plan is used up',
  }[exhausted];
  const quote = refusal ? quoted(refusal) : '';
  return new PostmanError({
    code: 'quota-exhausted',
    message: `${quota}; no further call was made.${quote && ` ${quote}`}`,
    remedy: remedyFor('quota-exhausted'),
    status: refusal?.status,
    reason: refusal?.name || undefined,
  });
}

/** The used part of the monthly quota, if known. */
const usedOf = ({ month }: Limits): string =>
  month?.limit === undefined ? '' : ` (${month.limit - month.remaining} of ${month.limit} calls)`;

const redirected = ({ status }: ErrorResponse, what: string): PostmanError =>
  new PostmanError({
    code: 'invalid',
    message: `Could not ${what}: the server answered with a redirect (HTTP ${status}), which is not followed, because that would send the API key to another address.`,
    remedy: 'Set api-url to the address of the API itself.',
    status,
  });
