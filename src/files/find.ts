import { glob } from 'tinyglobby';
import type { Problem } from '../core/problem.ts';
import type { FileSelection } from '../settings/settings.ts';
import { based, relativeTo } from './paths.ts';

/** A file that a selection matched; its path is relative to the working directory. */
export interface FoundFile {
  readonly path: string;
  readonly selection: FileSelection;
}

/** Where and what to look for. */
export interface FindOptions {
  readonly cwd: string;
  readonly exclude: readonly string[];
}

/** The files of all selections, each once and in order of their paths; an explicit selection that matches nothing is a problem. */
export async function findFiles(
  selections: readonly FileSelection[],
  options: FindOptions,
): Promise<{ readonly files: readonly FoundFile[]; readonly problems: readonly Problem[] }> {
  const found = new Map<string, FoundFile>();
  const problems: Problem[] = [];
  for (const selection of selections) {
    const paths = await match(selection, options);
    if (paths.length === 0 && selection.explicit) problems.push(matchesNothing(selection));
    if (paths.length > 1 && selection.uid) problems.push(pinsSeveral(selection, paths));
    for (const path of paths) found.set(path, { path, selection: narrower(found.get(path)?.selection, selection) });
  }
  return { files: [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), problems };
}

/** Relative to the configuration's folder; a pattern that matches nothing there is tried from the working directory. */
async function match({ pattern, base }: FileSelection, options: FindOptions): Promise<readonly string[]> {
  const paths = await matchFrom(based(base, pattern), options);
  return paths.length > 0 || base === '' ? paths : matchFrom(pattern, options);
}

async function matchFrom(pattern: string, { cwd, exclude }: FindOptions): Promise<readonly string[]> {
  const patterns = pattern.replaceAll('\\', '/').replace(/^\.\//, '');
  const paths = await glob(patterns, {
    cwd,
    ignore: [...exclude],
    onlyFiles: true,
    dot: true,
    expandDirectories: false,
  });
  return paths.map((path) => relativeTo(cwd, path));
}

/** A selection that says more about a file (an identity, values) wins over a glob that only matches it. */
const narrower = (known: FileSelection | undefined, next: FileSelection): FileSelection =>
  known && (known.uid || known.values) && !(next.uid || next.values) ? known : next;

const matchesNothing = ({ pattern, place }: FileSelection): Problem => ({
  message: `"${pattern}" matches no file`,
  remedy: 'Correct the path or glob, or remove it.',
  ...place,
});

const pinsSeveral = ({ pattern, uid, place }: FileSelection, paths: readonly string[]): Problem => ({
  message: `"${pattern}" is pinned to ${uid}, and matches ${paths.length} files: ${paths.join(', ')}`,
  remedy: 'Pin a single file.',
  ...place,
});
