import { existsSync, realpathSync, type Stats, stat } from 'node:fs';
import { stat as statAsync } from 'node:fs/promises';
import { resolve } from 'node:path';
import { escapePath, glob } from 'tinyglobby';
import type { Problem } from '../core/model/problem.ts';
import type { FileSelection } from '../settings/settings.ts';
import { findTrees } from './find-trees.ts';
import { inspectPath } from './inspect-path.ts';
import { based, relativeTo } from './paths.ts';

/** A file that a selection matched; its path is relative to the working directory. */
export interface FoundFile {
  readonly path: string;
  readonly selection: FileSelection;
  /** A directory that is a collection in Postman's YAML format. */
  readonly isTree?: true;
}

/** The folders to search. */
export interface FindOptions {
  readonly cwd: string;
  readonly exclude: readonly string[];
  /** Also find directories that are collections. */
  readonly trees?: true;
}

/**
 * Finds the files of all selections, each once, ordered by path. An explicit selection that matches no file is a
 * problem.
 */
export async function findFiles(
  selections: readonly FileSelection[],
  options: FindOptions,
): Promise<{ readonly files: readonly FoundFile[]; readonly problems: readonly Problem[] }> {
  const found = new Map<string, Match & FoundFile>();
  const problems: Problem[] = [];
  const exclude = [...options.exclude, ...selections.filter(isExclusion).flatMap(excluded)];
  const included = selections.filter((selection) => !isExclusion(selection));
  for (const selection of included) {
    const matches = await match(selection, { ...options, exclude });
    if (matches.length === 0 && selection.explicit) problems.push(await matchesNothing(selection, options));
    if (matches.length > 1 && selection.uid) problems.push(pinsSeveral(selection, matches));
    for (const file of matches) {
      const known = found.get(file.target);
      found.set(file.target, { ...nearer(known, file), selection: narrower(known?.selection, selection) });
    }
  }
  const files = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const refused = await refusalsOf(files, options.cwd);
  return { files: files.filter(({ path }) => !refused.has(path)), problems: [...problems, ...refused.values()] };
}

/** The problems of files that must not be read, such as links out of the checkout and devices, by path. */
async function refusalsOf(files: readonly FoundFile[], cwd: string): Promise<ReadonlyMap<string, Problem>> {
  const inspected = await Promise.all(
    files.map(async ({ path, selection }) => {
      const refusal = await inspectPath(path, cwd, selection.contained ? 'contained' : 'anywhere');
      return refusal
        ? [[path, { path, code: 'unsafe-path', message: refusal.reason, remedy: refusal.remedy }] as const]
        : [];
    }),
  );
  return new Map(inspected.flat());
}

/** `!legacy/**` excludes files of all other patterns; `!(a|b).json` is an ordinary pattern. */
const isExclusion = ({ pattern }: FileSelection): boolean => /^!(?!\()/.test(pattern);

const excluded = ({ pattern, base }: FileSelection): readonly string[] => {
  const written = asGlob(pattern.slice(1));
  return [based(escapePath(base), written), written];
};

const asGlob = (pattern: string): string => pattern.replaceAll('\\', '/').replace(/^\.\//, '');

/** A matched path, and the file to which it resolves. */
interface Match {
  readonly path: string;
  readonly target: string;
  readonly isLink: boolean;
  readonly isTree?: true;
}

/** Matches a pattern in the configuration's folder or, if it matches nothing there, in the working directory. */
async function match(
  { pattern, base }: Pick<FileSelection, 'pattern' | 'base'>,
  options: FindOptions,
): Promise<readonly Match[]> {
  const written = asGlob(pattern);
  // The folder is a path, not a pattern: its name may hold special characters.
  const full = based(escapePath(base), written);
  const all = hasFolder(full, options.cwd) ? await matchIn(written, { ...options, full, base }) : [];
  return all.length > 0 || base === '' ? all : match({ pattern, base: '' }, options);
}

/** Whether the folder exists that the pattern names before its first special character. Preparing a search takes longer. */
const hasFolder = (pattern: string, cwd: string): boolean =>
  existsSync(resolve(cwd, /^(?:[^*?()[\]{}!+@\\]*\/)?/.exec(pattern)?.[0] ?? ''));

interface MatchOptions extends FindOptions {
  /** The pattern relative to the working directory. */
  readonly full: string;
  readonly base: string;
}

async function matchIn(written: string, { full, base, ...options }: MatchOptions): Promise<readonly Match[]> {
  const matches = await matchFrom(full, options);
  // A directory is not called *.json: that would search the whole repository twice.
  const trees = options.trees && !written.endsWith('.json') ? await findTrees(written, { ...options, base }) : [];
  return [...matches, ...trees.map((path) => treeMatch(path, options.cwd))];
}

const treeMatch = (path: string, cwd: string): Match => ({
  path,
  target: resolve(cwd, path),
  isLink: false,
  isTree: true,
});

async function matchFrom(pattern: string, { cwd, exclude }: FindOptions): Promise<readonly Match[]> {
  const paths = await glob(pattern, {
    cwd,
    ignore: [...exclude],
    onlyFiles: true,
    dot: true,
    expandDirectories: false,
    fs: { stat: statOfFile },
  });
  const root = realpathSync.native(cwd);
  const targets = new Map<string, Match>();
  for (const path of paths.map((absolute) => relativeTo(cwd, absolute)).sort()) {
    const target = realpathSync.native(resolve(cwd, path));
    const isLink = target !== resolve(root, path);
    targets.set(target, nearer(targets.get(target), { path, target, isLink }));
  }
  return [...targets.values()];
}

/**
 * Lets the glob follow links to files, but not to folders: `loop -> ..` would find every file again, past `exclude`.
 */
const statOfFile = ((path: string, done: (error: Error | null, stats?: Stats) => void) =>
  stat(path, (error, stats) =>
    stats?.isDirectory() ? done(new Error(`${path} is a folder`)) : done(error, stats),
  )) as typeof stat;

/** Of a file and a link to it, the file counts. */
const nearer = (known: Match | undefined, next: Match): Match => (known && next.isLink ? known : next);

/** Of two selections of a file, one with a uid or values counts rather than a plain glob. */
const narrower = (known: FileSelection | undefined, next: FileSelection): FileSelection =>
  known && (known.uid || known.values) && !(next.uid || next.values) ? known : next;

async function matchesNothing({ pattern, base, place }: FileSelection, { cwd }: FindOptions): Promise<Problem> {
  const stats = await statAsync(resolve(cwd, based(base, pattern))).catch(() => undefined);
  const remedy = noMatchRemedy(pattern, stats?.isDirectory() === true);
  return { code: 'no-file', message: `"${pattern}" matches no file`, remedy, ...place };
}

function noMatchRemedy(pattern: string, isFolder: boolean): string {
  if (isFolder) return `It is a folder: name the files in it, such as ${pattern.replace(/[\\/]+$/, '')}/*.json.`;
  if (/^https?:/i.test(pattern))
    return 'Only `test` takes URLs, as flags of the command line: download the file, or use `test`.';
  return 'Correct the path or glob, or remove it.';
}

const pinsSeveral = ({ pattern, uid, place }: FileSelection, matches: readonly Match[]): Problem => ({
  code: 'wrong-uid',
  message: `"${pattern}" is pinned to ${uid}, and matches ${matches.length} files: ${matches.map(({ path }) => path).join(', ')}`,
  remedy: 'Pin a single file.',
  ...place,
});
