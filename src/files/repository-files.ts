import { access, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { RepositoryFiles } from '../sync/ports.ts';
import { git } from './git.ts';
import { inspectPath } from './inspect-path.ts';
import { treePaths } from './trees.ts';

/** Reads and writes files below a folder. Written files keep their encoding. */
export function createRepositoryFiles(cwd: string): RepositoryFiles {
  const inspect: RepositoryFiles['inspect'] = (path) => inspectPath(path, cwd, 'contained');
  return {
    read: async (path) => decode(await readFile(resolve(cwd, path))),
    inspect,
    write: async (path, text) => {
      const refusal = await inspect(path);
      if (refusal) throw new Error(`${refusal.reason}, and is not written`);
      await write(resolve(cwd, path), text);
    },
    remove: (path) => rm(resolve(cwd, path)),
    exists: async (path) =>
      access(resolve(cwd, path)).then(
        () => true,
        () => false,
      ),
    uncommitted: async (paths, config) => {
      const found = await Promise.all(paths.map((path) => isUncommitted(cwd, path, { mayBeIgnored: path === config })));
      return new Set(paths.filter((_, index) => found[index]));
    },
    patchTree: async (path, content) => {
      const paths = await treePaths(path, cwd);
      const read = async (file: string) => ({ path: file, text: decode(await readFile(resolve(cwd, file))) });
      const files = await Promise.all(paths.map(read));
      const { patchTree } = await import('../formats/collection-v3/patch-tree.ts');
      return patchTree({ path, name: basename(resolve(cwd, path)), files }, content);
    },
  };
}

/** UTF-16 by its byte order mark; all other files are UTF-8. */
const encodingOf = (bytes: Buffer): 'utf16le' | 'utf8' => (bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8');

const decode = (bytes: Buffer): string => bytes.toString(encodingOf(bytes));

/** Writes a file atomically: a killed run leaves the old file or the new one, never a part. */
async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const target = await realpath(path).catch(() => path);
  const before = await readFile(target).catch(() => undefined);
  const draft = `${target}.${process.pid}.tmp`;
  await writeFile(draft, Buffer.from(text, before ? encodingOf(before) : 'utf8'));
  await rename(draft, target);
}

/** Whether git does not have the current content of a path; false without a git repository. */
async function isUncommitted(
  cwd: string,
  path: string,
  { mayBeIgnored }: { readonly mayBeIgnored: boolean },
): Promise<boolean> {
  const ignored = mayBeIgnored ? [] : ['--ignored'];
  const status = await git(cwd, ['status', '--porcelain', ...ignored, '--untracked-files=all', '--', path]);
  return status !== undefined && status.trim() !== '';
}
