import { lstatSync, mkdirSync } from 'node:fs';
import nodeModule from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Since Node 22.8; the types are those of the oldest Node that is supported. */
const { enableCompileCache } = nodeModule as unknown as { readonly enableCompileCache?: (folder: string) => unknown };

/**
 * Has Node keep compiled code from run to run, in a folder of this user alone: who can write there decides what runs.
 * Machines that are thrown away after one job would only pay for writing it.
 */
export function useCompileCache(): void {
  const { env } = process;
  if (!enableCompileCache || env.NODE_COMPILE_CACHE || env.NODE_DISABLE_COMPILE_CACHE) return;
  if (env.RUNNER_ENVIRONMENT === 'github-hosted') return;
  const folder = ownFolder(join(cacheHome(), 'postman-sync', 'compiled'));
  if (folder !== undefined) enableCompileCache(folder);
}

/** Where a user's programs keep what they can do without. */
function cacheHome(): string {
  if (process.platform === 'win32') return join(homedir(), 'AppData', 'Local');
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}

/** The folder, made if need be; undefined where somebody else could write to it, or nobody can. */
function ownFolder(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { mode, uid } = lstatSync(folder);
    if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) return undefined;
    return lstatSync(folder).isDirectory() ? folder : undefined;
  } catch {
    return undefined;
  }
}
