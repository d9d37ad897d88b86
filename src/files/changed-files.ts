import type { ChangedFiles, ChangeSet } from '../sync/ports.ts';
import { git } from './git.ts';
import { belowFolder } from './paths.ts';
import type { CompareRemote } from './remote-compare.ts';

/** The sources of changes: the clone and the host of the repository. */
export interface ChangeSources {
  readonly cwd: string;
  /** The target revision of a pull request; absent outside pull requests. */
  readonly base?: string | undefined;
  /** Compares on the host of the repository, for clones without history. */
  readonly compareRemote?: CompareRemote | undefined;
}

/** Lists the files that changed since a revision, or since a pull request branched off. */
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

/** Changes in the clone, including uncommitted changes and new files; undefined if the clone lacks the merge base. */
async function changedLocally(revision: string, cwd: string): Promise<readonly string[] | undefined> {
  // Git would read it as an option.
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
