import { type Stats, stat } from 'node:fs';
import { stat as statAsync } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import { escapePath, glob } from 'tinyglobby';
import { based, relativeTo } from './paths.ts';
import { isTree } from './trees.ts';

/** Where to look for directories. */
export interface TreeSearch {
  readonly cwd: string;
  readonly exclude: readonly string[];
  /** The folder that the pattern is relative to. */
  readonly base: string;
}

/** The directories that a pattern names and that are collections in Postman's YAML format; not those inside another. */
export async function findTrees(pattern: string, { cwd, exclude, base }: TreeSearch): Promise<readonly string[]> {
  const path = withoutSlash(based(base, pattern));
  const named = await statAsync(resolve(cwd, path)).catch(() => undefined);
  const isNamed = named?.isDirectory() === true;
  const directories = await glob(isNamed ? escapePath(path) : based(escapePath(base), pattern), {
    cwd,
    ignore: [...exclude],
    onlyDirectories: true,
    dot: true,
    expandDirectories: false,
    fs: { stat: statOfNothing },
  });
  const found: string[] = [];
  for (const directory of directories
    .map((absolute) => withoutSlash(relativeTo(cwd, absolute)) || '.')
    .sort(outermostFirst)) {
    if (found.some((other) => directory.startsWith(`${other}/`))) continue;
    // A collection may have requests in its folders only; a directory of collections has them so, too.
    const deep = isNamed
      ? !(await holdsCollections(directory, cwd))
      : posix.basename(posix.dirname(directory)) === 'collections';
    if (await isTree(directory, { cwd, deep })) found.push(directory);
  }
  return found;
}

/** `postman/collections`, or a directory above it: the requests below it belong to several collections. */
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

/** Links are not followed: `loop -> ..` would lead to every directory again, past `exclude`. */
const statOfNothing = ((path: string, done: (error: Error | null, stats?: Stats) => void) =>
  stat(path, () => done(new Error(`${path} is a link`)))) as typeof stat;
