import { randomUUID } from 'node:crypto';
import { isArray, isObject, type JsonObject, objectAt, stringAt, without } from '../json.ts';
import { bareId, isUid } from '../repository.ts';
import type { Fork } from '../store.ts';
import { dropUnknown } from './fields.ts';
import { formatUrl } from './schema.ts';

/** Values that the server adds to a saved collection. */
export interface Stamp {
  readonly id: string;
  readonly owner: number;
  readonly userId: number;
  /** ISO time. */
  readonly now: string;
  readonly createdAt: string;
  readonly fork?: Fork;
  /** The body before this save. Unchanged items keep their times. */
  readonly previous?: JsonObject;
  /** Whether sent ids are kept, or everything gets new ids. */
  readonly ids: 'keep' | 'mint';
  readonly unknownFields: 'keep' | 'drop';
}

const itemStamps = ['id', 'uid', 'createdAt', 'updatedAt', 'lastUpdatedBy', '_postman_id'] as const;

const children = (parent: JsonObject | undefined, key: 'item' | 'response'): readonly JsonObject[] => {
  const list = parent?.[key];
  return isArray(list) ? list.filter(isObject) : [];
};

/** Every folder, request and example of a collection, parents first. */
export const walk = (parent: JsonObject): readonly JsonObject[] =>
  [...children(parent, 'item'), ...children(parent, 'response')].flatMap((child) => [child, ...walk(child)]);

const content = (item: JsonObject): string => JSON.stringify(without(item, ...itemStamps, 'item', 'response', 'event'));

const withScriptIds = (parent: JsonObject): JsonObject => {
  if (!isArray(parent.event)) return parent;
  const event = parent.event.map((listener) =>
    isObject(listener) && isObject(listener.script)
      ? { ...listener, script: { ...listener.script, id: stringAt(listener.script, 'id') ?? randomUUID() } }
      : listener,
  );
  return { ...parent, event };
};

interface Context extends Stamp {
  readonly before: ReadonlyMap<string, JsonObject>;
}

const times = (item: JsonObject, id: string, context: Context): JsonObject => {
  const before = context.before.get(id);
  const unchanged = before !== undefined && content(before) === content(item);
  return {
    createdAt: before?.createdAt ?? context.now,
    updatedAt: unchanged ? before.updatedAt : context.now,
    lastUpdatedBy: unchanged ? before.lastUpdatedBy : String(context.userId),
  };
};

/** Removes the owner from ids: some clients send uids. */
const ownId = (given: string | undefined): string => {
  if (given === undefined) return randomUUID();
  return isUid(given) ? bareId(given) : given;
};

const identify = (item: JsonObject, context: Context): JsonObject => {
  const given = context.ids === 'keep' ? stringAt(item, 'id') : undefined;
  const id = ownId(given);
  return { ...without(item, ...itemStamps), id, uid: `${context.owner}-${id}`, ...times(item, id, context) };
};

const stampResponse = (response: unknown, context: Context): unknown =>
  isObject(response) ? { responseTime: null, ...identify(response, context) } : response;

const stampItem = (item: unknown, context: Context): unknown => {
  if (!isObject(item)) return item;
  const known = context.unknownFields === 'drop' ? dropUnknown(item, 'item') : item;
  const stamped = withScriptIds(identify(known, context));
  return {
    ...stamped,
    ...(isArray(item.item) ? { item: item.item.map((child) => stampItem(child, context)) } : {}),
    ...(isArray(item.response) ? { response: item.response.map((example) => stampResponse(example, context)) } : {}),
  };
};

const stampInfo = (info: JsonObject, context: Context): JsonObject => ({
  _postman_id: context.id,
  ...without(info, '_postman_id', 'uid', 'createdAt', 'updatedAt', 'lastUpdatedBy', 'fork'),
  schema: formatUrl,
  ...(context.fork ? { fork: context.fork } : {}),
  updatedAt: context.now,
  createdAt: context.createdAt,
  lastUpdatedBy: String(context.userId),
  uid: `${context.owner}-${context.id}`,
});

/** The stored collection, with ids, times, owners, and the canonical format URL. */
export const stampCollection = (collection: JsonObject, stamp: Stamp): JsonObject => {
  const before = new Map(walk(stamp.previous ?? {}).map((item) => [String(item.id), item]));
  const context: Context = { ...stamp, before };
  const known = stamp.unknownFields === 'drop' ? dropUnknown(collection, 'collection') : collection;
  const info = objectAt(collection, 'info');
  return {
    ...withScriptIds(known),
    info: stampInfo(stamp.unknownFields === 'drop' ? dropUnknown(info, 'info') : info, context),
    item: isArray(collection.item) ? collection.item.map((item) => stampItem(item, context)) : [],
  };
};
