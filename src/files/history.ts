import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { isObject, type JsonObject } from '../core/lib/json.ts';
import type { FileHistory, FileVersion } from '../sync/ports.ts';
import type { ReadRemoteFile } from './remote-file.ts';

const run = promisify(execFile);

/** Longest time for one question to git, and for fetching one commit. */
const GIT_MS = 20_000;

/** Versions of one file that are looked at; git lists them newest first. */
const MOST_VERSIONS = 100;

const MOST_BYTES = 200 * 1024 * 1024;

/** Earlier versions of the files below a folder, from its git repository and, where that has not got the commit, from the host of the repository. */
export function createHistory(cwd: string, readRemote?: ReadRemoteFile): FileHistory {
  return { versions: (path, commit) => versions(path, { cwd, commit, readRemote }) };
}

interface Place {
  readonly cwd: string;
  readonly commit: string | undefined;
  readonly readRemote: ReadRemoteFile | undefined;
}

/** A commit comes from the recorded state, which anybody in the workspace can edit: it must not be taken for an option of git. */
const HASH = /^[0-9a-f]{7,64}$/i;

async function* versions(path: string, place: Place): AsyncGenerator<FileVersion> {
  const { cwd, readRemote } = place;
  const commit = place.commit !== undefined && HASH.test(place.commit) ? place.commit : undefined;
  const known = commit !== undefined && (await isKnown(commit, cwd));
  const later = known ? await commitsOf([`${commit}..HEAD`, '--', path], cwd) : [];
  for (const one of later) yield* parsed(await show(one, path, cwd), { isLater: true });
  if (commit !== undefined && (known || (await fetchCommit(commit, cwd)))) yield* parsed(await show(commit, path, cwd));
  for (const one of await commitsOf(['HEAD', '--', path], cwd)) yield* parsed(await show(one, path, cwd));
  if (commit !== undefined && readRemote) yield* parsed(await readRemote(path, commit));
}

function* parsed(text: string | undefined, { isLater }: { readonly isLater?: boolean } = {}): Generator<FileVersion> {
  const content = text === undefined ? undefined : parse(text);
  if (content) yield { content, isLater: isLater ?? false };
}

/** A version that is no JSON is no version that was ever applied. */
function parse(text: string): JsonObject | undefined {
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (!isObject(content)) return undefined;
    const wrapped = content.collection ?? content.environment;
    return isObject(wrapped) && Object.keys(content).length === 1 ? wrapped : content;
  } catch {
    return undefined;
  }
}

async function git(cwd: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
    const { stdout } = await run('git', [...args], { cwd, env, timeout: GIT_MS, maxBuffer: MOST_BYTES });
    return stdout;
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

/** A shallow clone has not got the commit: it is fetched alone, with the credentials that the checkout left. */
async function fetchCommit(commit: string, cwd: string): Promise<boolean> {
  if (commit.length < FULL_HASH) return false;
  return (await git(cwd, ['fetch', '--quiet', '--depth=1', '--no-tags', 'origin', commit])) !== undefined;
}

const FULL_HASH = 40;
