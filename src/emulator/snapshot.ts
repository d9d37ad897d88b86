import { reindex } from './collections/catalog.ts';
import type {
  ApiKey,
  Store,
  StoredCollection,
  StoredEnvironment,
  StoredMock,
  StoredMonitor,
  Task,
  Usage,
  User,
  Workspace,
} from './store.ts';

/** The store as plain JSON, for resets and for storage. */
export interface Snapshot {
  readonly users: readonly User[];
  readonly keys: readonly ApiKey[];
  readonly usage: Usage;
  readonly workspaces: readonly Workspace[];
  readonly collections: readonly StoredCollection[];
  readonly environments: readonly StoredEnvironment[];
  readonly monitors: readonly StoredMonitor[];
  readonly mocks: readonly StoredMock[];
  readonly tasks: readonly Task[];
}

/** Copies no records, since they are immutable. */
export const takeSnapshot = (store: Store): Snapshot => ({
  users: store.users,
  keys: store.keys,
  usage: store.usage,
  workspaces: [...store.workspaces.values()],
  collections: store.collections.all(),
  environments: store.environments.all(),
  monitors: store.monitors.all(),
  mocks: store.mocks.all(),
  tasks: [...store.tasks.values()],
});

const refill = <T extends { readonly id: string }>(map: Map<string, T>, values: readonly T[]): void => {
  map.clear();
  for (const value of values) map.set(value.id, value);
};

/** Restores the store from a snapshot. */
export const restore = (store: Store, snapshot: Snapshot): void => {
  store.users = snapshot.users;
  store.keys = snapshot.keys;
  store.usage = snapshot.usage;
  refill(store.workspaces, snapshot.workspaces);
  store.hiddenWorkspaces.clear();
  refill(store.tasks, snapshot.tasks);
  store.collections.load(snapshot.collections);
  store.environments.load(snapshot.environments);
  store.monitors.load(snapshot.monitors);
  store.mocks.load(snapshot.mocks);
  reindex(store);
};
