import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isArray, isObject } from './json.ts';
import { errorMessage } from './responses.ts';
import type { Snapshot } from './snapshot.ts';

const fileName = 'emulator-state.json';
const format = 1;
const quietMs = 250;

/** Keeps the account in a folder, so that a demo survives a restart. */
export interface StateStore {
  /** What an earlier run left behind. */
  load(): Promise<Snapshot | undefined>;
  /** Says that something changed; written soon, several changes at once. */
  touch(): void;
  /** Writes what is not written yet. */
  flush(): Promise<void>;
}

/** What an account always has some of, and what it may have none of. */
const people = ['users', 'keys', 'workspaces'];
const things = ['collections', 'environments', 'monitors', 'mocks', 'tasks'];

const isList = (value: unknown): value is readonly unknown[] => isArray(value) && value.every(isObject);

const isSnapshot = (value: unknown): value is Snapshot =>
  isObject(value) &&
  isObject(value.usage) &&
  [...people, ...things].every((name) => isList(value[name])) &&
  people.every((name) => isArray(value[name]) && value[name].length > 0);

const readState = async (path: string): Promise<Snapshot | undefined> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Error(`The emulator's state ${path} cannot be read: ${error.message}. Choose another folder.`);
  });
  if (text === undefined) return undefined;
  const unusable = new Error(
    `The emulator's state ${path} is damaged or from another version. Delete it to start afresh.`,
  );
  try {
    const saved: unknown = JSON.parse(text);
    if (isObject(saved) && saved.format === format && isSnapshot(saved.snapshot)) return saved.snapshot;
  } catch {
    throw unusable;
  }
  throw unusable;
};

/** Written beside and then renamed: a crash leaves the old state or the new one, never half of it. */
const writeState = async (folder: string, snapshot: Snapshot): Promise<void> => {
  const path = join(folder, fileName);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(`${path}.new`, JSON.stringify({ format, snapshot }), { mode: 0o600 });
    await rename(`${path}.new`, path);
  } catch (error) {
    const reason = errorMessage(error);
    throw new Error(`The emulator's state cannot be kept in ${folder}: ${reason}. Choose another folder.`);
  }
};

/** A keeper that writes what `snapshot` gives at the time of writing. */
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
      // A failed write is tried again with the next change; the last one, at closing, tells the caller.
      timer ??= setTimeout(() => flush().catch(() => undefined), quietMs).unref();
    },
    flush,
  };
};
