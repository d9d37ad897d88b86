/** All settings of the emulator's behaviour; each can be set in a JSON file. */
export interface EmulatorProfile {
  /** Calls allowed per window. */
  readonly rateLimit: number;
  readonly windowMs: number;
  /** Which calls share a window: those of all keys of a user, or of one key (the older rule). */
  readonly rateLimitPer: 'user' | 'key';
  /** Stricter limits of the list and monitor endpoints, in calls per window; 0 turns them off. */
  readonly specialLimit: number;
  readonly specialWindowMs: number;
  /** Which family of rate-limit headers is sent. */
  readonly headers: 'x-ratelimit' | 'ratelimit' | 'combined' | 'all' | 'none';
  /** Format of the reset: that of the header family, or a fixed one. */
  readonly reset: 'by-family' | 'epoch' | 'epoch-ms' | 'delta';
  readonly monthHeaders: boolean;
  /** Where a 429 has its retry hint. */
  readonly retryHint: 'retry-after' | 'retryafter' | 'x-ratelimit-retryafter' | 'http-date' | 'all' | 'none';
  /** Body of a 429 of the short window. */
  readonly tooManyRequests: 'object' | 'string' | 'epoch-ms' | 'problem' | 'week';
  /** API calls per month; 99999999 and more is unlimited. */
  readonly quota: number;
  /** API calls of this month that are used at the start. */
  readonly quotaUsed: number;
  /** Body of a 429 of the month. */
  readonly quotaExhausted: 'service-limit' | 'plan-problem';
  /** Monitored requests per month. */
  readonly monitorQuota: number;
  readonly monitorQuotaUsed: number;
  /** Whether monitor runs beyond the quota are allowed (as overage) or refused. */
  readonly monitorOverage: boolean;
  /** Status of a refused run; Postman does not document it. */
  readonly monitorExhaustedStatus: 403 | 429;
  /** Type of the key's owner. */
  readonly account: 'member' | 'guest' | 'service-account' | 'no-team' | 'free';
  /** Content type of successful responses; Postman's own clients differ in the charset. */
  readonly contentType: 'application/json' | 'application/json; charset=utf-8';
  readonly unauthorized: 'error' | 'problem';
  /** Largest body before 413, in bytes. */
  readonly maxBodyBytes: number;
  readonly maxEnvironmentBytes: number;
  /** Which requests without Content-Length get 411. */
  readonly lengthRequired: 'environments' | 'writes' | 'never';
  /** Number of list calls that do not show a new resource yet. */
  readonly listLag: number;
  /** Number of GETs that still show the old version after a write. */
  readonly readLag: number;
  /** Duration of an asynchronous task. */
  readonly taskMs: number;
  readonly taskFails: boolean;
  /** Duration of a PATCH of a collection; a second one in the meantime is refused. */
  readonly patchMs: number;
  /** A longer monitor run is answered with 202. */
  readonly monitorSyncMs: number;
  /** Treatment of unknown fields. */
  readonly unknownFields: 'keep' | 'drop';
  /** Ids that a PUT refuses: those of other resources, or all ids that are not the collection's own. */
  readonly foreignIds: 'known' | 'any';
  /** Whether a workspace without resources of a kind shows an empty array or no member. */
  readonly emptyElements: 'array' | 'omit';
  readonly journalSize: number;
}

const today: EmulatorProfile = {
  rateLimit: 300,
  windowMs: 60_000,
  rateLimitPer: 'user',
  specialLimit: 10,
  specialWindowMs: 10_000,
  headers: 'all',
  reset: 'by-family',
  monthHeaders: true,
  retryHint: 'retry-after',
  tooManyRequests: 'object',
  quota: 1_000_000,
  quotaUsed: 0,
  quotaExhausted: 'service-limit',
  monitorQuota: 10_000,
  monitorQuotaUsed: 0,
  monitorOverage: true,
  monitorExhaustedStatus: 429,
  account: 'member',
  contentType: 'application/json',
  unauthorized: 'error',
  maxBodyBytes: 100_000_000,
  maxEnvironmentBytes: 30_000_000,
  lengthRequired: 'environments',
  listLag: 0,
  readLag: 0,
  taskMs: 300,
  taskFails: false,
  patchMs: 20,
  monitorSyncMs: 300_000,
  unknownFields: 'keep',
  foreignIds: 'known',
  emptyElements: 'array',
  journalSize: 10_000,
};

const older: EmulatorProfile = {
  ...today,
  rateLimit: 60,
  rateLimitPer: 'key',
  specialLimit: 0,
  headers: 'x-ratelimit',
  retryHint: 'x-ratelimit-retryafter',
  tooManyRequests: 'string',
  quota: 1_000,
  maxBodyBytes: 20_000_000,
};

const free: EmulatorProfile = {
  ...today,
  quota: 10_000,
  monitorQuota: 1_000,
  monitorOverage: false,
  account: 'free',
};

/** Named profiles. A profile file selects one with `"preset"` and overrides single settings. */
export const presets: Readonly<Record<'today' | 'older' | 'free', EmulatorProfile>> = { today, older, free };
