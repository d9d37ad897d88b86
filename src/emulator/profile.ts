/** Everything about the emulator's behaviour that can be set; all of it can be written in a JSON file. */
export interface EmulatorProfile {
  /** Calls allowed per window. */
  readonly rateLimit: number;
  readonly windowMs: number;
  /** Whose calls share a window: all keys of a user, or each key by itself (the older rule). */
  readonly rateLimitPer: 'user' | 'key';
  /** The tighter buckets of the list and monitor endpoints: calls per window; 0 switches them off. */
  readonly specialLimit: number;
  readonly specialWindowMs: number;
  /** Which family of rate-limit headers is sent. */
  readonly headers: 'x-ratelimit' | 'ratelimit' | 'combined' | 'all' | 'none';
  /** How the reset is told: by the family's own custom, or forced. */
  readonly reset: 'by-family' | 'epoch' | 'epoch-ms' | 'delta';
  readonly monthHeaders: boolean;
  /** Where a 429 says how long to wait. */
  readonly retryHint: 'retry-after' | 'retryafter' | 'x-ratelimit-retryafter' | 'http-date' | 'all' | 'none';
  /** Body of a 429 of the short window. */
  readonly tooManyRequests: 'object' | 'string' | 'epoch-ms' | 'problem' | 'week';
  /** API calls a month; 99999999 and more stands for unlimited. */
  readonly quota: number;
  /** API calls already used this month at the start. */
  readonly quotaUsed: number;
  /** Body of a 429 of the month. */
  readonly quotaExhausted: 'service-limit' | 'plan-problem';
  /** Monitored requests a month. */
  readonly monitorQuota: number;
  readonly monitorQuotaUsed: number;
  /** Whether monitor runs go on beyond the quota (counted as overage) or are refused. */
  readonly monitorOverage: boolean;
  /** Status of a refused run; Postman does not document it. */
  readonly monitorExhaustedStatus: 403 | 429;
  /** Who the key belongs to. */
  readonly account: 'member' | 'guest' | 'service-account' | 'no-team' | 'free';
  /** Content type of successes; Postman's own clients differ on the charset. */
  readonly contentType: 'application/json' | 'application/json; charset=utf-8';
  readonly unauthorized: 'error' | 'problem';
  /** Largest body before 413, in bytes. */
  readonly maxBodyBytes: number;
  readonly maxEnvironmentBytes: number;
  /** Which requests without Content-Length get 411. */
  readonly lengthRequired: 'environments' | 'writes' | 'never';
  /** List calls that do not show a new resource yet. */
  readonly listLag: number;
  /** GETs that still show the old version after a write. */
  readonly readLag: number;
  /** How long an asynchronous task takes. */
  readonly taskMs: number;
  readonly taskFails: boolean;
  /** How long a PATCH of a collection takes; a second one meanwhile is cancelled. */
  readonly patchMs: number;
  /** A monitor run longer than this answers 202. */
  readonly monitorSyncMs: number;
  /** What happens to fields the format does not know. */
  readonly unknownFields: 'keep' | 'drop';
  /** Ids refused in a PUT: those known to belong to something else, or every id that is not the collection's own. */
  readonly foreignIds: 'known' | 'any';
  /** Whether a workspace without elements of a kind shows an empty array or no member at all. */
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

/** Named starting points; a profile file picks one with `"preset"` and overrides what it likes. */
export const presets: Readonly<Record<'today' | 'older' | 'free', EmulatorProfile>> = { today, older, free };
