import { basename, resolve } from 'node:path';
import { isObject, type JsonObject } from '../core/lib/json.ts';
import type { TreeOptions } from '../formats/collection-v3/read-tree.ts';
import type { FileHistory, FileVersion } from '../sync/ports.ts';
import { git } from './git.ts';
import type { ReadRemoteFile } from './remote-file.ts';
import { treeAt } from './tree-versions.ts';

/** The most versions of a file that are read, newest first. */
const MOST_VERSIONS = 100;

/** Reads earlier versions of files from git or, if the clone lacks the commit, from the host of the repository. */
export function createHistory(cwd: string, options: HistoryOptions = {}): FileHistory {
  return { versions: (path, commit) => versions(path, { ...options, cwd, commit }) };
}

/** Options for reading versions. */
export interface HistoryOptions extends Partial<TreeOptions> {
  /** Reads a file at a commit that the clone lacks. */
  readonly readRemote?: ReadRemoteFile | undefined;
}

interface HistorySource extends HistoryOptions {
  readonly cwd: string;
  readonly commit: string | undefined;
}

/** The commit comes from the state, which everybody in the workspace can edit: git must not read it as an option. */
const HASH = /^[0-9a-f]{7,64}$/i;

async function* versions(path: string, source: HistorySource): AsyncGenerator<FileVersion> {
  const { cwd, readRemote } = source;
  const commit = source.commit !== undefined && HASH.test(source.commit) ? source.commit : undefined;
  const known = commit !== undefined && (await isKnown(commit, cwd));
  const later = known ? await commitsOf([`${commit}..HEAD`, '--', path], cwd) : [];
  for (const revision of later) yield* versionAt(revision, path, { ...source, isLater: true });
  if (commit !== undefined && (known || (await fetchCommit(commit, cwd)))) yield* versionAt(commit, path, source);
  for (const revision of await commitsOf(['HEAD', '--', path], cwd)) yield* versionAt(revision, path, source);
  if (commit === undefined || !readRemote || !isFile(path)) return;
  const text = await readRemote(path, commit);
  if (text !== undefined) yield* version(await parse(path, text));
}

/** False for a directory, which is a collection in Postman's YAML format. */
const isFile = (path: string): boolean => /\.(json|ya?ml)$/.test(path);

async function* versionAt(
  commit: string,
  path: string,
  { cwd, allowUnsupported = false, isLater = false }: HistorySource & { readonly isLater?: boolean },
): AsyncGenerator<FileVersion> {
  const files = isFile(path) ? undefined : await treeAt(commit, path, cwd);
  if (files) {
    const { readTree } = await import('../formats/collection-v3/read-tree.ts');
    yield* version(readTree(path, files, { allowUnsupported, name: basename(resolve(cwd, path)) }).content, isLater);
  }
  const text = files ? undefined : await show(commit, path, cwd);
  if (text !== undefined) yield* version(await parse(path, text), isLater);
}

function* version(content: JsonObject | undefined, isLater = false): Generator<FileVersion> {
  if (content) yield { content, isLater };
}

/** The content of a version; undefined for one that cannot be parsed and so was never applied. */
async function parse(path: string, text: string): Promise<JsonObject | undefined> {
  if (/\.ya?ml$/.test(path)) {
    const { readEnvironment } = await import('../formats/collection-v3/read-environment.ts');
    return readEnvironment('globals', { path, text }).content;
  }
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (!isObject(content)) return undefined;
    const wrapped = content.collection ?? content.environment;
    return isObject(wrapped) && Object.keys(content).length === 1 ? wrapped : content;
  } catch {
    return undefined;
  }
}

const isKnown = async (commit: string, cwd: string): Promise<boolean> =>
  (await git(cwd, ['cat-file', '-e', `${commit}^{commit}`])) !== undefined;

const show = (commit: string, path: string, cwd: string): Promise<string | undefined> =>
  git(cwd, ['show', `${commit}:./${path}`]);

async function commitsOf(args: readonly string[], cwd: string): Promise<readonly string[]> {
  const text = await git(cwd, ['log', '--format=%H', `--max-count=${MOST_VERSIONS}`, ...args]);
  return (text ?? '').split('\n').filter((line) => HASH.test(line));
}

/** Fetches one commit that a shallow clone lacks, with the credentials of the checkout. */
async function fetchCommit(commit: string, cwd: string): Promise<boolean> {
  if (commit.length < FULL_HASH) return false;
  return (await git(cwd, ['fetch', '--quiet', '--depth=1', '--no-tags', 'origin', commit])) !== undefined;
}

const FULL_HASH = 40;
