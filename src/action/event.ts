import type { Command } from '../settings/inputs.ts';

/** What GitHub tells about why a workflow runs. */
export interface GitHubEvent {
  /** `GITHUB_EVENT_NAME`. */
  readonly name: string;
  /** `GITHUB_REF`: `refs/heads/main`, `refs/tags/v1`, `refs/pull/1/merge`. */
  readonly ref: string;
  /** The payload; its shape depends on the event. */
  readonly payload: Payload;
}

/** The part of event payloads that is read. */
export interface Payload {
  readonly repository?: { readonly default_branch?: string; readonly full_name?: string };
  readonly pull_request?: {
    readonly number?: number;
    readonly head?: { readonly repo?: { readonly full_name?: string } | null; readonly sha?: string };
  };
}

const APPLIES: ReadonlySet<string> = new Set(['schedule', 'workflow_dispatch', 'repository_dispatch', 'release']);

/**
 * What `auto` means for an event: `apply` on pushes to the default branch and on schedules, releases and manual runs;
 * `plan` on everything else, so that nothing is written to Postman from a pull request, a merge queue or a branch.
 */
export function autoCommand({ name, ref, payload }: GitHubEvent): Command {
  if (APPLIES.has(name)) return 'apply';
  const main = payload.repository?.default_branch;
  return name === 'push' && main !== undefined && ref === `refs/heads/${main}` ? 'apply' : 'plan';
}

/** Whether the event is a pull request whose head lies in another repository. A deleted fork counts as one. */
export function isFork({ payload }: GitHubEvent): boolean {
  const pull = payload.pull_request;
  return pull !== undefined && pull.head?.repo?.full_name !== payload.repository?.full_name;
}

/** The commit the run is about: a pull request's head rather than the merge commit that GitHub makes for it. */
export const commitOf = ({ payload }: GitHubEvent, sha: string | undefined): string | undefined =>
  payload.pull_request?.head?.sha ?? (sha || undefined);
