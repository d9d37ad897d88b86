import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** The folder that belongs to the repository: whoever can open a pull request decides what is in it, links included. */
export interface Checkout {
  /** As the working directory is written. */
  readonly top: string;
  /** Without links. */
  readonly real: string;
  /** How many levels the working directory lies below it. */
  readonly depth: number;
}

/** The git checkout around the working directory; the working directory itself where there is none. */
export function findCheckout(cwd: string): Checkout {
  const start = resolve(cwd);
  const top = ancestorsOf(start).find((folder) => existsSync(join(folder, '.git'))) ?? start;
  const depth = relative(top, start)
    .split(sep)
    .filter((part) => part !== '').length;
  return { top, real: realpathSync(top), depth };
}

/** A folder and those around it; not the home folder and what is around that, which some people keep in git. */
function ancestorsOf(folder: string): readonly string[] {
  const ancestors = [folder];
  for (let next = dirname(folder); next !== dirname(next) && next !== homedir(); next = dirname(next))
    ancestors.push(next);
  return ancestors;
}

/** Whether a path is a folder or lies in it; both are absolute. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
