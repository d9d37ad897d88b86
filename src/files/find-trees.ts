import { type Stats, stat } from 'node:fs';
import { stat as statAsync } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import { escapePath, glob } from 'tinyglobby';
import { based, relativeTo } from './paths.ts';
import { isTree } from './trees.ts';

/** The folders to search. */
export interface TreeSearchOptions {
  readonly cwd: string;
  readonly exclude: readonly string[];
  /** The folder that the pattern is relative to. */
  readonly base: string;
}

/**
 * The directories that match a pattern and are collections in Postman's YAML format, without those inside another one.
 */
export async function findTrees(
  pattern: string,
  { cwd, exclude, base }: TreeSearchOptions,
): Promise<readonly string[]> {
  const path = withoutSlash(based(base, pattern));
  const named = await statAsync(resolve(cwd, path)).catch(() => undefined);
  const isNamed = named?.isDirectory() === true;
  const directories = await glob(isNamed ? escapePath(path) : based(escapePath(base), pattern), {
    cwd,
    ignore: [...exclude],
    onlyDirectories: true,
    dot: true,
    expandDirectories: false,
    fs: { stat: refuseLinks },
  });
  const found: string[] = [];
  const paths = directories.map((absolute) => withoutSlash(relativeTo(cwd, absolute)) || '.');
  for (const directory of paths.sort(outermostFirst)) {
    if (found.some((other) => directory.startsWith(`${other}/`))) continue;
    // A collection may have requests in its folders only, but a directory that contains collections has them there, too.
    const deep = isNamed
      ? !(await holdsCollections(directory, cwd))
      : posix.basename(posix.dirname(directory)) === 'collections';
    if (await isTree(directory, { cwd, deep })) found.push(directory);
  }
  return found;
}

/** Whether a directory is `postman/collections` or one above it: requests below it belong to several collections. */
async function holdsCollections(path: string, cwd: string): Promise<boolean> {
  if (posix.basename(path) === 'collections') return true;
  const inside = await glob(`${escapePath(path)}/**/collections/`, {
    cwd,
    onlyDirectories: true,
    followSymbolicLinks: false,
  });
  return inside.length > 0;
}

const withoutSlash = (path: string): string => path.replace(/(?<=.)\/+$/, '');

const outermostFirst = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);

/** Lets the glob skip links: `loop -> ..` would lead to every directory again, past `exclude`. */
const refuseLinks = ((path: string, done: (error: Error | null, stats?: Stats) => void) =>
  stat(path, () => done(new Error(`${path} is a link`)))) as typeof stat;
