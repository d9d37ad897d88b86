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
