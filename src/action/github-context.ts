import { readFileSync } from 'node:fs';
import { type GitHubEvent, type Payload, payloadSchema } from './event.ts';

/** The runner's environment, read once. */
export interface GitHubContext {
  readonly event: GitHubEvent;
  /** Absent outside GitHub. */
  readonly repository?: { readonly owner: string; readonly repo: string };
  /** The commit that was checked out. */
  readonly sha?: string;
  /** The web page of the repository; absent outside GitHub. */
  readonly repositoryUrl?: string;
  /** The web page of this run. */
  readonly runUrl?: string;
  /** Base URL of the API: GitHub's, or an Enterprise Server's. */
  readonly apiUrl: string;
  /** Identifies this step: workflow, job and step. */
  readonly step: readonly string[];
  /** A sentence why the event could not be read; absent where it was read. */
  readonly complaint?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the runner's environment and the payload of its event. Never throws. */
export function readGitHubContext(env: Environment): GitHubContext {
  const { payload, complaint } = readPayload(env.GITHUB_EVENT_PATH);
  const [owner, repo] = (env.GITHUB_REPOSITORY ?? '').split('/');
  return {
    event: {
      name: env.GITHUB_EVENT_NAME ?? '',
      ref: env.GITHUB_REF ?? '',
      ...(env.GITHUB_REPOSITORY ? { repository: env.GITHUB_REPOSITORY } : {}),
      ...(env.GITHUB_ACTOR ? { actor: env.GITHUB_ACTOR } : {}),
      payload,
    },
    apiUrl: (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, ''),
    step: [workflowOf(env), env.GITHUB_JOB ?? '', env.GITHUB_ACTION ?? ''],
    ...(owner && repo ? { repository: { owner, repo } } : {}),
    ...(env.GITHUB_SHA ? { sha: env.GITHUB_SHA } : {}),
    ...pagesOf(env),
    ...(complaint ? { complaint } : {}),
  };
}

/** The workflow's file. The branch at the end of `GITHUB_WORKFLOW_REF` is removed: it differs between pull requests. */
const workflowOf = (env: Environment): string =>
  env.GITHUB_WORKFLOW_REF?.replace(/@[^@]*$/, '') || (env.GITHUB_WORKFLOW ?? '');

/** The web page of the repository's files at a commit; undefined outside GitHub. */
export const sourceUrlOf = ({ repositoryUrl }: GitHubContext, commit: string | undefined): string | undefined =>
  repositoryUrl && commit ? `${repositoryUrl}/blob/${commit}` : undefined;

function pagesOf({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id, ...env }: Environment) {
  if (!repository) return {};
  const repositoryUrl = `${(server || 'https://github.com').replace(/\/+$/, '')}/${repository}`;
  const attempt = Number(env.GITHUB_RUN_ATTEMPT) > 1 ? `/attempts/${env.GITHUB_RUN_ATTEMPT}` : '';
  return { repositoryUrl, ...(id ? { runUrl: `${repositoryUrl}/actions/runs/${id}${attempt}` } : {}) };
}

function readPayload(path: string | undefined): { readonly payload: Payload; readonly complaint?: string } {
  if (!path) return { payload: {} };
  try {
    return { payload: payloadSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) };
  } catch (error) {
    const reason = String((error as { code?: unknown }).code ?? 'not a JSON object');
    return { payload: {}, complaint: `The event payload cannot be read (${reason}); auto means plan.` };
  }
}
