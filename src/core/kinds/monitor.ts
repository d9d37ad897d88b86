import { canonicalCron, posixCron } from '../cron.ts';
import type { Diff } from '../diff.ts';
import { bareId } from '../ids.ts';
import { isObject, type JsonObject, type JsonValue, objectsOf, textOf } from '../json.ts';
import type { Kind } from '../kind.ts';

/** Monitors: a collection and an environment that Postman runs on a schedule. The API never lets them be changed. */
export const monitor: Kind = {
  kind: 'monitor',
  plural: 'monitors',
  name: (content) => textOf(content.name),
  idOf: () => undefined,
  check: () => [],
  strip: (content) => content,
  canonical: (content) => ({ ...watchedBy(content), ...settingsOf(content) }),
  graft,
  diff: (before, after) => [
    ...fixed(before, after),
    ...differences(settingsOf(before), settingsOf(after)).map((one) =>
      one.what === 'cron' ? { ...one, before: cronOf(before), after: cronOf(after) } : one,
    ),
  ],
  patch,
  fixed,
  fits: (content, { name, shows = {} }) =>
    name === content.name &&
    fixed(content, shows).length === 0 &&
    settingsOf(content).active === settingsOf(shows).active,
};

function fixed(before: JsonObject, after: JsonObject): Diff {
  return differences(watchedBy(before), watchedBy(after));
}

/** What the monitor runs. The API is given `collection` and answers `collectionUid`. */
const watchedBy = ({ collection, collectionUid, environment, environmentUid }: JsonObject): JsonObject => ({
  collection: idOf(collection ?? collectionUid),
  environment: idOf(environment ?? environmentUid),
});

const idOf = (uid: JsonValue | undefined): string | undefined => {
  const text = textOf(uid);
  return text === undefined ? undefined : bareId(text);
};

const objectAt = (content: JsonObject, key: string): JsonObject => {
  const value = content[key];
  return isObject(value) ? value : {};
};

/** The settings one beside the other, what means the same written the same; undefined is what Postman decides. */
function settingsOf(content: JsonObject): JsonObject {
  const schedule = objectAt(content, 'schedule');
  const options = objectAt(content, 'options');
  const mails = objectAt(content, 'notifications');
  return {
    name: content.name,
    active: content.active ?? true,
    cron: canonicalCron(textOf(schedule.cron) ?? ''),
    timezone: schedule.timezone,
    'strict SSL': options.strictSSL ?? false,
    'follow redirects': options.followRedirects ?? true,
    'request timeout': options.requestTimeout || undefined,
    'request delay': options.requestDelay || undefined,
    regions: textsIn(content.distribution, 'region'),
    retries: objectAt(content, 'retry').attempts || undefined,
    'mail on error': textsIn(mails.onError, 'email'),
    'mail on failure': textsIn(mails.onFailure, 'email'),
    'notification limit': content.notificationLimit || undefined,
  };
}

function textsIn(list: JsonValue | undefined, key: string): readonly string[] | undefined {
  const texts = objectsOf(list).flatMap((entry) => textOf(entry[key]) ?? []);
  return texts.length > 0 ? texts.sort() : undefined;
}

const cronOf = (content: JsonObject): string => posixCron(textOf(objectAt(content, 'schedule').cron) ?? '');

/** What each setting is part of in the API's words. */
const PART_OF: Readonly<Record<string, string>> = {
  name: 'name',
  active: 'active',
  cron: 'schedule',
  timezone: 'schedule',
  'strict SSL': 'options',
  'follow redirects': 'options',
  'request timeout': 'options',
  'request delay': 'options',
  regions: 'distribution',
  retries: 'retry',
  'mail on error': 'notifications',
  'mail on failure': 'notifications',
  'notification limit': 'notificationLimit',
};

/** What the configuration does not mention stays as Postman has it. */
function graft(content: JsonObject, remote: JsonObject): JsonObject {
  const kept = ['distribution', 'retry', 'notificationLimit'].filter((key) => remote[key] != null);
  const merged = ['options', 'notifications'].map((key) => [
    key,
    { ...filled(objectAt(remote, key)), ...objectAt(content, key) },
  ]);
  return { ...Object.fromEntries(kept.map((key) => [key, remote[key]])), ...content, ...Object.fromEntries(merged) };
}

/** Without nulls and zeros: the API answers them, and takes neither. */
const filled = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== 0));

function patch(content: JsonObject, remote: JsonObject): JsonObject {
  const changed = differences(settingsOf(remote), settingsOf(content)).map(({ what }) => PART_OF[what] ?? what);
  return Object.fromEntries([...new Set(changed)].map((key) => [key, content[key]]));
}

/** Addresses are named nowhere but in the file itself. */
const shown = (value: JsonValue | undefined, what: string): { text?: string } => {
  if (value === undefined || what.startsWith('mail')) return {};
  return { text: Array.isArray(value) ? value.join(', ') : String(value) };
};

function differences(before: JsonObject, after: JsonObject): Diff {
  const names = Object.keys({ ...before, ...after });
  const changed = names.filter((what) => JSON.stringify(before[what]) !== JSON.stringify(after[what]));
  return changed.map((what) => {
    const [was, is] = [shown(before[what], what).text, shown(after[what], what).text];
    return {
      change: 'changed',
      what,
      path: [],
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    };
  });
}
