import { PostmanError } from '../model/errors.ts';
import { type ApiUse, isUnlimited, type Quota, quotaOf, type UsageEntry } from '../model/limits.ts';
import type { Notice } from '../model/notice.ts';

/** Shares of the monthly quota, 0 to 1. */
export interface QuotaPolicy {
  readonly quotaWarnAt: number;
  readonly quotaStopAt: number;
}

/** The API calls that a run is going to spend. */
export interface ApiCost {
  /** Calls of applying the plan. */
  readonly writes: number;
  /** Monitors to be run after it. */
  readonly monitors: number;
}

/** The error that keeps a sync from starting without enough monthly quota. Undefined where the quota suffices or is unknown. */
export function quotaRefusal(
  cost: ApiCost,
  quota: Quota | undefined,
  { quotaStopAt }: QuotaPolicy,
): PostmanError | undefined {
  const calls = cost.writes + runCalls(cost);
  if (!quota || calls === 0 || isUnlimited(quota.limit ?? 0)) return undefined;
  const { limit, remaining } = quota;
  const left = limit === undefined ? remaining : Math.floor(limit * quotaStopAt + ROUNDING) - (limit - remaining);
  if (calls <= left) return undefined;
  const used = limit === undefined ? `${remaining} are left` : `${limit - remaining} of ${limit} are used`;
  const stop = quotaStopAt < 1 && limit !== undefined ? `, and quota-stop-at allows ${left + limit - remaining}` : '';
  return new PostmanError({
    code: 'quota-exhausted',
    message: `${costWords(cost)}, ${calls - left} more than the month has left (${used}${stop}). Nothing was written.`,
    remedy:
      'Wait for the next month, apply fewer files at once, raise quota-stop-at, or ask a team admin for a larger plan.',
  });
}

/** Makes up for binary fractions, so that 58% of 100 is 58. */
const ROUNDING = 1e-6;

/** Calls for running monitors, at least: one for the usage, and three for each monitor (previous run, start, end). */
const runCalls = ({ monitors }: ApiCost): number => (monitors === 0 ? 0 : 1 + 3 * monitors);

function costWords(cost: ApiCost): string {
  const runs = `running ${cost.monitors === 1 ? 'the monitor' : `the ${cost.monitors} monitors`}`;
  if (cost.writes === 0) return `R${runs.slice(1)} takes at least ${runCalls(cost)} API calls`;
  return `Applying the plan takes ${cost.writes} API calls${cost.monitors === 0 ? '' : ` and ${runs} at least ${runCalls(cost)}`}`;
}

/** The warning from `quota-warn-at` on. */
export function quotaNotices(api: ApiUse, { quotaWarnAt }: QuotaPolicy): readonly Notice[] {
  const { limit = 0, used = 0, remaining = 0 } = quotaOf(api) ?? {};
  if (limit === 0 || isUnlimited(limit) || used / limit < quotaWarnAt) return [];
  const percent = Math.floor((used / limit) * 100);
  return [
    {
      level: 'warning',
      message: `${percent}% of the monthly quota of Postman API calls is used: ${used} of ${limit}, ${remaining} left.`,
    },
  ];
}

/** The monitored requests that monitors are going to use. */
export interface MonitorCost {
  readonly monitors: number;
  /** Requests × regions. */
  readonly requests: number;
}

const monitored = (usage: readonly UsageEntry[]): UsageEntry | undefined =>
  usage.find(({ name, limit }) => name === 'monitor_request_runs' && !isUnlimited(limit));

/** The error that keeps monitors from running without enough monitored requests. Undefined where the team already pays for overage. */
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

/** The warning about monitored requests: from `quota-warn-at` on, and where overage is paid for. */
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
