import { realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { FileResolver, Resolved } from './newman-types.ts';

/**
 * Restricts the files that requests upload to a folder. Newman checks paths only as they are written; this follows
 * links, too.
 */
export function restrictFileAccess(files: FileResolver, folder: string): void {
  const resolvePathSync = files.resolvePathSync.bind(files);
  files.resolvePathSync = (path, allowed = []) => inside(resolvePathSync(path, allowed), folder);
  files.resolvePath = (path: string, allowed: readonly string[] | Resolved, callback?: Resolved) => {
    const done = typeof allowed === 'function' ? allowed : callback;
    let resolved: string;
    try {
      resolved = files.resolvePathSync(path, typeof allowed === 'function' ? [] : allowed);
    } catch (error) {
      return done?.(error instanceof Error ? error : new Error(String(error)));
    }
    done?.(null, resolved);
  };
}

function inside(path: string, folder: string): string {
  const real = realOf(path);
  const way = relative(realOf(folder), real);
  if (way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way) {
    throw new Error(`"${path}" leads out of the working directory "${folder}", and is not read`);
  }
  if (isSpecial(real)) throw new Error(`"${path}" is no ordinary file, and is not read`);
  return path;
}

/** Refuses devices and named pipes, because reading them never ends. */
function isSpecial(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

/** The reader reports a missing file. */
const realOf = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};
