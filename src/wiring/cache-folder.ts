import { lstatSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/**
 * A folder of this user alone for what saves work from run to run; undefined where there is none. Machines that GitHub hosts
 * are thrown away after one job: they would only pay for writing.
 */
export function cacheFolder(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  if (env.RUNNER_ENVIRONMENT === 'github-hosted') return undefined;
  return ownFolder(join(cacheHome(), 'postman-sync'));
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
    const stats = lstatSync(folder);
    if (process.getuid && (stats.uid !== process.getuid() || (stats.mode & 0o022) !== 0)) return undefined;
    return stats.isDirectory() ? folder : undefined;
  } catch {
    return undefined;
  }
}
