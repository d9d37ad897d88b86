/** What Postman said last about the key's limits. Absent is absent: nothing is invented. */
export interface Limits {
  /** The short window (a minute, mostly), as far as it was told. */
  readonly window?: { readonly limit?: number; readonly remaining?: number; readonly resetAt?: Date };
  /** The month's API calls; without a limit where only the rest was told. */
  readonly month?: { readonly limit?: number; readonly remaining: number };
}

/** What is known after an answer: the latest it told; a window told by halves completes the one before. */
export function latest(before: Limits, told: Limits): Limits {
  const { window } = told;
  if (!window || (window.limit !== undefined && window.remaining !== undefined)) return { ...before, ...told };
  return { ...before, ...told, window: { ...before.window, ...window } };
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

/** What a run used of the API, and what is left. */
export interface ApiUse {
  readonly limits: Limits;
  /** The operations of `GET /me`, where the run asked for them. */
  readonly usage: readonly UsageEntry[];
  /** Calls sent by this run, retries included. */
  readonly apiCalls: number;
  /** The host that the key was sent to, where that is not one of Postman's. */
  readonly host?: string;
  /** Milliseconds waited for limits. */
  readonly waitedMs: number;
}

/** From this limit on, Postman means "unlimited" (`GET /me` shows 99999999). */
const UNLIMITED = 99_999_999;

/** Whether a limit of `GET /me` stands for "unlimited". */
export const isUnlimited = (limit: number): boolean => limit >= UNLIMITED;

/** The month's API calls, as far as they are known. */
export interface Quota {
  readonly limit?: number;
  readonly remaining: number;
  readonly used?: number;
}

/** The month's API calls: from the latest headers, or else from `GET /me`. */
export function quotaOf({ limits: { month }, usage }: Pick<ApiUse, 'limits' | 'usage'>): Quota | undefined {
  if (month) return month.limit === undefined ? month : { ...month, used: Math.max(0, month.limit - month.remaining) };
  const entry = usage.find(({ name }) => name === 'api_usage');
  return entry && { limit: entry.limit, remaining: Math.max(0, entry.limit - entry.usage), used: entry.usage };
}
