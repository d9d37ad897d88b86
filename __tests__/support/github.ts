import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createEmulator } from 'emulate';

/** One request that reached GitHub. */
export interface Call {
  readonly method: string;
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read bodies of many shapes
  readonly body: any;
  readonly status: number;
}

/** An answer that takes the place of GitHub's own; `done` lets the request through and loses its answer. */
export interface Refusal {
  readonly method: string;
  readonly path: RegExp;
  readonly status: number;
  readonly message?: string;
  /** A page for people in the place of JSON. */
  readonly page?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly done?: boolean;
  /** How many requests it answers; all without. */
  readonly times?: number;
}

/** A comment as GitHub lists it. */
export interface ListedComment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly login: string };
}

/** GitHub, as far as pull requests go: a stateful stand-in behind a gate that refuses, counts and limits. */
export interface GitHubStandIn {
  readonly url: string;
  readonly token: string;
  readonly calls: readonly Call[];
  refuse(refusal: Refusal): void;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes
  api(method: string, path: string, options?: { readonly body?: unknown; readonly as?: string }): Promise<any>;
  comments(pull: number): Promise<readonly ListedComment[]>;
  close(): Promise<void>;
}

export const OWNER = 'acme';
export const REPOSITORY = 'acme/shop';
export const BOT = 'github-actions[bot]';

const TOKENS = {
  'ghs_the-workflows-own-token': { login: BOT },
  'ghp_of-acme': { login: OWNER },
  'ghp_of-mallory': { login: 'mallory' },
} as const;

/** Starts a GitHub with the repository acme/shop, its owner, a stranger named mallory and the workflow's own token. */
export async function startGitHub(): Promise<GitHubStandIn> {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: TOKENS,
      github: {
        users: [{ login: OWNER }, { login: 'mallory' }, { login: BOT }],
        repos: [{ owner: OWNER, name: 'shop', default_branch: 'main' }],
      },
    },
  });
  const upstream = emulator.url.replace('localhost', '127.0.0.1');
  const calls: Call[] = [];
  const refusals: (Refusal & { used: number })[] = [];
  const server = createServer(gate({ upstream, calls, refusals }));
  const url = await listen(server);
  const api: GitHubStandIn['api'] = async (method, path, { body, as = 'ghp_of-acme' } = {}) => {
    const headers = { authorization: `token ${as}`, 'content-type': 'application/json' };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const answer = await (await fetch(`${upstream}${path}`, init)).text();
    return answer === '' ? undefined : JSON.parse(answer);
  };
  return {
    url,
    token: 'ghs_the-workflows-own-token',
    calls,
    refuse: (refusal) => refusals.push({ ...refusal, used: 0 }),
    api,
    comments: (pull) => api('GET', `/repos/${REPOSITORY}/issues/${pull}/comments?per_page=100`),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await emulator.close();
    },
  };
}

interface Gate {
  readonly upstream: string;
  readonly calls: Call[];
  readonly refusals: (Refusal & { used: number })[];
}

const gate =
  ({ upstream, calls, refusals }: Gate) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    // An Enterprise Server has its API below a path of its own.
    const path = (request.url ?? '').replace(/^\/api(\/v3)?(?=\/)/, '');
    const method = request.method ?? '';
    const known = refusals.find((one) => one.method === method && one.path.test(path) && one.used < (one.times ?? 1e9));
    const forwarded = !known || known.done ? await forward({ upstream, request, path, body }) : undefined;
    if (known) known.used += 1;
    const answer = known ? refusal(known) : (forwarded ?? { status: 500, headers: {}, text: '{}' });
    calls.push({ method, path, body: body ? JSON.parse(body) : undefined, status: answer.status });
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(answer.text);
  };

const refusal = ({ status, headers = {}, message = 'no', page }: Refusal) =>
  page === undefined
    ? { status, headers, text: JSON.stringify({ message }) }
    : { status, headers: { ...headers, 'content-type': 'text/html' }, text: page };

interface Forwarding {
  readonly upstream: string;
  readonly request: IncomingMessage;
  readonly path: string;
  readonly body: string;
}

/** What the stand-in does not know of GitHub: who an installation token is, and what is too long. */
async function forward({ upstream, request, path, body }: Forwarding) {
  const headers = { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' };
  const json = (status: number, value: unknown) => ({ status, headers: {}, text: JSON.stringify(value) });
  if (path === '/graphql') {
    const user = (await (await fetch(`${upstream}/user`, { headers })).json()) as { login: string };
    return json(200, { data: { viewer: { login: user.login } } });
  }
  if (path === '/user') return json(403, { message: 'Resource not accessible by integration' });
  const parsed = body ? JSON.parse(body) : {};
  const tooLong = (parsed.body?.length ?? 0) > 65_536 || (parsed.output?.summary?.length ?? 0) > 65_535;
  if (tooLong || (parsed.output?.annotations?.length ?? 0) > 50) return json(422, { message: 'Validation Failed' });
  const init = { method: request.method ?? 'GET', headers };
  const reply = await fetch(`${upstream}${path}`, body ? { ...init, body } : init);
  const link = reply.headers.get('link');
  return { status: reply.status, headers: link ? { link } : {}, text: await reply.text() };
}

const listen = (server: Server): Promise<string> =>
  new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
