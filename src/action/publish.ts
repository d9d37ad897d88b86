import { omitUndefined } from '../core/lib/json.ts';
import { messageOf } from '../core/model/errors.ts';
import type { Secret } from '../core/model/secret.ts';
import { type CommentOptions, renderComment } from '../render/markdown.ts';
import { COMMAND_SPECS } from '../settings/commands.ts';
import type { Log } from '../sync/ports.ts';
import { labelOf, markerOf } from '../wiring/comment-marker.ts';
import type { FinishedRun } from '../wiring/execute.ts';
import { buildCheckRun, type CheckRunOptions, publishCheckRun } from './check-run.ts';
import { upsertComment } from './comment.ts';
import { commitOf, isFork, pullRequestOf } from './event.ts';
import type { GitHubContext } from './github-context.ts';
import { type GitHub, GitHubError } from './ports.ts';
import { remedyOf } from './remedy.ts';

/** The context and the ports for publishing a run. */
export interface PublishOptions {
  readonly context: GitHubContext;
  /** Web page of the run's files. */
  readonly sourceUrl: string | undefined;
  readonly log: Pick<Log, 'notice' | 'warning'>;
  /** Called once there is something to publish. */
  readonly connect: (token: Secret) => Promise<GitHub>;
}

/** Publishes a finished run as comment and check run, as the settings ask for. Never throws, and changes no verdict. */
export async function publish(run: FinishedRun, options: PublishOptions): Promise<void> {
  const { command } = run.settings;
  if (command !== 'auto' && !COMMAND_SPECS[command].shown) return;
  const wanted = wantedOf(run, options);
  const parts: readonly Part[] = [
    ...(wanted.comment ? [commentPart(run, options, wanted)] : []),
    ...(wanted.checkRun ? [checkRunPart(run, options)] : []),
  ];
  if (parts.length === 0) return;
  const github = wanted.token && options.connect(wanted.token);
  for (const part of parts) {
    try {
      if (!github) throw new GitHubError('invalid', 'no github-token was given');
      await part.publish(await github);
    } catch (error) {
      logFailure(options, { ...part, error });
    }
  }
}

interface Wanted {
  readonly comment: boolean;
  /** Asked for explicitly: a failure is a warning. */
  readonly asked: boolean;
  readonly checkRun: boolean;
  readonly token: Secret | undefined;
}

function wantedOf({ settings: { github: given } }: FinishedRun, { context }: PublishOptions): Wanted {
  const onPullRequest = pullRequestOf(context.event) !== undefined;
  const inRepository = context.repository !== undefined;
  return {
    comment: given.comment === 'always' || (given.comment === 'auto' && onPullRequest && inRepository),
    asked: given.comment === 'always',
    checkRun: given.checkRun,
    token: given.token,
  };
}

/** A comment or a check run, and how it is published. */
interface Part {
  readonly name: string;
  /** The permission that publishing needs. */
  readonly permission: string;
  readonly level: 'notice' | 'warning';
  readonly publish: (github: GitHub) => Promise<void>;
}

const commentPart = (
  { report, settings, paths: { artifact: pageUrl } }: FinishedRun,
  { context, sourceUrl }: PublishOptions,
  { asked }: Wanted,
): Part => ({
  name: 'The pull-request comment',
  permission: 'pull-requests: write',
  level: asked ? 'warning' : 'notice',
  publish: async (github) => {
    const marker = markerOf(context.step, settings.comment);
    const [label, commit, { runUrl }] = [labelOf(settings.comment), commitOf(context.event, context.sha), context];
    const body = renderComment(
      report,
      omitUndefined<CommentOptions>({ marker, label, commit, runUrl, pageUrl, sourceUrl }),
    );
    for (const pull of await pullsOf(context, github)) await upsertComment(github, { pull, marker, body });
  },
});

/** The event's pull request; on other events those that the commit belongs to. */
async function pullsOf({ event, sha }: GitHubContext, github: GitHub): Promise<readonly number[]> {
  const own = pullRequestOf(event);
  if (own !== undefined) return [own];
  const found = sha === undefined ? [] : await github.pullsOf(sha);
  if (found.length === 0) throw new GitHubError('invalid', 'there is no open pull request of this commit');
  return found.map(({ number }) => number);
}

const checkRunPart = ({ report, settings }: FinishedRun, { context }: PublishOptions): Part => ({
  name: 'The check run',
  permission: 'checks: write',
  level: 'warning',
  publish: async (github) => {
    const sha = commitOf(context.event, context.sha);
    if (sha === undefined) throw new GitHubError('invalid', 'there is no commit to attach it to');
    const [label, { runUrl }] = [labelOf(settings.comment), context];
    await publishCheckRun(github, buildCheckRun(report, omitUndefined<CheckRunOptions>({ sha, label, runUrl })));
  },
});

interface FailedPart extends Omit<Part, 'publish'> {
  readonly error: unknown;
}

function logFailure({ log, context }: PublishOptions, { name, permission, level, error }: FailedPart): void {
  const remedy = error instanceof GitHubError ? remedyOf(error.code, permission) : undefined;
  const hint = remedy ? ` ${isFork(context.event) ? FORK : remedy}` : '';
  log[level](`${name} was not published: ${reasonOf(error).replace(/\.$/, '')}. The verdict stands.${hint}`);
}

const FORK =
  "The token of a pull request from a fork can only read. For a comment, use the two workflows fork-tests.yml and fork-comment.yml in the action's examples/workflows.";

/** Messages of GitHub begin with the status. */
function reasonOf(error: unknown): string {
  const message = messageOf(error);
  return /^\d{3} /.test(message) ? `GitHub answered "${message}"` : message;
}
