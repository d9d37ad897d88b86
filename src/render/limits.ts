import { count, duration, plural } from '../core/lib/text.ts';
import { type ApiUse, isUnlimited, type Quota, quotaOf, type UsageEntry } from '../core/model/limits.ts';
import { oneLine } from './escape.ts';
import { percent, timeOfDay } from './format.ts';

/** One limit, as every page and the log show it. */
export interface LimitRow {
  readonly name: string;
  /** Used share; 0 for an unlimited operation, above 1 with overage. */
  readonly share: number;
  /** `12 of 300`, `12, unlimited`. */
  readonly used: string;
  /** `4%`; empty for an unlimited operation. */
  readonly percent: string;
  /** The time of the reset, or the overage; often empty. */
  readonly note: string;
}

/** How a limit looks: `bad` from 100%, `warn` from 80%. */
export function lookOf({ share }: LimitRow): 'bad' | 'warn' | undefined {
  if (share >= 1) return 'bad';
  return share >= 0.8 ? 'warn' : undefined;
}

/** The limits to show. `all` also keeps unused and unlimited operations, and an older count of the month's calls. */
export function limitRows(api: ApiUse, { all = false }: { readonly all?: boolean } = {}): readonly LimitRow[] {
  const month = quotaOf(api);
  const isWorthShowing = ({ usage, limit }: UsageEntry): boolean => all || (usage > 0 && !isUnlimited(limit));
  const operations = api.usage.filter((entry) => !isMonth(entry, { month, all }) && isWorthShowing(entry));
  return [
    ...windowRow(api),
    ...(month ? [monthRow(month)] : []),
    ...operations.map((entry) => row({ ...entry, name: titleOf(entry.name) })),
  ];
}

interface MonthOptions {
  readonly month: Quota | undefined;
  /** Keep the operation if its count is older than the month's. */
  readonly all: boolean;
}

/** Whether an operation repeats the row of the month's calls, with the same count or an older one. */
const isMonth = ({ name, limit, usage }: UsageEntry, { month, all }: MonthOptions): boolean =>
  name === 'api_usage' && limit === month?.limit && (usage === month.used || (!all && usage < (month.used ?? 0)));

function monthRow({ limit, remaining, used = 0 }: Quota): LimitRow {
  const name = 'API calls this month';
  if (limit === undefined) return { name, share: 0, used: `${count(remaining)} left`, percent: '', note: '' };
  return row({ name, limit, usage: used, overage: 0 });
}

function windowRow({ limits: { window } }: ApiUse): readonly LimitRow[] {
  if (!window) return [];
  const { limit, remaining, resetAt } = window;
  const note = resetAt ? `resets at ${timeOfDay(resetAt)}` : '';
  const name = 'Rate limit window';
  if (limit !== undefined && remaining !== undefined) {
    return [{ ...row({ name, limit, usage: Math.max(0, limit - remaining), overage: 0 }), note }];
  }
  const used = [
    ...(limit === undefined ? [] : [`${count(limit)} allowed`]),
    ...(remaining === undefined ? [] : [`${count(remaining)} left`]),
  ];
  return [{ name, share: 0, used: used.join(', '), percent: '', note }];
}

function row({ name, limit, usage, overage }: UsageEntry): LimitRow {
  const note = overage > 0 ? `${count(overage)} over` : '';
  if (isUnlimited(limit)) return { name, share: 0, used: `${count(usage)}, unlimited`, percent: '', note };
  // Any use of a limit of 0 exceeds it.
  const share = limit > 0 ? usage / limit : Number(usage > 0);
  return { name, share, used: `${count(usage)} of ${count(limit)}`, percent: percent(share), note };
}

/** `monitor_request_runs` → `Monitor request runs`. */
function titleOf(name: string): string {
  const words = oneLine(name)
    .replaceAll('_', ' ')
    .replace(/\bapi\b/i, 'API');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The API calls of this run: `14 API calls, 1.2 s waited for limits`. */
export function callsOf({ apiCalls, host, waitedMs }: ApiUse): string {
  const to = host === undefined ? '' : ` to ${host}, which is not a host of Postman`;
  const waited = waitedMs > 0 ? `, ${duration(waitedMs)} waited for limits` : '';
  return `${plural(apiCalls, 'API call')}${to}${waited}`;
}
