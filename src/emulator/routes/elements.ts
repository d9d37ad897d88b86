import { removeCollection } from '../collections/catalog.ts';
import type { Store, StoredCollection, StoredEnvironment, StoredMock, StoredMonitor } from '../store.ts';

/** The resources of a workspace, by kind. */
export interface Elements {
  readonly collections: readonly StoredCollection[];
  readonly environments: readonly StoredEnvironment[];
  readonly mocks: readonly StoredMock[];
  readonly monitors: readonly StoredMonitor[];
}

/** The resources that the lists of the workspace show. Writes may show later. */
export const elementsOf = (store: Store, workspaceId: string): Elements => {
  const here = (record: { readonly workspaceId: string }): boolean => record.workspaceId === workspaceId;
  return {
    collections: store.collections.list(here),
    environments: store.environments.list(here),
    mocks: store.mocks.list(here),
    monitors: store.monitors.list(here),
  };
};

/** Deletes all resources of a workspace. */
export const removeElements = (store: Store, workspaceId: string): void => {
  for (const collection of store.collections.all()) {
    if (collection.workspaceId === workspaceId) removeCollection(store, collection);
  }
  for (const repository of [store.environments, store.monitors, store.mocks]) {
    for (const record of repository.all()) if (record.workspaceId === workspaceId) repository.remove(record.id);
  }
};
