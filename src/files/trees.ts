import { type Dirent, type Stats, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, posix, resolve } from 'node:path';
import type { Problem } from '../core/model/problem.ts';
import type { TreeOptions } from '../formats/collection-v3/read-tree.ts';
import type { TreeFile } from '../formats/collection-v3/yaml-file.ts';
import { decodeText } from '../formats/postman-json/decode-text.ts';
import { notText, type ReadFile, unreadable } from './parse.ts';

/** Whether a directory is a collection in Postman's YAML format. With `deep`, requests in its subfolders are enough. */
export async function isTree(path: string, { cwd, deep }: { readonly cwd: string; readonly deep: boolean }) {
  const full = resolve(cwd, path);
  const entries = await entriesOf(full);
  if (entries.some(({ name }) => REQUEST.test(name))) return true;
  if (['yaml', 'yml'].some((end) => isFile(resolve(full, '.resources', `definition.${end}`)))) return true;
  if (!deep) return false;
  const { files } = await walk(path, cwd);
  return files.some((file) => REQUEST.test(file));
}

const REQUEST = /\.request\.ya?ml$/;

const YAML = /\.ya?ml$/;

/** Reads a collection in Postman's YAML format, which is a directory. */
export async function readTreeSource(path: string, cwd: string, options: TreeOptions): Promise<ReadFile> {
  const { files, links } = await walk(path, cwd);
  const read = await Promise.all(files.filter((file) => YAML.test(file)).map((file) => readText(file, cwd)));
  const texts = read.flatMap((file) => ('text' in file ? [file] : []));
  const unread = read.flatMap((file) => ('text' in file ? [] : [file]));
  const name = basename(resolve(cwd, path));
  // Loading the format's schemas takes time: they are loaded only if a file needs them.
  const { readTree } = await import('../formats/collection-v3/read-tree.ts');
  const { content, locate, problems, notices } = readTree(path, texts, { ...options, name });
  return {
    source: {
      path,
      content,
      bytes: texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
      locate: (at) => locate(at).position,
      documentAt: (at) => locate(at).path,
    },
    problems: [...links.map(linked), ...unread, ...problems],
    notices,
  };
}

/** The paths of the YAML files of a collection. */
export const treePaths = async (path: string, cwd: string): Promise<readonly string[]> =>
  (await walk(path, cwd)).files.filter((file) => YAML.test(file));

/** Reads an environment or globals file in Postman's YAML format. */
export async function readYamlValues(kind: 'environment' | 'globals', path: string, cwd: string): Promise<ReadFile> {
  const file = await readText(path, cwd);
  if (!('text' in file)) return { problems: [file] };
  const { readEnvironment } = await import('../formats/collection-v3/read-environment.ts');
  const { content, locate, problems, notices } = readEnvironment(kind, file);
  if (!content) return { problems, notices };
  return { source: { path, content, bytes: Buffer.byteLength(file.text), locate }, problems, notices };
}

const linked = (path: string): Problem => ({
  path,
  code: 'unsafe-path',
  message: 'A symbolic link in the directory of a collection is not followed: it may lead out of it',
  remedy: 'Put the file itself in its place, or remove the link.',
});

async function readText(path: string, cwd: string): Promise<TreeFile | Problem> {
  try {
    const text = decodeText(await readFile(resolve(cwd, path)));
    return text === undefined ? notText(path) : { path, text };
  } catch (error) {
    return unreadable(path, error);
  }
}

interface TreePaths {
  readonly files: readonly string[];
  readonly links: readonly string[];
}

/** All files and links below a directory, relative to the working directory, ordered by path. */
async function walk(path: string, cwd: string): Promise<TreePaths> {
  const entries = await entriesOf(resolve(cwd, path));
  const paths = (kept: (entry: Dirent) => boolean): readonly string[] =>
    entries.filter(kept).map(({ name }) => posix.join(path, name));
  const below = await Promise.all(paths((entry) => entry.isDirectory()).map((folder) => walk(folder, cwd)));
  return {
    files: [...paths((entry) => entry.isFile()), ...below.flatMap(({ files }) => files)].sort(),
    links: [...paths((entry) => entry.isSymbolicLink()), ...below.flatMap(({ links }) => links)],
  };
}

const entriesOf = (full: string): Promise<readonly Dirent[]> =>
  readdir(full, { withFileTypes: true }).catch((): readonly Dirent[] => []);

const isFile = (path: string): boolean => {
  const stats: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true;
};
