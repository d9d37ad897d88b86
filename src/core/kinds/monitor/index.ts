import { type JsonObject, type JsonValue, textOf } from '../../lib/json.ts';
import type { Diff } from '../../model/diff.ts';
import { bareId } from '../../model/ids.ts';
import type { Kind } from '../kind.ts';
import { posixCron } from './cron.ts';
import { objectAt, ownedKeys, partOf, settingsOf } from './settings.ts';

/** Monitors: a collection and an environment that Postman runs on a schedule. The API never lets them be changed. */
export const monitor: Kind = {
  kind: 'monitor',
  plural: 'monitors',
  declaredIn: 'configuration',
  // Their list has no time of change, and shows only a part of each.
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

/** Settings that the configuration does not set stay as they are in Postman. */
function graft(content: JsonObject, remote: JsonObject): JsonObject {
  const kept = ['distribution', 'retry', 'notificationLimit'].filter((key) => remote[key] != null);
  const merged = ['options', 'notifications'].map((key) => [
    key,
    { ...filled(objectAt(remote, key)), ...objectAt(content, key) },
  ]);
  return { ...Object.fromEntries(kept.map((key) => [key, remote[key]])), ...content, ...Object.fromEntries(merged) };
}

/** Without nulls and zeros: responses hold them, and requests must not. */
const filled = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== 0));

function patch(content: JsonObject, remote: JsonObject): JsonObject {
  const changed = differences(settingsOf(remote), settingsOf(content)).map(({ what }) => partOf(what));
  return Object.fromEntries([...new Set(changed)].map((key) => [key, content[key]]));
}

/** Mail addresses are not shown. */
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
      change: before[what] === undefined ? 'added' : after[what] === undefined ? 'removed' : 'changed',
      what,
      path: [],
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    };
  });
}
