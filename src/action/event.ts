import * as z from 'zod';
import type { Problem } from '../core/model/problem.ts';
import { COMMAND_SPECS, type RepositoryCommand } from '../settings/commands.ts';

const repository = z.object({ full_name: z.string() });
const base = z.object({ sha: z.string(), ref: z.string().optional() }).optional().catch(undefined);
const head = z.object({ sha: z.string().optional(), repo: repository.nullish().catch(undefined) });

/** The part of event payloads that is read. Fields that are missing or have another shape are absent. */
export const payloadSchema = z.object({
  repository: repository.partial().extend({ default_branch: z.string().optional() }).optional().catch(undefined),
  pull_request: z.object({ number: z.int().positive(), head: head.optional(), base }).optional().catch(undefined),
  merge_group: z.object({ base_sha: z.string(), base_ref: z.string().optional() }).optional().catch(undefined),
  /** Comments on pull requests come as comments on issues. */
  issue: z
    .object({ number: z.int().positive(), pull_request: z.object({}).optional() })
    .optional()
    .catch(undefined),
  workflow_run: z
    .object({
      event: z.string(),
      head_sha: z.string(),
      conclusion: z.string().nullish(),
      head_branch: z.string().nullish(),
      head_repository: repository.nullish(),
      html_url: z.string().optional(),
    })
    .optional()
    .catch(undefined),
});

/** The part of event payloads that is read. */
export type Payload = z.infer<typeof payloadSchema>;

/** The event that a workflow runs for. */
export interface GitHubEvent {
  /** `GITHUB_EVENT_NAME`. */
  readonly name: string;
  /** `GITHUB_REF`: `refs/heads/main`, `refs/tags/v1`, `refs/pull/1/merge`. */
  readonly ref: string;
  /** `GITHUB_REPOSITORY`: `owner/repository`. */
  readonly repository?: string;
  /** `GITHUB_ACTOR`: who caused the event; for a re-run, who caused the first run. */
  readonly actor?: string;
  /** The payload; its shape depends on the event. */
  readonly payload: Payload;
}

const APPLIES: ReadonlySet<string> = new Set(['schedule', 'workflow_dispatch', 'repository_dispatch', 'release']);

/**
 * What `auto` means for an event: `apply` on pushes to the default branch and on schedules, releases and manual runs;
 * `plan` on everything else, so that nothing is written to Postman from a pull request, a merge queue, a branch or a tag.
 */
export function autoCommand({ name, ref, payload }: GitHubEvent): RepositoryCommand {
  if (APPLIES.has(name)) return 'apply';
  const main = payload.repository?.default_branch;
  return name === 'push' && main !== undefined && ref === `refs/heads/${main}` ? 'apply' : 'plan';
}

/** Events that run with the repository's secrets and a token that may write, whoever caused them. */
const TRUSTED_EVENTS: ReadonlySet<string> = new Set(['pull_request_target', 'workflow_run']);

/**
 * Whether the event is about a pull request from a fork. Deleted forks and payloads without a head repository count as
 * forks.
 */
export function isFork({ name, payload, repository: here }: GitHubEvent): boolean {
  const { pull_request: pull, workflow_run: run, repository: own } = payload;
  if (!pull && !run) return TRUSTED_EVENTS.has(name);
  const source = pull ? pull.head?.repo?.full_name : run?.head_repository?.full_name;
  return source === undefined || source !== (own?.full_name ?? here);
}

/** The commit that is tested: the head of a pull request, not the merge commit that GitHub creates for it. */
export const commitOf = ({ payload }: GitHubEvent, sha: string | undefined): string | undefined =>
  payload.pull_request?.head?.sha ?? (sha || undefined);

/** The commit that a pull request or a merge group is compared with. */
export const changeBaseOf = ({ payload }: GitHubEvent): string | undefined =>
  payload.pull_request?.base?.sha ?? payload.merge_group?.base_sha;

/** The branch whose report is the baseline: the target of a pull request or merge group, else the default branch. */
export const baseBranchOf = ({ payload }: GitHubEvent): string | undefined =>
  payload.pull_request?.base?.ref ??
  payload.merge_group?.base_ref?.replace(/^refs\/heads\//, '') ??
  payload.repository?.default_branch;

/** The branch in the event's ref; undefined for pull requests and tags. */
export const branchOf = ({ ref }: GitHubEvent): string | undefined => /^refs\/heads\/(.+)$/.exec(ref)?.[1];

/** The number of the pull request that the event is about. */
export const pullRequestOf = ({ payload: { pull_request: pull, issue } }: GitHubEvent): number | undefined =>
  pull?.number ?? (issue?.pull_request ? issue.number : undefined);

/** The inputs that decide whether a command may run. */
export interface RefusalInputs {
  readonly command: RepositoryCommand | 'auto';
  /** The author of the workflow accepts that files of a fork run where secrets are available. */
  readonly allowForks: boolean;
}

/**
 * Why a command must not run for an event; undefined where it may. Files of a fork must not run where secrets are
 * available, and must not be applied to a workspace.
 */
export function refusalOf(event: GitHubEvent, { command, allowForks }: RefusalInputs): Problem | undefined {
  if (command === 'apply' && mayBeFork(event)) return FORK_APPLY;
  const readsFiles = command === 'auto' || COMMAND_SPECS[command].suites;
  if (allowForks || !HAS_SECRETS.has(event.name) || !mayBeFork(event) || !readsFiles) return undefined;
  return {
    code: 'fork-refused',
    message: `${event.name}: this pull request ${isComment(event) ? 'may come' : 'comes'} from a fork, and its files would run with access to this repository's secrets and token`,
    remedy:
      'Run on pull_request instead: there a fork has no secrets, and its suites still gate. For a comment, use the two workflows fork-tests.yml and fork-comment.yml in examples/workflows. If no file of the fork is checked out, set allow-forks.',
  };
}

/** Events that run with the repository's secrets, whoever caused them. */
const HAS_SECRETS: ReadonlySet<string> = new Set([...TRUSTED_EVENTS, 'issue_comment']);

/** Payloads of comments do not tell whether the pull request comes from a fork. */
const isComment = ({ name, payload }: GitHubEvent): boolean =>
  name === 'issue_comment' && payload.issue?.pull_request !== undefined;

const mayBeFork = (event: GitHubEvent): boolean => isComment(event) || isFork(event);

const FORK_APPLY: Problem = {
  code: 'fork-refused',
  message: "apply: this pull request comes from a fork, and a fork's files are not written to Postman",
  remedy: 'Leave command to auto, which plans here; apply after the merge.',
};

const DEPENDABOT = 'dependabot[bot]';

/** The reason why an event has no API key, where it is known. */
export function whyNoKey(event: GitHubEvent): string | undefined {
  if (event.actor === DEPENDABOT)
    return 'Dependabot\'s runs have no Actions secrets; for a plan, store the key under "Secrets and variables", "Dependabot", too';
  return isFork(event) ? 'a pull request from a fork has none' : undefined;
}
