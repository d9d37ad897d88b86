import type { RepositoryCommand } from '../../settings/commands.ts';
import { readAzure } from './azure.ts';
import { readBitbucket } from './bitbucket.ts';
import { readCircleCi } from './circleci.ts';
import type { CiFacts, Env, ReadFacts } from './facts.ts';
import { readGitLab } from './gitlab.ts';
import { readJenkins } from './jenkins.ts';

/** The CIs besides GitHub Actions. For a new CI, add a file and an entry here. */
const READERS: readonly ReadFacts[] = [readGitLab, readAzure, readJenkins, readCircleCi, readBitbucket];

/** The facts that the CI tells about the run; undefined outside the known CIs. */
export function readCi(env: Env): CiFacts | undefined {
  for (const read of READERS) {
    const facts = read(env);
    if (facts) return facts;
  }
  return undefined;
}

/** Default branches where neither the CI nor the clone names one. */
const USUAL_DEFAULTS: ReadonlySet<string> = new Set(['main', 'master']);

/**
 * The command that `auto` stands for: `apply` on the default branch, else `plan`. `defaultBranch` comes from the clone
 * (`origin/HEAD`), and is used where the CI does not name the default branch.
 */
export function autoCommand(
  { mergeRequest, branch, isDefaultBranch }: CiFacts,
  defaultBranch: string | undefined,
): RepositoryCommand {
  if (mergeRequest || branch === undefined) return 'plan';
  const isClonesDefault = defaultBranch === undefined ? USUAL_DEFAULTS.has(branch) : branch === defaultBranch;
  return (isDefaultBranch ?? isClonesDefault) ? 'apply' : 'plan';
}
