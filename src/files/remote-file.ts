import type { Secret } from '../core/model/secret.ts';

/** Reads a file as of a commit from the host of the repository; undefined where it cannot be had. */
export type ReadRemoteFile = (path: string, commit: string) => Promise<string | undefined>;

/** What a request needs. */
interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly redirect: 'manual' | 'error';
  readonly signal: AbortSignal;
}

/** A repository on GitHub, and where it is asked for. */
export interface GitHubRepository {
  readonly apiUrl: string;
  /** `owner/repository`. */
  readonly name: string;
  readonly token: Secret;
  /** Sends a request, through a proxy where there is one. */
  readonly fetch: (url: string | URL, request: RequestOptions) => Promise<Response>;
  /** The folder that paths are relative to, below the root of the repository; empty for the root. */
  readonly folder: string;
}

/** How a request to GitHub differs from a plain one. */
export interface GitHubRequest {
  /** Media type of the answer; JSON by default. */
  readonly accept?: 'application/vnd.github+json' | 'application/vnd.github.raw+json';
  /** What a redirect is: by default an error, for the token must not follow it. */
  readonly redirect?: 'manual' | 'error';
  /** Time for the answer, in milliseconds. */
  readonly ms?: number;
}

/** Asks GitHub's API for what stands below the repository's address; throws where there is no answer. */
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
