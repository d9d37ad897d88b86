import type { TreeFile } from '../formats/collection-v3/yaml-file.ts';
import { git, gitBytes } from './git.ts';

/** The YAML files of a directory at a commit; undefined if there were none. */
export async function treeAt(commit: string, path: string, cwd: string): Promise<readonly TreeFile[] | undefined> {
  const listed = await git(cwd, ['ls-tree', '-r', '-z', commit, '--', `./${path}/`]);
  const files = (listed ?? '').split('\0').flatMap((line) => blobOf(line));
  if (files.length === 0) return undefined;
  const texts = await Promise.all(inParts(files).map((part) => textsOf(part, cwd)));
  return texts.flat();
}

interface Blob {
  readonly id: string;
  readonly path: string;
}

/** A YAML file in a line such as `100644 blob <id>\t<path>`; empty for links and submodules. */
function blobOf(line: string): readonly Blob[] {
  const [, id, path] = /^100\d{3} blob ([\da-f]+)\t(.*\.ya?ml)$/s.exec(line) ?? [];
  return id !== undefined && path !== undefined ? [{ id, path }] : [];
}

/** Number of files in one call of git. */
const AT_ONCE = 500;

const inParts = (files: readonly Blob[]): readonly (readonly Blob[])[] =>
  Array.from({ length: Math.ceil(files.length / AT_ONCE) }, (_, index) =>
    files.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );

/**
 * Reads many files by one call of git. For each file, git prints a line with the size in bytes, the bytes, and a line
 * break.
 */
async function textsOf(files: readonly Blob[], cwd: string): Promise<readonly TreeFile[]> {
  const input = files.map(({ id }) => `${id}\n`).join('');
  // Sizes count bytes: as text, a file that is not UTF-8 would shift all files after it.
  const answer = (await gitBytes(cwd, ['cat-file', '--batch'], input)) ?? Buffer.alloc(0);
  let offset = 0;
  return files.flatMap(({ path }): readonly TreeFile[] => {
    const end = answer.indexOf('\n', offset);
    const [, digits] = /^\S+ blob (\d+)$/.exec(answer.toString('utf8', offset, end)) ?? [];
    if (digits === undefined) return [];
    const start = end + 1;
    offset = start + Number(digits) + 1;
    return [{ path, text: answer.toString('utf8', start, offset - 1).replace(/^\uFEFF/, '') }];
  });
}
