import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isArray, isObject } from './json.ts';
import { errorMessage } from './responses.ts';
import type { Snapshot } from './snapshot.ts';

const fileName = 'emulator-state.json';
const format = 1;
const writeDelayMs = 250;

/** Stores the account in a folder, so that it survives a restart. */
export interface StateStore {
  /** The stored account of an earlier run. */
  load(): Promise<Snapshot | undefined>;
  /** Marks the account as changed. Several changes are written together, soon after. */
  touch(): void;
  /** Writes pending changes. */
  flush(): Promise<void>;
}

/** Lists of a snapshot: those that must not be empty, and those that may be. */
const filledLists = ['users', 'keys', 'workspaces'];
const otherLists = ['collections', 'environments', 'monitors', 'mocks', 'tasks'];

const isList = (value: unknown): value is readonly unknown[] => isArray(value) && value.every(isObject);

const isSnapshot = (value: unknown): value is Snapshot =>
  isObject(value) &&
  isObject(value.usage) &&
  [...filledLists, ...otherLists].every((name) => isList(value[name])) &&
  filledLists.every((name) => isArray(value[name]) && value[name].length > 0);

const readState = async (path: string): Promise<Snapshot | undefined> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Error(`The emulator's state ${path} cannot be read: ${error.message}. Choose another folder.`);
  });
  if (text === undefined) return undefined;
  const unusable = new Error(
    `The emulator's state ${path} is damaged or from another version. Delete it to start with a new account.`,
  );
  try {
    const saved: unknown = JSON.parse(text);
    if (isObject(saved) && saved.format === format && isSnapshot(saved.snapshot)) return saved.snapshot;
  } catch {
    throw unusable;
  }
  throw unusable;
};

/** Writes to a second file and renames it, so that a crash leaves the old or the new state, never a part. */
const writeState = async (folder: string, snapshot: Snapshot): Promise<void> => {
  const path = join(folder, fileName);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(`${path}.new`, JSON.stringify({ format, snapshot }), { mode: 0o600 });
    await rename(`${path}.new`, path);
  } catch (error) {
    const reason = errorMessage(error);
    throw new Error(`The emulator's state cannot be written to ${folder}: ${reason}. Choose another folder.`);
  }
};

/** Creates a store that writes the result of `snapshot` at the time of writing. */
export const createStateStore = (folder: string, snapshot: () => Snapshot): StateStore => {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    if (timer === undefined) return writing;
    clearTimeout(timer);
    timer = undefined;
    writing = writing.catch(() => undefined).then(() => writeState(folder, snapshot()));
    return writing;
  };
  return {
    load: () => readState(join(folder, fileName)),
    touch: () => {
      // A failed write is retried with the next change. The last write, at closing, reports its error.
      timer ??= setTimeout(() => flush().catch(() => undefined), writeDelayMs).unref();
    },
    flush,
  };
};
