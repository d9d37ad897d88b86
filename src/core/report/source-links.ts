/** Sites that show the files of a repository. */
export type RepositorySite = 'github' | 'gitlab' | 'azure' | 'bitbucket';

/** Address patterns of a run's files, with `{path}` and `{line}`. */
export interface SourceLinks {
  readonly file: string;
  readonly line: string;
}

/** A commit of a repository on a site. */
export interface RepositoryPage {
  readonly site: RepositorySite;
  /** `https://github.com/acme/shop`. */
  readonly url: string;
  readonly commit: string;
  /** The working directory inside the repository, with forward slashes; empty for the root. */
  readonly folder?: string;
}

const PATTERNS: Readonly<Record<RepositorySite, SourceLinks>> = {
  github: { file: '/blob/{commit}/{path}', line: '/blob/{commit}/{path}#L{line}' },
  gitlab: { file: '/-/blob/{commit}/{path}', line: '/-/blob/{commit}/{path}#L{line}' },
  azure: {
    file: '?path=/{path}&version=GC{commit}',
    line: '?path=/{path}&version=GC{commit}&line={line}&lineEnd={line}&lineStartColumn=1&lineEndColumn=200',
  },
  bitbucket: { file: '/src/{commit}/{path}', line: '/src/{commit}/{path}#lines-{line}' },
};

/** The address patterns of a repository's files. */
export function sourceLinksOf({ site, url, commit, folder = '' }: RepositoryPage): SourceLinks {
  const path = folder === '' ? '{path}' : `${encodePath(folder)}/{path}`;
  const filled = (pattern: string): string =>
    url.replace(/\/+$/, '') +
    pattern.replaceAll('{commit}', encodeURIComponent(commit)).replaceAll('{path}', () => path);
  const { file, line } = PATTERNS[site];
  return { file: filled(file), line: filled(line) };
}

/** A path, URL-encoded except for its slashes. */
export const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
