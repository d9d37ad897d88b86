import { resolve } from 'node:path';
import { omitUndefined } from '../core/lib/json.ts';
import { OutsideError } from '../core/model/errors.ts';
import { type Problem, ProblemsError } from '../core/model/problem.ts';
import type { Secret } from '../core/model/secret.ts';
import type { Report } from '../core/report/report.ts';
import { type CommentOptions, renderComment } from '../render/markdown.ts';
import type { CommentScope } from '../settings/host-settings.ts';
import type { Log, PostReport } from '../sync/ports.ts';
import { labelOf, markerOf } from '../wiring/comment-marker.ts';
import { upsertComment } from './comment.ts';
import { commitOf, type GitHubEvent, isFork, pullRequestOf } from './event.ts';
import { type GitHubContext, sourceUrlOf } from './github-context.ts';
import { type GitHub, GitHubError, type PullRequest } from './ports.ts';
import { remedyOf } from './remedy.ts';

/** The context and the ports for posting a report. */
export interface PostReportOptions {
  readonly context: GitHubContext;
  readonly cwd: string;
  readonly log: Pick<Log, 'line'>;
  readonly connect: (token: Secret) => Promise<GitHub>;
}

/**
 * The `comment` command: posts the report of an earlier, unprivileged job. A fork may have made that report. It is
 * validated, escaped and marked as untrusted, and it is posted only to the pull request that GitHub itself names.
 */
export const createPostReport =
  ({ context, cwd, log, connect }: PostReportOptions): PostReport =>
  async ({ report: { dir }, github: { token }, comment }) => {
    if (!token) throw new ProblemsError([NO_TOKEN]);
    const { readUntrustedReport } = await import('./untrusted-report.ts');
    const report = await readUntrustedReport(resolve(cwd, dir));
    const github = await connect(token);
    try {
      const found = await targetOf(report, { event: context.event, github });
      if (typeof found === 'string') return [{ level: 'notice', message: found }];
      const marker = markerOf(context.step, comment);
      const body = bodyOf(report, { marker, comment, context });
      const done = await upsertComment(github, { pull: found, marker, body });
      log.line(`The comment on pull request #${found} was ${done}.`);
      return [];
    } catch (error) {
      throw error instanceof GitHubError ? explained(error) : error;
    }
  };

const NO_TOKEN: Problem = {
  code: 'comment',
  message: 'comment: no github-token was given',
  remedy: 'Leave the input at its default, and grant the job "pull-requests: write".',
};

const CAUTION =
  'These results were reported by a run of the pull request itself: its author may have written anything.';

interface BodyOptions {
  readonly marker: string;
  readonly comment: CommentScope;
  readonly context: GitHubContext;
}

function bodyOf(report: Report, { marker, comment, context }: BodyOptions) {
  const { event, sha } = context;
  const run = event.payload.workflow_run;
  const commit = run ? run.head_sha : commitOf(event, sha);
  const extras = {
    label: labelOf(comment),
    runUrl: run ? run.html_url : context.runUrl,
    sourceUrl: sourceUrlOf(context, commit),
    commit,
    caution: run || isFork(event) ? `${CAUTION}${contradiction(report, run?.conclusion)}` : undefined,
  };
  return renderComment(report, omitUndefined<CommentOptions>({ marker, ...extras }));
}

/** A warning where GitHub says that the run failed and the report says that it passed. */
const contradiction = ({ verdict }: Report, conclusion: string | null | undefined): string =>
  verdict === 'passed' && conclusion === 'failure' ? ' **GitHub says that this run failed.**' : '';

interface TargetOptions {
  readonly event: GitHubEvent;
  readonly github: GitHub;
}

/** The number of the pull request that the report belongs to, or why there is nothing to comment on. */
async function targetOf(report: Report, { event, github }: TargetOptions): Promise<number | string> {
  const own = pullRequestOf(event);
  if (own !== undefined) return own;
  const run = event.payload.workflow_run;
  if (!run) throw new ProblemsError([NO_EVENT]);
  if (!/^pull_request/.test(run.event)) return `The run was not for a pull request, but for ${run.event}: no comment.`;
  const candidates = await candidatesOf(report, { event, github });
  const repository = run.head_repository?.full_name;
  const same = candidates.filter(({ headRepository }) => headRepository !== undefined && headRepository === repository);
  const [target] = same.filter(({ headSha }) => headSha === run.head_sha);
  if (target) return target.number;
  if (report.pullRequest !== undefined && same.length === 0) throw new ProblemsError([foreign(report.pullRequest)]);
  return 'The pull request has newer commits than the run, or is closed: no comment.';
}

/** Candidates for the report's pull request. The report may only choose among those that GitHub confirms. */
async function candidatesOf(
  { pullRequest }: Report,
  { event: { payload }, github }: TargetOptions,
): Promise<readonly PullRequest[]> {
  if (pullRequest !== undefined) return github.pull(pullRequest).then((pull) => [pull], noneWhenMissing);
  const run = payload.workflow_run;
  const owner = run?.head_repository?.full_name.split('/')[0];
  return owner && run?.head_branch ? github.pullsFrom(owner, run.head_branch) : [];
}

function noneWhenMissing(error: unknown): readonly PullRequest[] {
  if (error instanceof GitHubError && error.code === 'missing') return [];
  throw error;
}

const NO_EVENT: Problem = {
  code: 'comment',
  message: 'comment: the event names no pull request',
  remedy: 'Use it in a workflow on workflow_run or pull_request, such as examples/workflows/fork-comment.yml.',
};

const foreign = (number: number): Problem => ({
  code: 'comment',
  message: `comment: the report names pull request #${number}, and GitHub has no such pull request from the run's repository; nothing was posted`,
  remedy: 'Download the report from the run that triggered this one: run-id: github.event.workflow_run.id.',
});

function explained({ code, message }: GitHubError): OutsideError {
  const remedy = remedyOf(code, 'pull-requests: write');
  return remedy
    ? new OutsideError('auth', { message: `comment: GitHub refused it: ${message}`, remedy })
    : new OutsideError('network', { message: `comment: GitHub answered "${message}"`, remedy: 'Run the job again.' });
}
