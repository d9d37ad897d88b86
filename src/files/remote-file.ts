import type { Secret } from '../core/model/secret.ts';

/** Reads a file at a commit from the host of the repository; undefined if that fails. */
export type ReadRemoteFile = (path: string, commit: string) => Promise<string | undefined>;

/** Options of `fetch`. */
interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly redirect: 'manual' | 'error';
  readonly signal: AbortSignal;
}

/** A repository on GitHub, with the API's address and a token. */
export interface GitHubRepository {
  readonly apiUrl: string;
  /** `owner/repository`. */
  readonly name: string;
  readonly token: Secret;
  /** Sends a request, through a proxy if one is set. */
  readonly fetch: (url: string | URL, request: RequestOptions) => Promise<Response>;
  /** The folder that paths are relative to, below the root of the repository; empty for the root. */
  readonly folder: string;
}

/** Options of a request to GitHub. */
export interface GitHubRequest {
  /** Media type of the answer; JSON by default. */
  readonly accept?: 'application/vnd.github+json' | 'application/vnd.github.raw+json';
  /** By default, a redirect is an error: another host must not receive the token. */
  readonly redirect?: 'manual' | 'error';
  /** Longest time for the answer. */
  readonly ms?: number;
}

/** Requests a path below the repository's address in GitHub's API; throws without an answer. */
export const askGitHub = (
  { apiUrl, name, token, fetch }: GitHubRepository,
  path: string,
  { accept = 'application/vnd.github+json', redirect = 'error', ms = 15_000 }: GitHubRequest = {},
): Promise<Response> =>
  fetch(`${apiUrl}/repos/${name}/${path}`, {
    headers: { accept, authorization: `Bearer ${token.reveal()}` },
    redirect,
    signal: AbortSignal.timeout(ms),
  });

/** Reads from GitHub's contents API; the token needs `contents: read`. */
export function createRemoteFiles(repository: GitHubRepository): ReadRemoteFile {
  return async (path, commit) => {
    const full = [repository.folder, path].filter((part) => part !== '').join('/');
    const segments = full.split('/').filter((part) => part !== '.');
    if (segments.includes('..')) return undefined;
    const below = `contents/${segments.map(encodeURIComponent).join('/')}?ref=${commit}`;
    try {
      const answer = await askGitHub(repository, below, { accept: 'application/vnd.github.raw+json' });
      return answer.ok ? await answer.text() : undefined;
    } catch {
      return undefined;
    }
  };
}
