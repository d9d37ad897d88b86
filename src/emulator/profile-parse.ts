import { closest, distance } from 'fastest-levenshtein';
import { isObject } from './json.ts';
import { type EmulatorProfile, presets } from './profile.ts';

type Rule =
  | { readonly kind: 'count'; readonly min: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'one'; readonly of: readonly (string | number)[] };

const count = (min = 0): Rule => ({ kind: 'count', min });
const oneOf = (...of: readonly (string | number)[]): Rule => ({ kind: 'one', of });
const boolean: Rule = { kind: 'boolean' };

const rules: Readonly<Record<keyof EmulatorProfile, Rule>> = {
  rateLimit: count(1),
  windowMs: count(1),
  rateLimitPer: oneOf('user', 'key'),
  specialLimit: count(),
  specialWindowMs: count(1),
  headers: oneOf('x-ratelimit', 'ratelimit', 'combined', 'all', 'none'),
  reset: oneOf('by-family', 'epoch', 'epoch-ms', 'delta'),
  monthHeaders: boolean,
  retryHint: oneOf('retry-after', 'retryafter', 'x-ratelimit-retryafter', 'http-date', 'all', 'none'),
  tooManyRequests: oneOf('object', 'string', 'epoch-ms', 'problem', 'week'),
  quota: count(),
  quotaUsed: count(),
  quotaExhausted: oneOf('service-limit', 'plan-problem'),
  monitorQuota: count(),
  monitorQuotaUsed: count(),
  monitorOverage: boolean,
  monitorExhaustedStatus: oneOf(403, 429),
  account: oneOf('member', 'guest', 'service-account', 'no-team', 'free'),
  contentType: oneOf('application/json', 'application/json; charset=utf-8'),
  unauthorized: oneOf('error', 'problem'),
  maxBodyBytes: count(1),
  maxEnvironmentBytes: count(1),
  lengthRequired: oneOf('environments', 'writes', 'never'),
  listLag: count(),
  readLag: count(),
  taskMs: count(),
  taskFails: boolean,
  patchMs: count(),
  monitorSyncMs: count(),
  unknownFields: oneOf('keep', 'drop'),
  foreignIds: oneOf('known', 'any'),
  emptyElements: oneOf('array', 'omit'),
  journalSize: count(1),
};

const isKnown = (name: string): name is keyof EmulatorProfile => Object.hasOwn(rules, name);
const isPreset = (name: unknown): name is keyof typeof presets =>
  typeof name === 'string' && Object.hasOwn(presets, name);

/** A problem of a profile, with its setting, if any. */
export interface ProfileComplaint {
  readonly setting?: string;
  /** Whether the name of the setting is wrong, not its value. */
  readonly unknown?: boolean;
  readonly message: string;
  readonly remedy: string;
}

const quoted = (choices: readonly (string | number)[]): string =>
  choices.map((choice) => JSON.stringify(choice)).join(', ');

const names = Object.keys(rules);

const unknownSetting = (setting: string): ProfileComplaint => {
  const close = closest(setting, names);
  return {
    setting,
    unknown: true,
    message: `"${setting}" is not a setting of the emulator`,
    remedy: distance(setting, close) <= 3 ? `Did you mean "${close}"?` : `Settings are ${names.join(', ')}.`,
  };
};

const remedyFor = (rule: Rule, value: unknown): string | undefined => {
  switch (rule.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'Write true or false.';
    case 'count':
      return Number.isSafeInteger(value) && Number(value) >= rule.min
        ? undefined
        : `Write a whole number of ${rule.min} or more.`;
    case 'one':
      return rule.of.some((choice) => choice === value) ? undefined : `Write one of ${quoted(rule.of)}.`;
  }
};

const complaint = (setting: string, value: unknown): readonly ProfileComplaint[] => {
  if (!isKnown(setting)) return [unknownSetting(setting)];
  const remedy = remedyFor(rules[setting], value);
  const message = `"${setting}" cannot be ${JSON.stringify(value)}`;
  return remedy === undefined ? [] : [{ setting, message, remedy }];
};

const presetComplaint = (preset: unknown): readonly ProfileComplaint[] =>
  preset === undefined || isPreset(preset)
    ? []
    : [
        {
          setting: 'preset',
          message: `"preset" cannot be ${JSON.stringify(preset)}`,
          remedy: `Write one of ${quoted(Object.keys(presets))}.`,
        },
      ];

/** All problems of a profile file's content; empty when it is valid. */
export const profileComplaints = (json: unknown): readonly ProfileComplaint[] => {
  if (!isObject(json)) {
    return [
      { message: 'The emulator profile is not a JSON object', remedy: 'Write an object, such as {"rateLimit": 60}.' },
    ];
  }
  const { preset, ...settings } = json;
  return [
    ...presetComplaint(preset),
    ...Object.entries(settings).flatMap(([setting, value]) => complaint(setting, value)),
  ];
};

/**
 * Checks a profile file's content and adds missing settings from its `preset` or from `base`. Throws an `Error` with
 * all problems and their remedies.
 */
export function parseProfile(json: unknown, base: EmulatorProfile = presets.today): EmulatorProfile {
  const complaints = profileComplaints(json);
  if (complaints.length > 0 || !isObject(json)) {
    throw new Error(complaints.map(({ message, remedy }) => `${message}. ${remedy}`).join('\n'));
  }
  const { preset, ...settings } = json;
  return { ...(isPreset(preset) ? presets[preset] : base), ...settings };
}
