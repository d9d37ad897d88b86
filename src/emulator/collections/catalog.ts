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

/** Puts a collection on its shelf and remembers which items are its own. */
export const saveCollection = (store: Store, record: StoredCollection, lag: number): void => {
  const before = store.collections.find(record.id);
  unindex(store, before);
  if (before) store.collections.replace(record, lag);
  else store.collections.add(record, lag);
  index(store, record);
};

/** Takes a collection off its shelf and lets go of its items. */
export const removeCollection = (store: Store, record: StoredCollection): void => {
  unindex(store, record);
  store.collections.remove(record.id);
};

/** Learns again whose items are whose, after the shelf was loaded as a whole. */
export const reindex = (store: Store): void => {
  store.itemOwners.clear();
  for (const record of store.collections.all()) index(store, record);
};

/** An id in `body` that belongs to something else than the collection `ownId`, if there is one. */
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
