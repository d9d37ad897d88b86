import * as z from 'zod';
import { belowFolder } from './paths.ts';
import { askGitHub, type GitHubRepository } from './remote-file.ts';

/**
 * Lists the files that differ between the merge base with a revision and the commit of the run; undefined if that
 * fails.
 */
export type CompareRemote = (revision: string) => Promise<readonly string[] | undefined>;

/** The most files that GitHub lists. */
const MOST_FILES = 300;

const comparison = z.object({
  files: z.array(z.object({ filename: z.string(), previous_filename: z.string().optional() })),
});

/**
 * Uses GitHub's compare API, which knows the merge base that a shallow clone lacks. The token needs `contents: read`.
 */
export const createCompareRemote =
  (repository: GitHubRepository, head: string): CompareRemote =>
  async (revision) => {
    const range = `${encodeURIComponent(revision.replace(/^origin\//, ''))}...${encodeURIComponent(head)}`;
    try {
      const answer = await askGitHub(repository, `compare/${range}?per_page=1`);
      const parsed = answer.ok ? comparison.safeParse(await answer.json()) : undefined;
      if (!parsed?.success || parsed.data.files.length >= MOST_FILES) return undefined;
      const paths = parsed.data.files.flatMap((file) => [file.filename, file.previous_filename ?? []].flat());
      const { folder } = repository;
      return paths.map((path) => belowFolder(path, folder === '' ? '' : `${folder}/`));
    } catch {
      return undefined;
    }
  };
