import { sourceLinksOf } from '../../core/report/source-links.ts';
import { mergeRequestOf, type ReadFacts } from './facts.ts';

const HEADS = /^refs\/heads\//;

/** Azure Pipelines ("Predefined variables"). No variable names the default branch. */
export const readAzure: ReadFacts = (env) => {
  if (!env.TF_BUILD) return undefined;
  const { BUILD_REPOSITORY_URI: uri, SYSTEM_PULLREQUEST_SOURCECOMMITID: head, BUILD_SOURCEBRANCH: ref = '' } = env;
  const commit = head || env.BUILD_SOURCEVERSION;
  const number = env.SYSTEM_PULLREQUEST_PULLREQUESTNUMBER || env.SYSTEM_PULLREQUEST_PULLREQUESTID;
  const isAzureRepos = env.BUILD_REPOSITORY_PROVIDER === 'TfsGit';
  const [collection, project, build] = [env.SYSTEM_COLLECTIONURI, env.SYSTEM_TEAMPROJECT, env.BUILD_BUILDID];
  const branch = env.SYSTEM_PULLREQUEST_SOURCEBRANCH || (HEADS.test(ref) ? ref : undefined);
  return {
    name: 'Azure Pipelines',
    repository: isAzureRepos && project ? `${project}/${env.BUILD_REPOSITORY_NAME}` : env.BUILD_REPOSITORY_NAME,
    commit,
    branch: branch?.replace(HEADS, ''),
    mergeRequest: mergeRequestOf(number, isAzureRepos && uri ? `${uri}/pullrequest/${number}` : undefined),
    isFork: env.SYSTEM_PULLREQUEST_ISFORK?.toLowerCase() === 'true',
    runUrl:
      collection && project && build
        ? `${collection}${encodeURIComponent(project)}/_build/results?buildId=${build}`
        : undefined,
    sources: isAzureRepos && uri && commit ? sourceLinksOf({ site: 'azure', url: uri, commit }) : undefined,
  };
};
