import { omitUndefined } from '../core/lib/json.ts';
import { messageOf } from '../core/model/errors.ts';
import type { Secret } from '../core/model/secret.ts';
import { type CommentOptions, renderComment } from '../render/markdown.ts';
import { COMMAND_SPECS } from '../settings/commands.ts';
import type { Log } from '../sync/ports.ts';
import { labelOf, markerOf } from '../wiring/comment-marker.ts';
import type { FinishedRun } from '../wiring/execute.ts';
import { buildCheckRun, type CheckPlace, publishCheckRun } from './check-run.ts';
import { placeComment } from './comment.ts';
import { commitOf, isFork, pullRequestOf } from './event.ts';
import type { GitHubContext } from './github-context.ts';
import { type GitHub, GitHubError } from './ports.ts';
import { remedyOf } from './remedy.ts';

/** What publishing needs besides the run itself. */
export interface PublishOptions {
  readonly place: GitHubContext;
  /** Where the files of the run are shown. */
  readonly sourceUrl: string | undefined;
  readonly log: Pick<Log, 'notice' | 'warning'>;
  /** Called once there is something to publish. */
  readonly connect: (token: Secret) => Promise<GitHub>;
}

/** Shows a finished run as comment and check run, where asked and allowed. Never throws, and changes no verdict. */
export async function publish(run: FinishedRun, publishing: PublishOptions): Promise<void> {
  const { command } = run.settings;
  if (command !== 'auto' && !COMMAND_SPECS[command].shown) return;
  const wanted = wantedOf(run, publishing);
  const parts: readonly Part[] = [
    ...(wanted.comment ? [commentPart(run, publishing, wanted)] : []),
    ...(wanted.checkRun ? [checkRunPart(run, publishing)] : []),
  ];
  if (parts.length === 0) return;
  const github = wanted.token && publishing.connect(wanted.token);
  for (const part of parts) {
    try {
      if (!github) throw new GitHubError('invalid', 'no github-token was given');
      await part.publish(await github);
    } catch (error) {
      tell(publishing, { ...part, error });
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

function wantedOf({ settings: { github: given } }: FinishedRun, { place }: PublishOptions): Wanted {
  const onPullRequest = pullRequestOf(place.event) !== undefined;
  const inRepository = place.repository !== undefined;
  return {
    comment: given.comment === 'always' || (given.comment === 'auto' && onPullRequest && inRepository),
    asked: given.comment === 'always',
    checkRun: given.checkRun,
    token: given.token,
  };
}

/** One thing to publish. */
interface Part {
  readonly name: string;
  /** The permission that it needs. */
  readonly permission: string;
  readonly level: 'notice' | 'warning';
  readonly publish: (github: GitHub) => Promise<void>;
}

const commentPart = (
  { report, settings, paths: { artifact: pageUrl } }: FinishedRun,
  { place, sourceUrl }: PublishOptions,
  { asked }: Wanted,
): Part => ({
  name: 'The pull-request comment',
  permission: 'pull-requests: write',
  level: asked ? 'warning' : 'notice',
  publish: async (github) => {
    const marker = markerOf(place.step, settings.comment);
    const [label, commit, { runUrl }] = [labelOf(settings.comment), commitOf(place.event, place.sha), place];
    const body = renderComment(
      report,
      omitUndefined<CommentOptions>({ marker, label, commit, runUrl, pageUrl, sourceUrl }),
    );
    for (const pull of await pullsOf(place, github)) await placeComment(github, { pull, marker, body });
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

const checkRunPart = ({ report, settings }: FinishedRun, { place }: PublishOptions): Part => ({
  name: 'The check run',
  permission: 'checks: write',
  level: 'warning',
  publish: async (github) => {
    const sha = commitOf(place.event, place.sha);
    if (sha === undefined) throw new GitHubError('invalid', 'there is no commit to attach it to');
    const [label, { runUrl }] = [labelOf(settings.comment), place];
    await publishCheckRun(github, buildCheckRun(report, omitUndefined<CheckPlace>({ sha, label, runUrl })));
  },
});

interface Untold extends Omit<Part, 'publish'> {
  readonly error: unknown;
}

function tell({ log, place }: PublishOptions, { name, permission, level, error }: Untold): void {
  const remedy = error instanceof GitHubError ? remedyOf(error.code, permission) : undefined;
  const told = remedy ? ` ${isFork(place.event) ? FORK : remedy}` : '';
  log[level](`${name} was not published: ${reasonOf(error).replace(/\.$/, '')}. The verdict stands.${told}`);
}

const FORK =
  "A pull request from a fork has a token that may only read; the two workflows fork-tests.yml and fork-comment.yml in the action's examples/workflows comment on it all the same.";

/** Messages of GitHub begin with the status. */
function reasonOf(error: unknown): string {
  const said = messageOf(error);
  return /^\d{3} /.test(said) ? `GitHub answered "${said}"` : said;
}
