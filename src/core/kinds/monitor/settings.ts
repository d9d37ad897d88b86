import { isObject, type JsonObject, type JsonValue, objectsOf, textOf } from '../../lib/json.ts';
import { canonicalCron } from './cron.ts';

const valueAt = (content: JsonObject, [key, inner]: Setting['at']): JsonValue | undefined =>
  inner === undefined ? content[key] : objectAt(content, key)[inner];

/** The object under a key, empty where there is none. */
export const objectAt = (content: JsonObject, key: string): JsonObject => {
  const value = content[key];
  return isObject(value) ? value : {};
};

/** One setting of a monitor. */
interface Setting {
  /** Where it stands in the API's words. */
  readonly at: readonly [part: string, inner?: string];
  /** What means the same written the same; undefined is what Postman decides. */
  canonical?(value: JsonValue | undefined): JsonValue | undefined;
  /** What holds where nothing is said. */
  readonly otherwise?: JsonValue;
}

const amount = (value: JsonValue | undefined): JsonValue | undefined => value || undefined;

const textsAt =
  (key: string) =>
  (list: JsonValue | undefined): readonly string[] | undefined => {
    const texts = objectsOf(list).flatMap((entry) => textOf(entry[key]) ?? []);
    return texts.length > 0 ? texts.sort() : undefined;
  };

const SETTINGS: Readonly<Record<string, Setting>> = {
  name: { at: ['name'] },
  active: { at: ['active'], otherwise: true },
  cron: { at: ['schedule', 'cron'], canonical: (cron) => canonicalCron(textOf(cron) ?? '') },
  timezone: { at: ['schedule', 'timezone'] },
  'strict SSL': { at: ['options', 'strictSSL'], otherwise: false },
  'follow redirects': { at: ['options', 'followRedirects'], otherwise: true },
  'request timeout': { at: ['options', 'requestTimeout'], canonical: amount },
  'request delay': { at: ['options', 'requestDelay'], canonical: amount },
  regions: { at: ['distribution'], canonical: textsAt('region') },
  retries: { at: ['retry', 'attempts'], canonical: amount },
  'mail on error': { at: ['notifications', 'onError'], canonical: textsAt('email') },
  'mail on failure': { at: ['notifications', 'onFailure'], canonical: textsAt('email') },
  'notification limit': { at: ['notificationLimit'], canonical: amount },
};

const settingOf = (content: JsonObject, { at, canonical, otherwise }: Setting): JsonValue | undefined => {
  const value = valueAt(content, at);
  return canonical ? canonical(value) : (value ?? otherwise);
};

/** The settings of a monitor one beside the other, in words. */
export const settingsOf = (content: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(SETTINGS).map(([what, setting]) => [what, settingOf(content, setting)]));

/** The settings that the content says something of, an empty list included. */
export const ownedKeys = (content: JsonObject): readonly string[] =>
  Object.entries(SETTINGS).flatMap(([what, { at, otherwise }]) =>
    valueAt(content, at) === undefined && otherwise === undefined ? [] : [what],
  );

/** What a setting is part of in the API's words. */
export const partOf = (what: string): string => SETTINGS[what]?.at[0] ?? what;

/** Where a setting stands in the API's words. */
export const placeOfSetting = (what: string): Setting['at'] => SETTINGS[what]?.at ?? [what];
