import { type JsonObject, type JsonValue, objectOf, objectsOf, textOf } from '../../lib/json.ts';
import { canonicalCron } from './cron.ts';

const valueAt = (content: JsonObject, [key, inner]: Setting['at']): JsonValue | undefined =>
  inner === undefined ? content[key] : objectAt(content, key)[inner];

/** The object under a key; an empty object if there is none. */
export const objectAt = (content: JsonObject, key: string): JsonObject => objectOf(content[key]);

/** A setting of a monitor. */
interface Setting {
  /** Its key in the API, or two keys. */
  readonly at: readonly [part: string, inner?: string];
  /** The canonical form of its value; undefined if Postman decides the value. */
  canonical?(value: JsonValue | undefined): JsonValue | undefined;
  /** The value of a monitor without this setting. */
  readonly otherwise?: JsonValue;
}

/** Zero means the same as an absent number. */
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

/** The canonical values of all settings, by the names that users see. */
export const settingsOf = (content: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(SETTINGS).map(([what, setting]) => [what, settingOf(content, setting)]));

/** Names of the settings that the content sets; an empty list counts as set. */
export const ownedKeys = (content: JsonObject): readonly string[] =>
  Object.entries(SETTINGS).flatMap(([what, { at, otherwise }]) =>
    valueAt(content, at) === undefined && otherwise === undefined ? [] : [what],
  );

/** Whether a setting holds e-mail addresses, which are not shown. */
export const isMail = (what: string): boolean => what.startsWith('mail');

/** The top-level key of a setting in the API. */
export const partOf = (what: string): string => SETTINGS[what]?.at[0] ?? what;

/** The key or keys of a setting in the API. */
export const placeOfSetting = (what: string): Setting['at'] => SETTINGS[what]?.at ?? [what];
