import { execFile } from 'node:child_process';
import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { RepositoryFiles } from '../sync/ports.ts';
import { inspectPath } from './inspect-path.ts';
import { treePaths } from './trees.ts';

const run = promisify(execFile);

/** Reads and writes files below a folder; their encoding stays what it is. */
export function createRepositoryFiles(cwd: string): RepositoryFiles {
  return {
    read: async (path) => decode(await readFile(resolve(cwd, path))),
    write: async (path, text) => {
      const refusal = await inspectPath(path, cwd, 'contained');
      if (refusal) throw new Error(`${refusal.reason}, and is not written`);
      await write(resolve(cwd, path), text);
    },
    remove: (path) => rm(resolve(cwd, path)),
    exists: async (path) =>
      readFile(resolve(cwd, path)).then(
        () => true,
        () => false,
      ),
    uncommitted: (paths) => uncommitted(cwd, paths),
    patchTree: async (path, content) => {
      const paths = await treePaths(path, cwd);
      const read = async (file: string) => ({ path: file, text: decode(await readFile(resolve(cwd, file))) });
      const files = await Promise.all(paths.map(read));
      const { patchTree } = await import('../formats/collection-v3/patch-tree.ts');
      return patchTree({ path, name: basename(resolve(cwd, path)), files }, content);
    },
  };
}

/** UTF-16 as Windows writes it begins with a mark; everything else is UTF-8. */
const encodingOf = (bytes: Buffer): 'utf16le' | 'utf8' => (bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8');

const decode = (bytes: Buffer): string => bytes.toString(encodingOf(bytes));

/** A run that is killed leaves the old file or the new one, never half of one. */
async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const target = await realpath(path).catch(() => path);
  const before = await readFile(target).catch(() => undefined);
  const draft = `${target}.${process.pid}.tmp`;
  await writeFile(draft, Buffer.from(text, before ? encodingOf(before) : 'utf8'));
  await rename(draft, target);
}

/** Those of the paths that git would miss if they were overwritten; none where there is no repository. */
async function uncommitted(cwd: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await Promise.all(paths.map(async (path) => ((await isUncommitted(cwd, path)) ? [path] : [])));
  return new Set(found.flat());
}

async function isUncommitted(cwd: string, path: string): Promise<boolean> {
  try {
    const args = ['status', '--porcelain', '--ignored', '--untracked-files=all', '--', path];
    const { stdout } = await run('git', args, { cwd, timeout: 20_000 });
    return stdout.trim() !== '';
  } catch {
    return false;
  }
}
