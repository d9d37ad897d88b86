import { sourceLinksOf } from '../../core/report/source-links.ts';
import { mergeRequestOf, type ReadFacts } from './facts.ts';

/** Bitbucket Pipelines ("Variables and secrets"). No variable names the default branch, and forks run no pipelines. */
export const readBitbucket: ReadFacts = (env) => {
  const { BITBUCKET_BUILD_NUMBER: build, BITBUCKET_REPO_FULL_NAME: repository, BITBUCKET_PR_ID: number } = env;
  if (!build || !repository) return undefined;
  const [page, commit] = [`https://bitbucket.org/${repository}`, env.BITBUCKET_COMMIT];
  return {
    name: 'Bitbucket',
    repository,
    commit,
    branch: env.BITBUCKET_BRANCH,
    mergeRequest: mergeRequestOf(number, `${page}/pull-requests/${number}`),
    runUrl: `${page}/pipelines/results/${build}`,
    sources: commit ? sourceLinksOf({ site: 'bitbucket', url: page, commit }) : undefined,
  };
};
