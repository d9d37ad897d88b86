import { setTimeout as sleep } from 'node:timers/promises';
import { defaults, getOctokitOptions, GitHub as Octokit } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import type { Secret } from '../core/model/secret.ts';
import { type Comment, type GitHub, GitHubError, type PullRequest } from './ports.ts';

/** Repository, API and token. */
export interface GitHubAccess {
  readonly token: Secret;
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
}

/** Longest time for one request (GitHub ends requests after ten seconds), and longest wait on a limit. */
const REQUEST_MS = 12_000;
const LONGEST_WAIT_S = 60;

/** Most pages of a list that are read; a page has a hundred entries. */
const PAGES = 30;

/** GitHub's API for one repository. Reads are retried, writes are sent once, and both wait on limits within bounds. */
export function connect({ token, apiUrl, ...place }: GitHubAccess): GitHub {
  const { rest, graphql, paginate } = createOctokit(token, apiUrl);
  const all = { ...place, per_page: 100 };
  return {
    viewer: () => viewerOf({ graphql, rest }),
    comments: async (pull) => {
      const list = paginate(rest.issues.listComments, { ...all, issue_number: pull }, bounded());
      return told(list.then((comments) => comments.map(commentOf)));
    },
    createComment: async (pull, body) => {
      await told(rest.issues.createComment({ ...place, issue_number: pull, body }));
    },
    updateComment: async (id, body) => {
      await told(rest.issues.updateComment({ ...place, comment_id: id, body }));
    },
    deleteComment: async (id) => {
      await told(rest.issues.deleteComment({ ...place, comment_id: id }));
    },
    pull: (number) => told(rest.pulls.get({ ...place, pull_number: number }).then(({ data }) => pullRequest(data))),
    pullsFrom: (headOwner, branch) => {
      const list = rest.pulls.list({ ...all, state: 'open', head: `${headOwner}:${branch}` });
      return told(list.then(({ data }) => data.map(pullRequest)));
    },
    pullsOf: (sha) => {
      const list = rest.repos.listPullRequestsAssociatedWithCommit({ ...all, commit_sha: sha });
      return told(list.then(({ data }) => data.filter(({ state }) => state === 'open').map(pullRequest)));
    },
    createCheckRun: async ({ name, sha, conclusion, detailsUrl, output }) => {
      const link = detailsUrl ? { details_url: detailsUrl } : {};
      const run = { ...place, name, head_sha: sha, status: 'completed' as const, conclusion, ...link };
      return told(rest.checks.create({ ...run, output: mutable(output) }).then(({ data }) => data.id));
    },
    annotateCheckRun: async (id, output) => {
      await told(rest.checks.update({ ...place, check_run_id: id, output: mutable(output) }));
    },
  };
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function createOctokit(token: Secret, apiUrl: string) {
  const waits = (seconds: number, _options: object, _octokit: object, attempts: number): boolean =>
    attempts < 1 && seconds <= LONGEST_WAIT_S;
  const octokit = new (Octokit.plugin(retry, throttling))({
    ...getOctokitOptions(token.reveal()),
    baseUrl: apiUrl,
    userAgent: 'postman-sync',
    log: silent,
    request: { ...defaults.request, fetch: patient },
    retry: { retries: 2 },
    throttle: { onRateLimit: waits, onSecondaryRateLimit: waits },
  });
  octokit.hook.before('request', (options) => {
    // A failed write may have been applied: a retry would double comments and annotations.
    if (options.method !== 'GET') options.request.retries = 0;
  });
  return octokit;
}

/** Each attempt has its own timeout; waits on limits do not count. */
const timed: typeof fetch = (url, init) => fetching(url, { ...init, signal: AbortSignal.timeout(REQUEST_MS) });

/** A limit without the words that the throttling plugin knows, as proxies and older servers send it, refused a write, too. */
const patient: typeof fetch = async (url, init) => {
  const answer = await timed(url, init);
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  if (answer.status !== 429 || !(seconds >= 0 && seconds <= LONGEST_WAIT_S)) return answer;
  await sleep(seconds * 1000);
  return timed(url, init);
};

/** The toolkit's `fetch`, which uses the runner's proxy. */
const fetching = (defaults.request?.fetch ?? fetch) as typeof fetch;

type Client = ReturnType<typeof createOctokit>;

/** Installation tokens, the workflow's own among them, are told their name by GraphQL alone. */
async function viewerOf({ graphql, rest }: Pick<Client, 'graphql' | 'rest'>): Promise<string | undefined> {
  try {
    return (await rest.users.getAuthenticated()).data.login;
  } catch {
    return graphql<{ viewer: { login: string } }>('query { viewer { login } }').then(
      ({ viewer }) => viewer.login,
      () => undefined,
    );
  }
}

/** A page function for `paginate` that stops after so many pages. */
function bounded() {
  let pages = 0;
  return <T>({ data }: { readonly data: T[] }, done: () => void): T[] => {
    pages += 1;
    if (pages >= PAGES) done();
    return data;
  };
}

interface RawComment {
  readonly id: number;
  readonly body?: string | null;
  readonly user: { readonly login: string; readonly type: string } | null;
}

const commentOf = ({ id, body, user }: RawComment): Comment => ({
  id,
  body: body ?? '',
  author: user?.login ?? '',
  byApp: user?.type === 'Bot' || /\[bot\]$/.test(user?.login ?? ''),
});

interface RawPull {
  readonly number: number;
  readonly head: { readonly sha: string; readonly repo: { readonly full_name: string } | null };
}

const pullRequest = ({ number, head }: RawPull): PullRequest => ({
  number,
  headSha: head.sha,
  ...(head.repo ? { headRepository: head.repo.full_name } : {}),
});

/** Octokit's types have no readonly arrays. */
const mutable = <T extends { readonly annotations: readonly unknown[] }>({ annotations, ...rest }: T) => ({
  ...rest,
  annotations: [...annotations] as T['annotations'][number][],
});

/** The error for a proxy's page in place of a list. */
const NOT_GITHUB = 'the answer is not one of GitHub; does GITHUB_API_URL lead to its API?';

/** The response, or a GitHubError with GitHub's message. */
async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const { status, message, response } = error as {
      readonly status?: number;
      readonly message?: string;
      readonly response?: { readonly headers?: Readonly<Record<string, unknown>> };
    };
    if (status === undefined) throw new GitHubError('unknown', NOT_GITHUB, error);
    const said = `${response ? `${status} ` : ''}${(message ?? String(error)).replace(/ - https?:\/\/\S+$/, '')}`;
    throw new GitHubError(codeOf(response ? status : undefined, response?.headers), said, error);
  }
}

function codeOf(status: number | undefined, headers: Readonly<Record<string, unknown>> = {}): GitHubError['code'] {
  if (status === 429 || headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined)
    return 'limited';
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'refused';
  if (status === 404 || status === 410) return 'missing';
  return status !== undefined && status < 500 ? 'invalid' : 'unknown';
}
