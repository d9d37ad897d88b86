import { type ApiUse, isUnlimited, type Quota, quotaOf, type UsageEntry } from '../core/model/limits.ts';
import { oneLine } from './escape.ts';
import { count, percent, plural, timeOfDay } from './format.ts';

/** One limit as every page shows it: a name, how much of it is used, and a word about it. */
export interface LimitRow {
  readonly name: string;
  /** Used share, 0 for an unlimited one; above 1 with overage. */
  readonly share: number;
  /** `12 of 300`, `12, unlimited`. */
  readonly used: string;
  /** `4%`, empty for an unlimited one. */
  readonly percent: string;
  /** What else there is to say: when it resets, overage. */
  readonly note: string;
}

/** Every limit there is to show; `all` keeps what is unused, unlimited, or an older number of the month's calls. */
export function limitRows(api: ApiUse, { all = false }: { readonly all?: boolean } = {}): readonly LimitRow[] {
  const month = quotaOf(api);
  const operations = api.usage.filter(
    (entry) => !isMonth(entry, { month, all }) && (all || (entry.usage > 0 && !isUnlimited(entry.limit))),
  );
  return [
    ...windowRow(api),
    ...(month ? [monthRow(month)] : []),
    ...operations.map((entry) => row({ ...entry, name: titleOf(entry.name) })),
  ];
}

interface Month {
  readonly month: Quota | undefined;
  /** Only the very same number counts. */
  readonly all: boolean;
}

/** Whether an operation is the month's calls once more, or as they were when it was asked for. */
const isMonth = ({ name, limit, usage }: UsageEntry, { month, all }: Month): boolean =>
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
  const told = [
    limit === undefined ? '' : `${count(limit)} allowed`,
    remaining === undefined ? '' : `${count(remaining)} left`,
  ];
  return [{ name, share: 0, used: told.filter(Boolean).join(', '), percent: '', note }];
}

function row({ name, limit, usage, overage }: UsageEntry): LimitRow {
  const note = overage > 0 ? `${count(overage)} over` : '';
  if (isUnlimited(limit)) return { name, share: 0, used: `${count(usage)}, unlimited`, percent: '', note };
  const share = limit > 0 ? usage / limit : usage > 0 ? 1 : 0;
  return { name, share, used: `${count(usage)} of ${count(limit)}`, percent: percent(share), note };
}

/** `monitor_request_runs` → `Monitor request runs`. */
function titleOf(name: string): string {
  const words = oneLine(name)
    .replaceAll('_', ' ')
    .replace(/\bapi\b/i, 'API');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What this run took: `14 API calls, waited 1.2 s for limits`. */
export const callsOf = ({ apiCalls, host }: ApiUse): string =>
  `${plural(apiCalls, 'API call')}${host === undefined ? '' : ` to ${host}, which is not a host of Postman`}`;
