import { sourceLinksOf } from '../../core/report/source-links.ts';
import { mergeRequestOf, type ReadFacts } from './facts.ts';

/** GitLab CI/CD ("Predefined CI/CD variables reference"). */
export const readGitLab: ReadFacts = (env) => {
  if (!env.GITLAB_CI) return undefined;
  const { CI_PROJECT_URL: project, CI_MERGE_REQUEST_IID: number } = env;
  // A merged results pipeline runs on a commit that GitLab creates; the commit of the branch is the one to report.
  const commit = env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || env.CI_COMMIT_SHA;
  const [source, target] = [env.CI_MERGE_REQUEST_SOURCE_PROJECT_ID, env.CI_MERGE_REQUEST_PROJECT_ID];
  return {
    name: 'GitLab',
    repository: env.CI_PROJECT_PATH,
    commit,
    branch: env.CI_MERGE_REQUEST_SOURCE_BRANCH_NAME || env.CI_COMMIT_BRANCH,
    isDefaultBranch: env.CI_COMMIT_BRANCH !== undefined && env.CI_COMMIT_BRANCH === env.CI_DEFAULT_BRANCH,
    mergeRequest: mergeRequestOf(number, project && `${project}/-/merge_requests/${number}`),
    isFork: source !== undefined && source !== target,
    runUrl: env.CI_JOB_URL || env.CI_PIPELINE_URL,
    sources: project && commit ? sourceLinksOf({ site: 'gitlab', url: project, commit }) : undefined,
  };
};
