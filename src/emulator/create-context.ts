import type { EmulatorContext } from './context.ts';
import { createFaultList } from './faults.ts';
import { createJournal } from './journal.ts';
import { createRateLimiter } from './limits.ts';
import type { EmulatorProfile } from './profile.ts';
import { plantSeed, type SeedFile } from './seed.ts';
import { restore, type Snapshot, takeSnapshot } from './snapshot.ts';
import { createStore, type Store, type User, type Workspace } from './store.ts';

/** What the emulator starts with. */
interface ContextOptions {
  readonly profile: EmulatorProfile;
  readonly faults: readonly string[];
  readonly seed: readonly SeedFile[];
  readonly clock: () => number;
  /** State of an earlier run. Overrides the seed until a reset. */
  readonly saved: Snapshot | undefined;
  readonly url: () => string;
}

/** The account that the emulator starts with. */
export interface Account {
  readonly apiKey: string;
  readonly workspaceId: string;
}

const firstUser = (store: Store): User => {
  const [user] = store.users;
  if (!user) throw new Error('the account has no user');
  return user;
};

const teamWorkspace = (store: Store): Workspace => {
  const [workspace] = store.workspaces.values();
  if (!workspace) throw new Error('the account has no workspace');
  return workspace;
};

/** The first key and the first workspace, which a reset keeps. */
export const accountOf = (snapshot: Snapshot): Account => {
  const [key] = snapshot.keys;
  const [workspace] = snapshot.workspaces;
  if (!key || !workspace)
    throw new Error('The saved state has no key or no workspace. Delete it to start with a new account.');
  return { apiKey: key.key, workspaceId: workspace.id };
};

/** The workspaces that were created together with a stored account, without their globals. */
const firstWorkspaces = ({ workspaces }: Snapshot): readonly Workspace[] => {
  const oldest = workspaces.map(({ createdAt }) => createdAt).sort()[0];
  return workspaces.filter(({ createdAt }) => createdAt === oldest).map((workspace) => ({ ...workspace, globals: [] }));
};

/**
 * The account after a reset: users, keys and first workspaces of a stored account, resources of the seed, usage from the
 * profile.
 */
const freshSnapshot = ({ profile, seed, saved, clock }: ContextOptions): Snapshot => {
  const now = new Date(clock()).toISOString();
  const store = createStore(now);
  if (saved) {
    const { users, keys } = saved;
    restore(store, { ...takeSnapshot(store), users, keys, workspaces: firstWorkspaces(saved) });
  }
  store.usage = { month: '', apiCalls: profile.quotaUsed, monitorRequests: profile.monitorQuotaUsed, mockCalls: 0 };
  plantSeed(store, seed, { owner: firstUser(store).id, workspaceId: teamWorkspace(store).id, now });
  return takeSnapshot(store);
};

/** Creates the emulator's state and its account. */
export const createContext = (
  options: ContextOptions,
): { readonly emulator: EmulatorContext; readonly account: Account } => {
  let offsetMs = 0;
  const background = new Set<Promise<unknown>>();
  const now = (): number => options.clock() + offsetMs;
  const fresh = freshSnapshot(options);
  const store = createStore(new Date(now()).toISOString());
  const emulator: EmulatorContext = {
    store,
    profile: options.profile,
    journal: createJournal(() => emulator.profile.journalSize),
    limiter: createRateLimiter(now),
    faults: createFaultList(),
    patching: new Set(),
    now,
    advanceClock: (ms) => {
      offsetMs += ms;
    },
    reset: () => {
      offsetMs = 0;
      emulator.profile = options.profile;
      emulator.journal.clear();
      emulator.limiter.reset();
      emulator.faults.clear();
      emulator.faults.add(options.faults);
      restore(store, fresh);
    },
    url: options.url,
    inBackground: (work) => {
      background.add(work);
      const forget = (): void => void background.delete(work);
      work.then(forget, forget);
    },
    backgroundWork: () => Promise.allSettled(background),
  };
  emulator.reset();
  if (options.saved) restore(store, options.saved);
  return { emulator, account: accountOf(fresh) };
};
