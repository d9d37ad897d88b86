import { isAbsolute, relative, sep } from 'node:path';
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

/** The GitHub side of a run: for the action, and for the command line inside a workflow. */
export function onGitHub({ env, cwd, log }: Shell): CiHost {
  const place = readGitHubContext(env);
  const { event, repository, sha, apiUrl, complaint } = place;
  if (complaint) log.warning(complaint);
  const connect = async (token: Secret) => {
    if (!repository) throw new Error('GITHUB_REPOSITORY names no repository.');
    return (await import('./github.ts')).connect({ token, apiUrl, ...repository });
  };
  const commit = commitOf(event, sha);
  const sourceUrl = shownAt(place, commit, { env, cwd });
  const keyless = whyNoKey(event);
  const changeBase = changeBaseOf(event);
  const baseBranch = baseBranchOf(event);
  return {
    host: {
      auto: autoCommand(event),
      refuse: (asked) => refusalOf(event, asked),
      postReport: createPostReport({ place, cwd, log, connect }),
      ...(repository ? { repository: `${repository.owner}/${repository.repo}` } : {}),
      ...(commit ? { commit } : {}),
      ...(changeBase ? { changeBase } : {}),
      ...(baseBranch ? { baseBranch } : {}),
      origin: originOf(place, { branch: env.GITHUB_HEAD_REF || branchOf(event), sourceUrl }),
      ...(keyless ? { keyless } : {}),
    },
    ...(sourceUrl ? { sourceUrl } : {}),
    publish: (run) => publish(run, { place, sourceUrl, log, connect }),
  };
}

/** The origin for the report. */
function originOf(
  { event, repositoryUrl, runUrl }: GitHubContext,
  { branch, sourceUrl }: { readonly branch: string | undefined; readonly sourceUrl: string | undefined },
): ReportOrigin {
  const number = pullRequestOf(event);
  const page = repositoryUrl && number !== undefined ? { url: `${repositoryUrl}/pull/${number}` } : {};
  return {
    ...(branch ? { branch } : {}),
    ...(number === undefined ? {} : { pullRequest: number, mergeRequest: { number, ...page } }),
    ...(runUrl ? { run: { url: runUrl } } : {}),
    ...(sourceUrl ? { sources: { file: `${sourceUrl}/{path}`, line: `${sourceUrl}/{path}#L{line}` } } : {}),
  };
}

/** The page of the files in the working directory; undefined outside of the checkout. */
function shownAt(place: GitHubContext, commit: string | undefined, { env, cwd }: Pick<Shell, 'env' | 'cwd'>) {
  const source = sourceUrlOf(place, commit);
  const folder = relative(env.GITHUB_WORKSPACE || cwd, cwd);
  if (source === undefined || folder.startsWith('..') || isAbsolute(folder)) return undefined;
  return folder === '' ? source : `${source}/${folder.split(sep).map(encodeURIComponent).join('/')}`;
}
