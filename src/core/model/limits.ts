/** The key's limits in the latest responses. A limit that Postman has not sent is absent. */
export interface Limits {
  /** The rate limit of the current window, usually a minute. */
  readonly window?: { readonly limit?: number; readonly remaining?: number; readonly resetAt?: Date };
  /** The monthly quota; without `limit` where Postman sent only the remaining calls. */
  readonly month?: { readonly limit?: number; readonly remaining: number };
}

/** The limits after another response. Fields that an incomplete window lacks are taken from the window before. */
export function latest(before: Limits, received: Limits): Limits {
  const { window } = received;
  const isComplete = window?.limit !== undefined && window.remaining !== undefined;
  if (!window || isComplete) return { ...before, ...received };
  return { ...before, ...received, window: { ...before.window, ...window } };
}

/** One operation of `GET /me`: this month's limit, usage and overage. Storage operations count gigabytes. */
export interface UsageEntry {
  readonly name: string;
  readonly limit: number;
  readonly usage: number;
  readonly overage: number;
}

/** The answer of `GET /me`. */
export interface Account {
  readonly user: string;
  readonly team?: string;
  /** Empty for guests and partners: Postman does not show it to them. */
  readonly usage: readonly UsageEntry[];
}

/** The API calls of a run, and the remaining limits. */
export interface ApiUse {
  readonly limits: Limits;
  /** The operations of `GET /me`; empty if the run did not call it. */
  readonly usage: readonly UsageEntry[];
  /** Calls sent by this run, retries included. */
  readonly apiCalls: number;
  /** The host that the key was sent to, if it is not one of Postman's. */
  readonly host?: string;
  /** Milliseconds waited for limits. */
  readonly waitedMs: number;
}

/** From this limit on, Postman means "unlimited" (`GET /me` shows 99999999). */
const UNLIMITED = 99_999_999;

/** Whether a limit of `GET /me` means "unlimited". */
export const isUnlimited = (limit: number): boolean => limit >= UNLIMITED;

/** The monthly quota of API calls. */
export interface Quota {
  readonly limit?: number;
  readonly remaining: number;
  readonly used?: number;
}

/** The monthly quota, from the latest headers or else from `GET /me`; undefined if it is unknown. */
export function quotaOf({ limits: { month }, usage }: Pick<ApiUse, 'limits' | 'usage'>): Quota | undefined {
  if (month) return month.limit === undefined ? month : { ...month, used: Math.max(0, month.limit - month.remaining) };
  const entry = usage.find(({ name }) => name === 'api_usage');
  return entry && { limit: entry.limit, remaining: Math.max(0, entry.limit - entry.usage), used: entry.usage };
}
