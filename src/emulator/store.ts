import { randomInt, randomUUID } from 'node:crypto';
import type { JsonObject } from './json.ts';
import { mintKey } from './keys.ts';
import { createRepository, type Repository, type Resource } from './repository.ts';

/** A person with access to Postman. */
export interface User {
  readonly id: number;
  readonly sub: string;
  readonly username: string;
  readonly fullName: string;
  readonly email: string;
}

/** A user's key to the API. */
export interface ApiKey {
  readonly key: string;
  readonly userId: number;
  readonly expired: boolean;
}

/** A workspace. Its resources refer to it. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly about: string;
  readonly createdBy: number;
  readonly updatedBy: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly globals: readonly unknown[];
}

/** The origin of a fork; `from` is a uid. */
export interface Fork {
  readonly label: string;
  readonly createdAt: string;
  readonly from: string;
}

/** A stored collection. */
export interface StoredCollection extends Resource {
  readonly lastUpdatedBy: number;
  readonly fork?: Fork;
  /** The whole collection as in responses, with `info` and ids. */
  readonly body: JsonObject;
}

/** A stored environment. */
export interface StoredEnvironment extends Resource {
  readonly values: readonly JsonObject[];
  readonly fork?: Fork;
}

/** A stored monitor. */
export interface StoredMonitor extends Resource {
  readonly collectionUid: string;
  readonly environmentUid?: string;
  readonly active: boolean;
  /** Options, retry, notifications and distribution, as sent. */
  readonly settings: JsonObject;
  readonly schedule: { readonly cron: string; readonly timezone: string };
  /** The latest finished runs, newest first. */
  readonly runs: readonly StoredRun[];
}

/** One run of a monitor in all its regions. */
export interface StoredRun {
  readonly executionId: string;
  readonly jobId: string;
  readonly status: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly stats: JsonObject;
  readonly regions: readonly JsonObject[];
}

/** A stored mock server. */
export interface StoredMock extends Resource {
  readonly collection: string;
  readonly environment?: string;
  readonly isPublic: boolean;
  readonly deactivated: boolean;
  readonly config: JsonObject;
}

/** An asynchronous task, applied by the first call after `readyAt`. */
export interface Task {
  readonly id: string;
  readonly kind: 'collection-update' | 'collection-duplicate';
  readonly userId: number;
  readonly collectionId: string;
  /** Epoch milliseconds. */
  readonly readyAt: number;
  readonly status: 'running' | 'done' | 'failed';
  readonly reason?: string;
  readonly input: JsonObject;
}

/** The account's usage in one month. */
export interface Usage {
  /** The month, such as `2026-11`; counters are reset when it changes. */
  readonly month: string;
  readonly apiCalls: number;
  readonly monitorRequests: number;
  readonly mockCalls: number;
}

/** All data of the account. */
export interface Store {
  users: readonly User[];
  keys: readonly ApiKey[];
  usage: Usage;
  readonly workspaces: Map<string, Workspace>;
  /** Workspaces that are hidden from the next lists, with the number of lists. */
  readonly hiddenWorkspaces: Map<string, number>;
  readonly collections: Repository<StoredCollection>;
  readonly environments: Repository<StoredEnvironment>;
  readonly monitors: Repository<StoredMonitor>;
  readonly mocks: Repository<StoredMock>;
  readonly tasks: Map<string, Task>;
  /** Folder, request and example ids, each with the id of its collection. */
  readonly itemOwners: Map<string, string>;
}

const teamWorkspaceName = 'Team Workspace';

const mintUser = (username: string, fullName: string): User => ({
  id: randomInt(10_000_000, 99_999_999),
  sub: randomUUID(),
  username,
  fullName,
  email: `${username}@example.com`,
});

const mintWorkspace = (user: User, type: 'team' | 'personal', now: string): Workspace => ({
  id: randomUUID(),
  name: type === 'team' ? teamWorkspaceName : `${user.fullName}'s Workspace`,
  type,
  description: '',
  about: '',
  createdBy: user.id,
  updatedBy: user.id,
  createdAt: now,
  updatedAt: now,
  globals: [],
});

/** Creates an account with two members, a team workspace, and a personal workspace for each member. */
export const createStore = (now: string): Store => {
  const owner = mintUser('robin-emulated', 'Robin Emulated');
  const teammate = mintUser('kim-emulated', 'Kim Emulated');
  const workspaces = [
    mintWorkspace(owner, 'team', now),
    mintWorkspace(owner, 'personal', now),
    mintWorkspace(teammate, 'personal', now),
  ];
  return {
    users: [owner, teammate],
    keys: [{ key: mintKey(), userId: owner.id, expired: false }],
    usage: { month: '', apiCalls: 0, monitorRequests: 0, mockCalls: 0 },
    workspaces: new Map(workspaces.map((workspace) => [workspace.id, workspace])),
    hiddenWorkspaces: new Map(),
    collections: createRepository(),
    environments: createRepository(),
    monitors: createRepository(),
    mocks: createRepository(),
    tasks: new Map(),
    itemOwners: new Map(),
  };
};
