import { setTimeout as wait } from 'node:timers/promises';
import type { EmulatorContext } from './context.ts';
import { type Account, createContext } from './create-context.ts';
import type { JournalEntry } from './journal.ts';
import { type EmulatorProfile, presets } from './profile.ts';
import { logLine } from './request-log.ts';
import { readSeed } from './seed.ts';
import { startServer } from './server.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';
import { createStateStore, type StateStore } from './state-store.ts';

export { faultComplaints, faultHelp } from './fault.ts';
export type { JournalEntry } from './journal.ts';
export type { EmulatorProfile } from './profile.ts';
export { parseProfile, profileComplaints } from './profile-parse.ts';

/** Options of an emulator; all are optional. */
export interface EmulatorOptions {
  /** Port on 127.0.0.1; 0 for any free one. */
  readonly port?: number;
  /** Folder with exported collections and environments for the team workspace. */
  readonly seedDir?: string;
  readonly profile?: Partial<EmulatorProfile>;
  /** Calls per window. Overrides the profile. */
  readonly rateLimit?: number;
  /** Calls per month; overrides the profile. */
  readonly quota?: number;
  readonly faults?: readonly string[];
  /** Folder that stores the account between runs. */
  readonly stateDir?: string;
  /** Epoch milliseconds. */
  readonly clock?: () => number;
  /** Receives one line per request, without keys. */
  readonly log?: (line: string) => void;
}

/** A running emulator of the Postman API. */
export interface Emulator {
  readonly url: string;
  readonly apiKey: string;
  readonly workspaceId: string;
  readonly journal: readonly JournalEntry[];
  /** Resets to the initial state: same key and workspace, seed loaded, counters at zero. */
  reset(): void;
  /** Resolves when no monitor runs. */
  idle(): Promise<void>;
  /** Finishes received requests, then stops. */
  close(): Promise<void>;
}

/** Time that closing waits for monitor runs, in milliseconds. */
const backgroundMs = 2_000;

const profileOf = ({ profile, rateLimit, quota }: EmulatorOptions): EmulatorProfile => ({
  ...presets.today,
  ...profile,
  ...(rateLimit === undefined ? {} : { rateLimit }),
  ...(quota === undefined ? {} : { quota }),
});

interface OpenedAccount {
  readonly emulator: EmulatorContext;
  readonly account: Account;
  readonly stateStore: StateStore | undefined;
}

const openAccount = async (options: EmulatorOptions, url: () => string): Promise<OpenedAccount> => {
  const seed = options.seedDir === undefined ? [] : await readSeed(options.seedDir);
  let emulator: EmulatorContext | undefined;
  const current = (): Snapshot => {
    if (!emulator) throw new Error('the emulator has no state yet');
    return takeSnapshot(emulator.store);
  };
  const stateStore = options.stateDir === undefined ? undefined : createStateStore(options.stateDir, current);
  const created = createContext({
    profile: profileOf(options),
    faults: options.faults ?? [],
    seed,
    clock: options.clock ?? Date.now,
    saved: await stateStore?.load(),
    url,
  });
  emulator = created.emulator;
  stateStore?.touch();
  return { ...created, stateStore };
};

/** Starts an emulator. Throws an `Error` for an unusable port, seed folder, state folder or fault. */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  let url = '';
  const { emulator, account, stateStore } = await openAccount(options, () => url);
  const server = await startServer(emulator, {
    port: options.port ?? 0,
    finished: (entry, reply) => {
      stateStore?.touch();
      options.log?.(logLine(emulator, entry, reply));
    },
  });
  url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    ...account,
    get journal() {
      return [...emulator.journal.entries];
    },
    reset: () => {
      emulator.reset();
      stateStore?.touch();
    },
    idle: async () => {
      await emulator.backgroundWork();
    },
    close: async () => {
      await server.close();
      await Promise.race([emulator.backgroundWork(), wait(backgroundMs, undefined, { ref: false })]);
      await stateStore?.flush();
    },
  };
}
