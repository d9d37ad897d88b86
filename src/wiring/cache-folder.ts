import { lstatSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/**
 * A cache folder that only this user can write to; undefined where there is none. Runners that GitHub hosts have none:
 * they are deleted after one job.
 */
export function cacheFolder(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  if (env.RUNNER_ENVIRONMENT === 'github-hosted') return undefined;
  return ownFolder(join(cacheHome(), 'postman-sync'));
}

/** The platform's folder for caches. */
function cacheHome(): string {
  if (process.platform === 'win32') return join(homedir(), 'AppData', 'Local');
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}

/** Creates the folder if necessary; undefined where it cannot be created, or where other users can write to it. */
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
