import { mergeRequestOf, type ReadFacts } from './facts.ts';

/** Jenkins (variables of Pipeline, the Git plugin and the Branch API plugin). */
export const readJenkins: ReadFacts = (env) => {
  if (!env.JENKINS_URL || !env.BUILD_URL) return undefined;
  const mergeRequest = mergeRequestOf(env.CHANGE_ID, env.CHANGE_URL);
  const branch = env.CHANGE_BRANCH || env.BRANCH_NAME || env.GIT_BRANCH?.replace(/^origin\//, '');
  return {
    name: 'Jenkins',
    commit: env.GIT_COMMIT,
    branch,
    // The Branch API plugin sets it only on the primary branch.
    isDefaultBranch: env.BRANCH_IS_PRIMARY === 'true' ? true : undefined,
    mergeRequest,
    isFork: Boolean(mergeRequest && env.CHANGE_FORK),
    runUrl: env.BUILD_URL,
  };
};
