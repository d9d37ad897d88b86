import { type JsonObject, type JsonValue, textOf } from '../../lib/json.ts';
import type { Diff, Difference } from '../../model/diff.ts';
import { bareId } from '../../model/ids.ts';
import type { Kind } from '../kind.ts';
import { posixCron } from './cron.ts';
import { isMail, objectAt, ownedKeys, partOf, settingsOf } from './settings.ts';

/**
 * Monitors. Postman runs their collection on a schedule. The API cannot change a monitor's collection and environment.
 */
export const monitor: Kind = {
  kind: 'monitor',
  plural: 'monitors',
  declaredIn: 'configuration',
  // The list has no time of change, and only a part of each monitor.
  maxSingleFetches: 5,
  name: (content) => textOf(content.name),
  idOf: () => undefined,
  check: () => [],
  strip: (content) => content,
  canonical: (content) => ({ ...watchedBy(content), ...settingsOf(content) }),
  graft,
  diff: (before, after) => [
    ...immutableDiff(before, after),
    ...differences(settingsOf(before), settingsOf(after)).map((difference) =>
      difference.what === 'cron' ? { ...difference, before: cronOf(before), after: cronOf(after) } : difference,
    ),
  ],
  patch,
  immutableDiff,
  ownedKeys,
  matchesListing: (content, { name, shows = {} }) =>
    name === content.name &&
    immutableDiff(content, shows).length === 0 &&
    settingsOf(content).active === settingsOf(shows).active,
};

function immutableDiff(before: JsonObject, after: JsonObject): Diff {
  return differences(watchedBy(before), watchedBy(after));
}

/** The collection and environment of a monitor. Requests have `collection`, responses `collectionUid`. */
const watchedBy = ({ collection, collectionUid, environment, environmentUid }: JsonObject): JsonObject => ({
  collection: idOf(collection ?? collectionUid),
  environment: idOf(environment ?? environmentUid),
});

const idOf = (uid: JsonValue | undefined): string | undefined => {
  const text = textOf(uid);
  return text === undefined ? undefined : bareId(text);
};

const cronOf = (content: JsonObject): string => posixCron(textOf(objectAt(content, 'schedule').cron) ?? '');

/** Settings that the configuration does not set keep their values in Postman. */
function graft(content: JsonObject, remote: JsonObject): JsonObject {
  const kept = ['distribution', 'retry', 'notificationLimit'].filter((key) => remote[key] != null);
  const merged = ['options', 'notifications'].map((key) => [
    key,
    { ...filled(objectAt(remote, key)), ...objectAt(content, key) },
  ]);
  return { ...Object.fromEntries(kept.map((key) => [key, remote[key]])), ...content, ...Object.fromEntries(merged) };
}

/** A copy without nulls and zeros: responses have them, and requests must not. */
const filled = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== 0));

function patch(content: JsonObject, remote: JsonObject): JsonObject {
  const changed = differences(settingsOf(remote), settingsOf(content)).map(({ what }) => partOf(what));
  return Object.fromEntries([...new Set(changed)].map((key) => [key, content[key]]));
}

/** The text of a setting; undefined for e-mail addresses, which are not shown. */
function shownText(value: JsonValue | undefined, what: string): string | undefined {
  if (value === undefined || isMail(what)) return undefined;
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function differences(before: JsonObject, after: JsonObject): Diff {
  const names = Object.keys({ ...before, ...after });
  const changed = names.filter((what) => JSON.stringify(before[what]) !== JSON.stringify(after[what]));
  return changed.map((what) => {
    const [was, is] = [shownText(before[what], what), shownText(after[what], what)];
    return {
      change: changeOf(before[what], after[what]),
      what,
      path: [],
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    };
  });
}

function changeOf(was: JsonValue | undefined, is: JsonValue | undefined): Difference['change'] {
  if (was === undefined) return 'added';
  return is === undefined ? 'removed' : 'changed';
}
