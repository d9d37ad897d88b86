import type { Host } from './host.ts';
import type { FinishedRun } from './write-reports.ts';

/** The part of a host that does not depend on the CI. */
export type Shell = Pick<Host, 'env' | 'cwd' | 'log'>;

/** The facts that a CI adds to the host, and how it shows a finished run. */
export interface CiHost {
  readonly host: Pick<
    Host,
    'auto' | 'repository' | 'commit' | 'changeBase' | 'baseBranch' | 'origin' | 'keyless' | 'refuse' | 'postReport'
  >;
  /** Web page of the run's files. */
  readonly sourceUrl?: string;
  /** Never throws, and changes no verdict. */
  publish(run: FinishedRun): Promise<void>;
}

/** Loads GitHub as the CI host. A port, so that the command line does not import the code for GitHub. */
export type OpenCiHost = (shell: Shell) => Promise<CiHost>;

/** The base revision of a merge request, from the variables of CIs other than GitHub; undefined outside merge requests. */
export function changeBaseOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const commit = env.CI_MERGE_REQUEST_DIFF_BASE_SHA;
  if (commit) return commit;
  const branch =
    env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME ||
    env.SYSTEM_PULLREQUEST_TARGETBRANCH?.replace(/^refs\/heads\//, '') ||
    env.CHANGE_TARGET ||
    env.BITBUCKET_PR_DESTINATION_BRANCH;
  return branch ? `origin/${branch}` : undefined;
}
