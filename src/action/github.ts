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

/** GitHub's API for one repository. Reads are retried; writes are sent once. Both wait for rate limits, up to a minute. */
export function connect({ token, apiUrl, ...repository }: GitHubAccess): GitHub {
  const { rest, graphql, paginate } = createOctokit(token, apiUrl);
  const all = { ...repository, per_page: 100 };
  return {
    viewer: () => viewerOf({ graphql, rest }),
    comments: async (pull) => {
      const list = paginate(rest.issues.listComments, { ...all, issue_number: pull }, bounded());
      return orGitHubError(list.then((comments) => comments.map(commentOf)));
    },
    createComment: async (pull, body) => {
      await orGitHubError(rest.issues.createComment({ ...repository, issue_number: pull, body }));
    },
    updateComment: async (id, body) => {
      await orGitHubError(rest.issues.updateComment({ ...repository, comment_id: id, body }));
    },
    deleteComment: async (id) => {
      await orGitHubError(rest.issues.deleteComment({ ...repository, comment_id: id }));
    },
    pull: (number) => {
      const answer = rest.pulls.get({ ...repository, pull_number: number });
      return orGitHubError(answer.then(({ data }) => pullRequest(data)));
    },
    pullsFrom: (headOwner, branch) => {
      const list = rest.pulls.list({ ...all, state: 'open', head: `${headOwner}:${branch}` });
      return orGitHubError(list.then(({ data }) => data.map(pullRequest)));
    },
    pullsOf: (sha) => {
      const list = rest.repos.listPullRequestsAssociatedWithCommit({ ...all, commit_sha: sha });
      return orGitHubError(list.then(({ data }) => data.filter(({ state }) => state === 'open').map(pullRequest)));
    },
    createCheckRun: async ({ name, sha, conclusion, detailsUrl, output }) => {
      const link = detailsUrl ? { details_url: detailsUrl } : {};
      const run = { ...repository, name, head_sha: sha, status: 'completed' as const, conclusion, ...link };
      return orGitHubError(rest.checks.create({ ...run, output: mutable(output) }).then(({ data }) => data.id));
    },
    annotateCheckRun: async (id, output) => {
      await orGitHubError(rest.checks.update({ ...repository, check_run_id: id, output: mutable(output) }));
    },
  };
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function createOctokit(token: Secret, apiUrl: string) {
  const shouldWait = (seconds: number, _options: object, _octokit: object, attempts: number): boolean =>
    attempts < 1 && seconds <= LONGEST_WAIT_S;
  const octokit = new (Octokit.plugin(retry, throttling))({
    ...getOctokitOptions(token.reveal()),
    baseUrl: apiUrl,
    userAgent: 'postman-sync',
    log: silent,
    request: { ...defaults.request, fetch: fetchAfterLimit },
    retry: { retries: 2 },
    throttle: { onRateLimit: shouldWait, onSecondaryRateLimit: shouldWait },
  });
  octokit.hook.before('request', (options) => {
    // A failed write may have been applied: a retry would double comments and annotations.
    if (options.method !== 'GET') options.request.retries = 0;
  });
  return octokit;
}

/** Each attempt has its own timeout; waits on limits do not count. */
const timedFetch: typeof fetch = (url, init) => proxyFetch(url, { ...init, signal: AbortSignal.timeout(REQUEST_MS) });

/**
 * Waits for a 429 and sends the request again, writes included: a limited request was not applied. The throttling plugin
 * knows only GitHub's own messages, not the 429 of proxies and older servers.
 */
const fetchAfterLimit: typeof fetch = async (url, init) => {
  const answer = await timedFetch(url, init);
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  if (answer.status !== 429 || !(seconds >= 0 && seconds <= LONGEST_WAIT_S)) return answer;
  await sleep(seconds * 1000);
  return timedFetch(url, init);
};

/** The toolkit's `fetch`, which uses the runner's proxy. */
const proxyFetch = (defaults.request?.fetch ?? fetch) as typeof fetch;

type Client = ReturnType<typeof createOctokit>;

/** The token's login. For installation tokens, such as the workflow's own, only GraphQL answers. */
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

/** A page function for `paginate` that stops after {@link PAGES}. */
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
const NOT_GITHUB = 'the answer does not come from GitHub; check that GITHUB_API_URL is the address of its API';

/** The answer; throws a GitHubError with GitHub's message. */
async function orGitHubError<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const { status, message, response } = error as {
      readonly status?: number;
      readonly message?: string;
      readonly response?: { readonly headers?: Readonly<Record<string, unknown>> };
    };
    if (status === undefined) throw new GitHubError('unknown', NOT_GITHUB, error);
    const reason = (message ?? String(error)).replace(/ - https?:\/\/\S+$/, '');
    const code = codeOf(response ? status : undefined, response?.headers);
    throw new GitHubError(code, response ? `${status} ${reason}` : reason, error);
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
