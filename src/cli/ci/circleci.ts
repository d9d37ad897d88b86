import { mergeRequestOf, type ReadFacts } from './facts.ts';

/** CircleCI ("Built-in environment variables"). No variable names the default branch. */
export const readCircleCi: ReadFacts = (env) => {
  if (!env.CIRCLECI) return undefined;
  const { CIRCLE_PULL_REQUEST: url, CIRCLE_PROJECT_USERNAME: owner, CIRCLE_PROJECT_REPONAME: name } = env;
  return {
    name: 'CircleCI',
    repository: owner && name ? `${owner}/${name}` : undefined,
    commit: env.CIRCLE_SHA1,
    branch: env.CIRCLE_BRANCH,
    mergeRequest: mergeRequestOf(env.CIRCLE_PR_NUMBER || /\/(\d+)$/.exec(url ?? '')?.[1], url),
    // Set only for builds of forks.
    isFork: Boolean(env.CIRCLE_PR_REPONAME),
    runUrl: env.CIRCLE_BUILD_URL,
  };
};
