import type { JsonObject } from '../json.ts';
import { bareId } from '../repository.ts';
import type { Store, StoredCollection } from '../store.ts';
import { walk } from './stamp.ts';

const idsOf = (body: JsonObject): readonly string[] =>
  walk(body)
    .map((item) => item.id)
    .filter((id) => typeof id === 'string');

const index = (store: Store, record: StoredCollection): void => {
  for (const id of idsOf(record.body)) store.itemOwners.set(id, record.id);
};

const unindex = (store: Store, record: StoredCollection | undefined): void => {
  for (const id of record ? idsOf(record.body) : []) store.itemOwners.delete(id);
};

/** Stores a collection and indexes its items. */
export const saveCollection = (store: Store, record: StoredCollection, lag: number): void => {
  const before = store.collections.find(record.id);
  unindex(store, before);
  if (before) store.collections.replace(record, lag);
  else store.collections.add(record, lag);
  index(store, record);
};

/** Deletes a collection and its items from the index. */
export const removeCollection = (store: Store, record: StoredCollection): void => {
  unindex(store, record);
  store.collections.remove(record.id);
};

/** Rebuilds the index of items, after all collections were loaded. */
export const reindex = (store: Store): void => {
  store.itemOwners.clear();
  for (const record of store.collections.all()) index(store, record);
};

/** An id in `body` that belongs to another resource than the collection `ownId`, if any. */
export const foreignId = (
  store: Store,
  body: JsonObject,
  options: { readonly ownId?: string; readonly refuse: 'known' | 'any' },
): string | undefined => {
  const seen = new Set<string>();
  return idsOf(body).find((id) => {
    const owner = store.itemOwners.get(bareId(id));
    const foreign = owner === undefined ? options.refuse === 'any' : owner !== options.ownId;
    const repeated = seen.has(id);
    seen.add(id);
    return foreign || repeated;
  });
};
