import { PostmanError } from './errors.ts';
import type { Limits } from './limits.ts';
import type { Notice } from './report.ts';

/** Shares of the month's calls, 0 to 1. */
export interface QuotaPolicy {
  readonly quotaWarnAt: number;
  readonly quotaStopAt: number;
}

/** The error that keeps a sync from starting, where the month cannot carry its calls; undefined where it can, or where Postman said nothing of a month. */
export function refusal(cost: number, { month }: Limits, { quotaStopAt }: QuotaPolicy): PostmanError | undefined {
  if (!month || cost === 0) return undefined;
  const used = month.limit - month.remaining;
  const allowed = Math.floor(month.limit * quotaStopAt);
  const missing = used + cost - allowed;
  if (missing <= 0) return undefined;
  const stop = quotaStopAt < 1 ? `, and quota-stop-at allows ${allowed}` : '';
  return new PostmanError({
    code: 'quota-exhausted',
    message: `Applying the plan takes ${cost} API calls, ${missing} more than the month has left (${used} of ${month.limit} are used${stop}). Nothing was written.`,
    remedy:
      'Wait for the next month, apply fewer files at once, raise quota-stop-at, or ask a team admin for a larger plan.',
  });
}

/** The warning from `quota-warn-at` on. */
export function quotaNotices({ month }: Limits, { quotaWarnAt }: QuotaPolicy): readonly Notice[] {
  if (!month || month.limit === 0) return [];
  const used = month.limit - month.remaining;
  if (used / month.limit < quotaWarnAt) return [];
  const percent = Math.floor((used / month.limit) * 100);
  return [
    {
      level: 'warning',
      message: `${percent}% of the monthly quota of Postman API calls is used: ${used} of ${month.limit}, ${month.remaining} left.`,
    },
  ];
}
