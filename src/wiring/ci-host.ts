import type { Host } from './host.ts';
import type { FinishedRun } from './write-reports.ts';

/** The part of a host that does not depend on the CI. */
export type Shell = Pick<Host, 'env' | 'cwd' | 'log'>;

/** What a CI adds to the host, and how it shows a finished run. */
export interface CiHost {
  readonly host: Pick<
    Host,
    'auto' | 'repository' | 'commit' | 'changeBase' | 'origin' | 'keyless' | 'refuse' | 'postReport'
  >;
  /** Where the files of the run are shown. */
  readonly sourceUrl?: string;
  /** Never throws, and changes no verdict. */
  publish(run: FinishedRun): Promise<void>;
}

/** Loads the CI host of a run; a port, so that the command line imports nothing of GitHub's. */
export type OpenCiHost = (shell: Shell) => Promise<CiHost>;

/** The base revision of a merge request on other CIs than GitHub, from the CI's variables; undefined outside merge requests. */
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
