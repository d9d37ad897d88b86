import type { Secret } from '../core/model/secret.ts';

/** Reads a file as of a commit from the host of the repository; undefined where it cannot be had. */
export type ReadRemoteFile = (path: string, commit: string) => Promise<string | undefined>;

/** A repository on GitHub, and where it is asked for. */
export interface GitHubRepository {
  readonly apiUrl: string;
  /** `owner/repository`. */
  readonly name: string;
  readonly token: Secret;
  /** The folder that paths are relative to, below the root of the repository; empty for the root. */
  readonly folder: string;
}

const REQUEST_MS = 15_000;

/** Reads from GitHub's contents API; the token needs `contents: read`. */
export function createRemoteFiles({ apiUrl, name, token, folder }: GitHubRepository): ReadRemoteFile {
  return async (path, commit) => {
    const full = [folder, path].filter((part) => part !== '').join('/');
    const segments = full.split('/').filter((part) => part !== '.');
    if (segments.includes('..')) return undefined;
    const url = `${apiUrl}/repos/${name}/contents/${segments.map(encodeURIComponent).join('/')}?ref=${commit}`;
    try {
      const answer = await fetch(url, {
        headers: { accept: 'application/vnd.github.raw+json', authorization: `Bearer ${token.reveal()}` },
        redirect: 'error',
        signal: AbortSignal.timeout(REQUEST_MS),
      });
      return answer.ok ? await answer.text() : undefined;
    } catch {
      return undefined;
    }
  };
}
