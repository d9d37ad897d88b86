import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** The folder of the repository. Its content, links included, may come from an untrusted pull request. */
export interface Checkout {
  /** Its path as part of the working directory's path. */
  readonly top: string;
  /** Its path with symbolic links resolved. */
  readonly real: string;
  /** Number of levels from it down to the working directory. */
  readonly depth: number;
}

/** Finds the git checkout that contains the working directory; without one, the working directory itself. */
export function findCheckout(cwd: string): Checkout {
  const start = resolve(cwd);
  const top = ancestorsOf(start).find((folder) => existsSync(join(folder, '.git'))) ?? start;
  const depth = relative(top, start)
    .split(sep)
    .filter((part) => part !== '').length;
  return { top, real: realpathSync(top), depth };
}

/** A folder and its parents, up to but without the home folder, which some people keep in git. */
function ancestorsOf(folder: string): readonly string[] {
  const ancestors = [folder];
  for (let next = dirname(folder); next !== dirname(next) && next !== homedir(); next = dirname(next))
    ancestors.push(next);
  return ancestors;
}

/** Whether an absolute path is the folder or is inside it. */
export function isWithin(folder: string, path: string): boolean {
  const fromFolder = relative(folder, path);
  return fromFolder !== '..' && !fromFolder.startsWith(`..${sep}`) && !isAbsolute(fromFolder);
}
