import { isArray, isObject, type JsonObject, objectAt, stringAt } from '../json.ts';
import { badRequest, missingParam, type Refusal, refuse } from '../responses.ts';
import { isAllowedCron, isTimezone, sixFields } from './schedule.ts';

const regions = [
  'us-east',
  'us-west',
  'ap-southeast',
  'ca-central',
  'eu-central',
  'sa-east',
  'uk',
  'us-east-staticip',
  'us-west-staticip',
];

const longestMs = 900_000;

const invalidParam = (param: string): Refusal =>
  refuse({
    status: 400,
    name: 'invalidParamsError',
    message: 'The request had invalid parameters',
    details: { param },
  });

const cronRefused = (pattern: unknown): Refusal =>
  refuse({
    status: 400,
    name: 'cronPatternNotAllowedError',
    message: 'Invalid cron pattern. Enter a valid cron pattern, such as "0 17 * * *"',
    details: { pattern },
  });

/** The stored schedule. Fields that the body lacks come from `before`. */
export const checkedSchedule = (
  monitor: JsonObject,
  { before, now }: { readonly before?: { readonly cron: string; readonly timezone: string }; readonly now: number },
): { readonly cron: string; readonly timezone: string } => {
  const { cron, timezone } = { timezone: 'UTC', ...before, ...objectAt(monitor, 'schedule') };
  if (cron === undefined || cron === null) throw missingParam(['cron']);
  if (typeof timezone !== 'string' || !isTimezone(timezone)) throw invalidParam('schedule.timezone');
  if (typeof cron !== 'string' || !isAllowedCron(cron, { timezone, now })) throw cronRefused(cron);
  return { cron: sixFields(cron), timezone };
};

const between = (value: unknown, min: number, max: number): boolean =>
  value === undefined || (typeof value === 'number' && value >= min && value <= max);

const booleanOrNone = (value: unknown): boolean => value === undefined || typeof value === 'boolean';

const objectOrNone = (value: unknown): boolean => value === undefined || value === null || isObject(value);

const emails = (list: unknown): boolean =>
  list === undefined ||
  (isArray(list) && list.every((recipient) => (stringAt(recipient, 'email') ?? '').includes('@')));

const knownRegions = (list: unknown): boolean =>
  list === undefined ||
  (isArray(list) && list.every((entry) => isObject(entry) && regions.some((region) => region === entry.region)));

/** Checks all settings except name, schedule, collection and environment. */
export const checkSettings = (monitor: JsonObject): void => {
  const options = objectAt(monitor, 'options');
  const notifications = objectAt(monitor, 'notifications');
  if (monitor.active !== undefined && typeof monitor.active !== 'boolean')
    throw badRequest('Active must be a boolean.');
  const checks: readonly (readonly [string, boolean])[] = [
    ...['options', 'retry', 'notifications', 'schedule'].map((name) => [name, objectOrNone(monitor[name])] as const),
    ['name', monitor.name === undefined || typeof monitor.name === 'string'],
    ['notificationLimit', between(monitor.notificationLimit, 1, 99)],
    ['retry.attempts', between(objectAt(monitor, 'retry').attempts, 1, 2)],
    // The documentation says at least 1. The app sends 0 for "none", so it is allowed.
    ['options.requestTimeout', between(options.requestTimeout, 0, longestMs)],
    ['options.requestDelay', between(options.requestDelay, 0, longestMs)],
    ['options.strictSSL', booleanOrNone(options.strictSSL)],
    ['options.followRedirects', booleanOrNone(options.followRedirects)],
    ['distribution', knownRegions(monitor.distribution)],
    ['notifications.onError', emails(notifications.onError)],
    ['notifications.onFailure', emails(notifications.onFailure)],
  ];
  const wrong = checks.find(([, fine]) => !fine);
  if (wrong) throw invalidParam(wrong[0]);
};
