import type { RepositoryCommand } from '../../settings/commands.ts';
import { readAzure } from './azure.ts';
import { readBitbucket } from './bitbucket.ts';
import { readCircleCi } from './circleci.ts';
import type { CiFacts, Env, ReadFacts } from './facts.ts';
import { readGitLab } from './gitlab.ts';
import { readJenkins } from './jenkins.ts';

/** The CIs besides GitHub Actions; a new one is a file of its own and an entry here. */
const READERS: readonly ReadFacts[] = [readGitLab, readAzure, readJenkins, readCircleCi, readBitbucket];

/** What the CI tells about the run; undefined outside the CIs that are known. */
export function readCi(env: Env): CiFacts | undefined {
  for (const read of READERS) {
    const facts = read(env);
    if (facts) return facts;
  }
  return undefined;
}

/** Names that default branches have where neither the CI nor the clone tells. */
const USUAL_DEFAULTS: ReadonlySet<string> = new Set(['main', 'master']);

/**
 * What `auto` means: `apply` on the default branch, `plan` on everything else. `defaultBranch` is what the clone knows
 * (`origin/HEAD`); it counts where the CI does not tell.
 */
export function autoCommand(
  { mergeRequest, branch, isDefaultBranch }: CiFacts,
  defaultBranch: string | undefined,
): RepositoryCommand {
  if (mergeRequest || branch === undefined) return 'plan';
  const isDefault =
    isDefaultBranch ?? (defaultBranch === undefined ? USUAL_DEFAULTS.has(branch) : branch === defaultBranch);
  return isDefault ? 'apply' : 'plan';
}
