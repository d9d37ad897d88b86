import { PostmanError } from './errors.ts';
import { isUnlimited, type Limits, type UsageEntry } from './limits.ts';
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

/** What monitors are going to use of the month's monitored requests. */
export interface MonitorCost {
  readonly monitors: number;
  /** Requests × regions. */
  readonly requests: number;
}

const monitored = (usage: readonly UsageEntry[]): UsageEntry | undefined =>
  usage.find(({ name, limit }) => name === 'monitor_request_runs' && !isUnlimited(limit));

/** The error that keeps monitors from being run, where the month cannot carry them; a plan that is beyond its limit already pays for more. */
export function monitorRefusal(
  cost: MonitorCost,
  usage: readonly UsageEntry[],
  { quotaStopAt }: QuotaPolicy,
): PostmanError | undefined {
  const entry = monitored(usage);
  if (!entry || entry.overage > 0 || cost.monitors === 0) return undefined;
  const allowed = Math.floor(entry.limit * quotaStopAt);
  const left = Math.max(0, allowed - entry.usage);
  if (left >= Math.max(1, cost.requests)) return undefined;
  const stop = quotaStopAt < 1 ? `, and quota-stop-at allows ${allowed}` : '';
  const runs = cost.monitors === 1 ? 'Running the monitor' : `Running the ${cost.monitors} monitors`;
  return new PostmanError({
    code: 'quota-exhausted',
    message: `${runs} takes about ${cost.requests} monitored requests (requests × regions), and the month has ${left} left (${entry.usage} of ${entry.limit} are used${stop}). No monitor was run.`,
    remedy:
      'Wait for the next month, run fewer monitors or regions, raise quota-stop-at, or ask a team admin for a larger plan.',
  });
}

/** The warning before monitors are run: from `quota-warn-at` on, and where they are paid for by themselves. */
export function monitorNotices(
  cost: MonitorCost,
  usage: readonly UsageEntry[],
  { quotaWarnAt }: QuotaPolicy,
): readonly Notice[] {
  const entry = monitored(usage);
  if (!entry || entry.limit === 0 || (entry.usage + cost.requests) / entry.limit < quotaWarnAt) return [];
  const beyond = entry.overage > 0 ? `, ${entry.overage} of them beyond the plan` : '';
  const message = `Of the month's ${entry.limit} monitored requests ${entry.usage} were used before this run${beyond}; it takes about ${cost.requests}.`;
  return [{ level: 'warning', message }];
}
