import { plural } from '../lib/text.ts';
import { PostmanError } from '../model/errors.ts';
import { type ApiUse, isUnlimited, type Quota, quotaOf, type UsageEntry } from '../model/limits.ts';
import type { Notice } from '../model/notice.ts';

/** Shares of the monthly quota, 0 to 1. */
export interface QuotaPolicy {
  readonly quotaWarnAt: number;
  readonly quotaStopAt: number;
}

/** The API calls that a run needs. */
export interface ApiCost {
  /** Calls for applying the plan. */
  readonly writes: number;
  /** Number of monitors that run after that. */
  readonly monitors: number;
}

/**
 * The error for a sync that needs more calls than the monthly quota has left. Undefined if the quota suffices or is
 * unknown.
 */
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

/** Corrects errors of binary fractions, so that 58% of 100 is 58. */
const ROUNDING = 1e-6;

/** The fewest calls for running monitors: one for the usage, and three for each monitor (previous run, start, end). */
const runCalls = ({ monitors }: ApiCost): number => (monitors === 0 ? 0 : 1 + 3 * monitors);

function costWords(cost: ApiCost): string {
  const monitors = monitorWords(cost.monitors);
  if (cost.writes === 0) return `Running ${monitors} takes at least ${runCalls(cost)} API calls`;
  const applying = `Applying the plan takes ${plural(cost.writes, 'API call')}`;
  return cost.monitors === 0 ? applying : `${applying} and running ${monitors} at least ${runCalls(cost)}`;
}

const monitorWords = (monitors: number): string => (monitors === 1 ? 'the monitor' : `the ${monitors} monitors`);

/** A warning if usage has reached `quota-warn-at`. */
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

/** The monitored requests that the monitors of a run need. */
export interface MonitorCost {
  readonly monitors: number;
  /** Requests × regions. */
  readonly requests: number;
}

const monitored = (usage: readonly UsageEntry[]): UsageEntry | undefined =>
  usage.find(({ name, limit }) => name === 'monitor_request_runs' && !isUnlimited(limit));

/**
 * The error for monitors that need more monitored requests than the month has left. Undefined if the team pays for
 * overage.
 */
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
  return new PostmanError({
    code: 'quota-exhausted',
    message: `Running ${monitorWords(cost.monitors)} takes about ${cost.requests} monitored requests (requests × regions), and the month has ${left} left (${entry.usage} of ${entry.limit} are used${stop}). No monitor was run.`,
    remedy:
      'Wait for the next month, run fewer monitors or regions, raise quota-stop-at, or ask a team admin for a larger plan.',
  });
}

/** A warning if the run would bring the usage of monitored requests to `quota-warn-at` or beyond. */
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
