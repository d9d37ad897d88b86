import { removeCollection } from '../collections/catalog.ts';
import type { Store, StoredCollection, StoredEnvironment, StoredMock, StoredMonitor } from '../store.ts';

/** What is in a workspace, by kind. */
export interface Elements {
  readonly collections: readonly StoredCollection[];
  readonly environments: readonly StoredEnvironment[];
  readonly mocks: readonly StoredMock[];
  readonly monitors: readonly StoredMonitor[];
}

/** What a list of the workspace shows: new things may be missing for a while. */
export const elementsOf = (store: Store, workspaceId: string): Elements => {
  const here = (record: { readonly workspaceId: string }): boolean => record.workspaceId === workspaceId;
  return {
    collections: store.collections.list(here),
    environments: store.environments.list(here),
    mocks: store.mocks.list(here),
    monitors: store.monitors.list(here),
  };
};

/** Everything in a workspace goes with it. */
export const removeElements = (store: Store, workspaceId: string): void => {
  for (const collection of store.collections.all()) {
    if (collection.workspaceId === workspaceId) removeCollection(store, collection);
  }
  for (const shelf of [store.environments, store.monitors, store.mocks]) {
    for (const record of shelf.all()) if (record.workspaceId === workspaceId) shelf.remove(record.id);
  }
};
