import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Facts about the git repository of a folder; absent without git or without a remote. */
export interface Checkout {
  readonly repository?: string;
  readonly commit?: string;
  /** The remote's default branch, if the clone knows it. */
  readonly defaultBranch?: string;
}

/** Reads name, commit and default branch of the repository from git. */
export async function readCheckout(cwd: string): Promise<Checkout> {
  // Outside of a repository, three processes would start for nothing.
  if (!process.env.GIT_DIR && !isInRepository(cwd)) return {};
  const [url, commit, remoteHead] = await Promise.all([
    git(cwd, ['config', '--get', 'remote.origin.url']),
    git(cwd, ['rev-parse', 'HEAD']),
    git(cwd, ['symbolic-ref', '--short', 'refs/remotes/origin/HEAD']),
  ]);
  const defaultBranch = remoteHead?.replace(/^origin\//, '');
  const repository = url === undefined ? undefined : repositoryOf(url);
  return {
    ...(repository ? { repository } : {}),
    ...(commit ? { commit } : {}),
    ...(defaultBranch ? { defaultBranch } : {}),
  };
}

function isInRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git')) || existsSync(join(folder, 'HEAD'))) return true;
  const parent = dirname(folder);
  return parent !== folder && isInRepository(parent);
}

async function git(cwd: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', [...args], { cwd, timeout: 5_000 });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** `owner/repository` from the URL of a remote: its path without `.git`, subgroups included. */
export function repositoryOf(url: string): string | undefined {
  const path = /^(?:[a-z+]+:\/\/[^/]+\/|[^/]+@[^:]+:)(.+?)(?:\.git)?\/?$/i.exec(url)?.[1];
  return path?.includes('/') ? path : undefined;
}
