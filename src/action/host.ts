import { isAbsolute, relative, sep } from 'node:path';
import { omitUndefined } from '../core/lib/json.ts';
import type { Secret } from '../core/model/secret.ts';
import type { ReportOrigin } from '../core/report/report.ts';
import type { CiHost, Shell } from '../wiring/ci-host.ts';
import {
  autoCommand,
  baseBranchOf,
  branchOf,
  changeBaseOf,
  commitOf,
  pullRequestOf,
  refusalOf,
  whyNoKey,
} from './event.ts';
import { type GitHubContext, readGitHubContext, sourceUrlOf } from './github-context.ts';
import { createPostReport } from './post-report.ts';
import { publish } from './publish.ts';

/** GitHub as the host of a run: for the action, and for the command line inside a workflow. */
export function onGitHub({ env, cwd, log }: Shell): CiHost {
  const context = readGitHubContext(env);
  const { event, repository, sha, apiUrl, complaint } = context;
  if (complaint) log.warning(complaint);
  const connect = async (token: Secret) => {
    if (!repository) throw new Error('GITHUB_REPOSITORY names no repository.');
    return (await import('./github.ts')).connect({ token, apiUrl, ...repository });
  };
  const commit = commitOf(event, sha);
  const sourceUrl = filesUrlOf(context, commit, { env, cwd });
  return omitUndefined<CiHost>({
    host: omitUndefined<CiHost['host']>({
      auto: autoCommand(event),
      refuse: (inputs) => refusalOf(event, inputs),
      postReport: createPostReport({ context, cwd, log, connect }),
      repository: repository && `${repository.owner}/${repository.repo}`,
      commit,
      changeBase: changeBaseOf(event) || undefined,
      baseBranch: baseBranchOf(event) || undefined,
      origin: originOf(context, { branch: env.GITHUB_HEAD_REF || branchOf(event), sourceUrl }),
      keyless: whyNoKey(event),
    }),
    sourceUrl,
    publish: (run) => publish(run, { context, sourceUrl, log, connect }),
  });
}

/** Branch, pull request, run and files, for the report. */
function originOf(
  { event, repositoryUrl, runUrl }: GitHubContext,
  { branch, sourceUrl }: { readonly branch: string | undefined; readonly sourceUrl: string | undefined },
): ReportOrigin {
  const number = pullRequestOf(event);
  const page = repositoryUrl ? { url: `${repositoryUrl}/pull/${number}` } : {};
  return omitUndefined<ReportOrigin>({
    branch,
    pullRequest: number,
    mergeRequest: number === undefined ? undefined : { number, ...page },
    run: runUrl === undefined ? undefined : { url: runUrl },
    sources: sourceUrl ? { file: `${sourceUrl}/{path}`, line: `${sourceUrl}/{path}#L{line}` } : undefined,
  });
}

/** The web page of the files in the working directory; undefined outside of the checkout. */
function filesUrlOf(context: GitHubContext, commit: string | undefined, { env, cwd }: Pick<Shell, 'env' | 'cwd'>) {
  const source = sourceUrlOf(context, commit);
  const folder = relative(env.GITHUB_WORKSPACE || cwd, cwd);
  if (source === undefined || folder.startsWith('..') || isAbsolute(folder)) return undefined;
  return folder === '' ? source : `${source}/${folder.split(sep).map(encodeURIComponent).join('/')}`;
}
