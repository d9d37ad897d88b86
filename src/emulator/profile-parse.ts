import { isObject } from './json.ts';
import { type EmulatorProfile, presets } from './profile.ts';

type Rule =
  | { readonly kind: 'count'; readonly min: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'one'; readonly of: readonly (string | number)[] };

const count = (min = 0): Rule => ({ kind: 'count', min });
const one = (...of: readonly (string | number)[]): Rule => ({ kind: 'one', of });
const boolean: Rule = { kind: 'boolean' };

const rules: Readonly<Record<keyof EmulatorProfile, Rule>> = {
  rateLimit: count(1),
  windowMs: count(1),
  rateLimitPer: one('user', 'key'),
  specialLimit: count(),
  specialWindowMs: count(1),
  headers: one('x-ratelimit', 'ratelimit', 'combined', 'all', 'none'),
  reset: one('by-family', 'epoch', 'epoch-ms', 'delta'),
  monthHeaders: boolean,
  retryHint: one('retry-after', 'retryafter', 'x-ratelimit-retryafter', 'http-date', 'all', 'none'),
  tooManyRequests: one('object', 'string', 'epoch-ms', 'problem', 'week'),
  quota: count(),
  quotaUsed: count(),
  quotaExhausted: one('service-limit', 'plan-problem'),
  monitorQuota: count(),
  monitorQuotaUsed: count(),
  monitorOverage: boolean,
  monitorExhaustedStatus: one(403, 429),
  account: one('member', 'guest', 'service-account', 'no-team', 'free'),
  contentType: one('application/json', 'application/json; charset=utf-8'),
  unauthorized: one('error', 'problem'),
  maxBodyBytes: count(1),
  maxEnvironmentBytes: count(1),
  lengthRequired: one('environments', 'writes', 'never'),
  listLag: count(),
  readLag: count(),
  taskMs: count(),
  taskFails: boolean,
  patchMs: count(),
  monitorSyncMs: count(),
  unknownFields: one('keep', 'drop'),
  foreignIds: one('known', 'any'),
  emptyElements: one('array', 'omit'),
  journalSize: count(1),
};

const isKnown = (name: string): name is keyof EmulatorProfile => Object.hasOwn(rules, name);
const isPreset = (name: unknown): name is keyof typeof presets =>
  typeof name === 'string' && Object.hasOwn(presets, name);

const complaint = (name: string, value: unknown): string | undefined => {
  if (!isKnown(name)) {
    return `"${name}" is not a setting of the emulator; known are ${Object.keys(rules).join(', ')}`;
  }
  const rule = rules[name];
  switch (rule.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `"${name}" must be true or false`;
    case 'count':
      return Number.isSafeInteger(value) && Number(value) >= rule.min
        ? undefined
        : `"${name}" must be a whole number, at least ${rule.min}`;
    case 'one':
      return rule.of.some((choice) => choice === value)
        ? undefined
        : `"${name}" must be one of ${rule.of.map((choice) => JSON.stringify(choice)).join(', ')}`;
  }
};

const presetComplaint = (preset: unknown): string | undefined =>
  preset === undefined || isPreset(preset)
    ? undefined
    : `"preset" must be one of ${Object.keys(presets)
        .map((name) => JSON.stringify(name))
        .join(', ')}`;

/**
 * Checks a profile file's content and fills in what it leaves out, from its `preset` or from `base`.
 * Throws an `Error` that names every problem with its remedy.
 */
export function parseProfile(json: unknown, base: EmulatorProfile = presets.today): EmulatorProfile {
  if (!isObject(json)) throw new Error('The emulator profile must be a JSON object, such as {"rateLimit": 60}.');
  const { preset, ...settings } = json;
  const problems = [
    presetComplaint(preset),
    ...Object.entries(settings).map(([name, value]) => complaint(name, value)),
  ];
  const told = problems.filter((text) => text !== undefined);
  if (told.length > 0) throw new Error(`The emulator profile has problems: ${told.join('; ')}.`);
  return { ...(isPreset(preset) ? presets[preset] : base), ...settings };
}
