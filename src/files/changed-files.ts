import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ChangedFiles, ChangeSet } from '../sync/ports.ts';
import { belowFolder } from './paths.ts';
import type { CompareRemote } from './remote-compare.ts';

const run = promisify(execFile);

/** Longest time for one question to git. */
const GIT_MS = 20_000;

const MOST_BYTES = 64 * 1024 * 1024;

/** Where changes are looked up. */
export interface ChangeSources {
  readonly cwd: string;
  /** Revision that a pull request is to be merged into; absent outside pull requests. */
  readonly base?: string | undefined;
  /** Compares on the host of the repository, for clones without the history. */
  readonly compareRemote?: CompareRemote | undefined;
}

/** Reads what changed since a revision, or since the pull request left its base. */
export const createChangedFiles =
  (sources: ChangeSources): ChangedFiles =>
  async (since) => {
    const revision = since ?? sources.base;
    if (revision === undefined) return { kind: 'no-base' };
    const paths = (await changedLocally(revision, sources.cwd)) ?? (await sources.compareRemote?.(revision));
    if (!paths) return unknown(revision, since !== undefined);
    const files = await git(sources.cwd, ['ls-files', '-z']);
    return {
      kind: 'changed',
      since: revision,
      paths,
      ...(files === undefined ? {} : { files: files.split('\0').filter((path) => path !== '') }),
    };
  };

const unknown = (revision: string, asked: boolean): ChangeSet => ({ kind: 'unknown', revision, asked });

/** Uncommitted changes and new files count: they are about to be tested. */
async function changedLocally(revision: string, cwd: string): Promise<readonly string[] | undefined> {
  // A revision is no option of git.
  if (revision.startsWith('-')) return undefined;
  const base = (await git(cwd, ['merge-base', 'HEAD', revision]))?.trim();
  const prefix = (await git(cwd, ['rev-parse', '--show-prefix']))?.trim();
  if (!base || prefix === undefined) return undefined;
  const changed = await git(cwd, ['diff', '--name-only', '--no-renames', '-z', base, '--']);
  const added = await git(cwd, ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', ':/']);
  if (changed === undefined) return undefined;
  const paths = [...changed.split('\0'), ...(added ?? '').split('\0')].filter((path) => path !== '');
  return [...new Set(paths)].map((path) => belowFolder(path, prefix));
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
