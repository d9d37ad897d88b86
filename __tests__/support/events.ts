import { createRequire } from 'node:module';
import { BOT, REPOSITORY } from './github.ts';

// biome-ignore lint/suspicious/noExplicitAny: payloads have many shapes
type Payload = any;

/** One real payload for each event, as GitHub publishes them. */
const EXAMPLES = createRequire(import.meta.url)('@octokit/webhooks-examples/api.github.com/index.json') as readonly {
  readonly name: string;
  readonly examples: readonly Payload[];
}[];

const exampleOf = (name: string): Payload => {
  const example = EXAMPLES.find((one) => one.name === name)?.examples[0];
  return structuredClone(example ?? {});
};

const repository = (fullName: string) => {
  const [owner, name] = fullName.split('/');
  return {
    ...exampleOf('push').repository,
    name,
    full_name: fullName,
    default_branch: 'main',
    owner: { login: owner },
  };
};

/** An event as the runner hands it over: what stands in the environment, and the payload. */
export interface RunnerEvent {
  readonly env: Readonly<Record<string, string>>;
  readonly payload: Payload;
}

interface Head {
  readonly number: number;
  readonly sha: string;
  readonly branch?: string;
  /** `owner/repository` of the head. */
  readonly from?: string;
}

export function pullRequest(
  { number, sha, branch = 'feature', from = REPOSITORY }: Head,
  name = 'pull_request',
): RunnerEvent {
  const payload = exampleOf('pull_request');
  const { pull_request: pull } = payload;
  const head = { ...pull.head, sha, ref: branch, repo: repository(from) };
  const base = { ...pull.base, ref: 'main', repo: repository(REPOSITORY) };
  return {
    env: { GITHUB_EVENT_NAME: name, GITHUB_REF: `refs/pull/${number}/merge`, GITHUB_SHA: '0'.repeat(40) },
    payload: {
      ...payload,
      action: 'synchronize',
      number,
      pull_request: { ...pull, number, head, base },
      repository: repository(REPOSITORY),
    },
  };
}

/** The end of another workflow's run for a pull request; of a fork's, GitHub names no pull request. */
export function workflowRun(
  { sha, branch = 'feature', from = REPOSITORY }: Omit<Head, 'number'>,
  event = 'pull_request',
): RunnerEvent {
  const payload = exampleOf('workflow_run');
  return {
    env: { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_REF: 'refs/heads/main', GITHUB_SHA: '0'.repeat(40) },
    payload: {
      ...payload,
      repository: repository(REPOSITORY),
      workflow_run: {
        ...payload.workflow_run,
        event,
        conclusion: 'failure',
        head_sha: sha,
        head_branch: branch,
        head_repository: repository(from),
        pull_requests: [],
        html_url: `https://github.com/${REPOSITORY}/actions/runs/4711`,
      },
    },
  };
}

export function push(ref: string, sha = 'a'.repeat(40)): RunnerEvent {
  const payload = { ...exampleOf('push'), ref, after: sha, repository: repository(REPOSITORY) };
  return { env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF: ref, GITHUB_SHA: sha }, payload };
}

/** Any other event, on the default branch. */
export function other(name: string, ref = 'refs/heads/main'): RunnerEvent {
  const payload = { ...exampleOf(name), repository: repository(REPOSITORY) };
  return { env: { GITHUB_EVENT_NAME: name, GITHUB_REF: ref, GITHUB_SHA: 'a'.repeat(40) }, payload };
}

/** The runner's environment of a job, before its event. */
export const runner = (api: string): Readonly<Record<string, string>> => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_ACTOR: BOT,
  GITHUB_API_URL: api,
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: REPOSITORY,
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_WORKFLOW: 'Postman',
  GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/postman.yml@refs/pull/1/merge`,
  GITHUB_JOB: 'postman',
  GITHUB_ACTION: '__postman-sync_postman-sync',
});
