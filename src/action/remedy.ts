import type { GitHubErrorCode } from './ports.ts';

/** What the user can do about a GitHubError; undefined where there is nothing to do. */
export function remedyOf(code: GitHubErrorCode, permission: string): string | undefined {
  switch (code) {
    case 'unauthorized':
      return 'Leave github-token at its default, or give one that is valid.';
    case 'refused':
    case 'missing':
      return `Grant the job "${permission}".`;
    case 'limited':
    case 'invalid':
    case 'unknown':
      return undefined;
  }
}
