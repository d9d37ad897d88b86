import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { uid } from '../../../src/core/model/ids.ts';
import { createFiles } from '../../../src/files/read.ts';
import type { FileSelection, FileSettings } from '../../../src/settings/settings.ts';
import { collection, environment } from '../../support/collections.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-sync-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

const ID = '12345678-12ece9e1-2abf-4edc-8e34-de66e74114d2';
const orders = collection('Orders');
const select = (pattern: string, more: Partial<FileSelection> = {}): FileSelection => ({
  pattern,
  base: '',
  explicit: true,
  ...more,
});

async function read(
  files: Readonly<Record<string, string | Buffer | object>>,
  settings: Partial<FileSettings>,
  workspace?: string,
) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(
      join(folder, path),
      typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content, null, 2),
    );
  }
  return createFiles(folder, workspace).read({
    collections: [],
    environments: [],
    exclude: ['**/node_modules/**'],
    allowUnsupported: false,
    ...settings,
  });
}

type Result = Awaited<ReturnType<typeof read>>;
const pathsOf = (result: Result) => result.loaded.map(({ kind, file }) => `${kind} ${file.path}`);
const problemsOf = (result: Result) =>
  result.problems.map(({ message, path, position }) =>
    `${path ?? ''}${position ? `:${position.line}:${position.column}` : ''} ${message}`.trim(),
  );

describe('reading the repository', () => {
  it('finds files by glob, each once, with forward slashes and in order', async () => {
    const result = await read(
      {
        'b/x.postman_collection.json': orders,
        'a/y.postman_collection.json': orders,
        'node_modules/z.postman_collection.json': orders,
        'e.json': environment('Local'),
      },
      {
        collections: [select('**/*.postman_collection.json'), select('b/*.json')],
        environments: [select('e.json')],
      },
    );
    expect(pathsOf(result)).toEqual([
      'collection a/y.postman_collection.json',
      'collection b/x.postman_collection.json',
      'environment e.json',
    ]);
  });

  it('counts a file and a link to it once, follows only linked folders that are named, and ends in a circle of links', async () => {
    const files = { 'real/x.postman_collection.json': orders, 'real/e.json': environment('Local') };
    await read(files, {});
    await symlink(folder, join(folder, 'loop'), 'junction');
    await symlink(join(folder, 'real'), join(folder, 'linked'), 'junction');
    await symlink(join(folder, 'real', 'x.postman_collection.json'), join(folder, 'a.postman_collection.json'));
    await symlink(join(folder, 'real', 'e.json'), join(folder, 'only.json'));
    await symlink(join(folder, 'gone.json'), join(folder, 'gone.postman_collection.json'));
    const result = await read(
      {},
      { collections: [select('**/*.postman_collection.json')], environments: [select('only.json')] },
    );
    expect(pathsOf(result)).toEqual(['collection real/x.postman_collection.json', 'environment only.json']);
    expect(problemsOf(result)).toEqual([]);
    const named = await read({}, { collections: [select('linked/*.postman_collection.json')] });
    expect(pathsOf(named)).toEqual(['collection linked/x.postman_collection.json']);
  });

  it('reports values that parsing would lose, with all other problems of the file', async () => {
    const twice = '{"info": {"name": "A", "name": "B"}, "item": [], "n": 12345678901234567890}';
    const result = await read({ 'c.json': twice }, { collections: [select('c.json'), select('d.json')] });
    expect(problemsOf(result)).toEqual([
      '"d.json" matches no file',
      'c.json:1:24 The key "name" stands in its object already',
      'c.json:1:55 A number cannot be kept as it is written: it has more digits than a double can hold',
    ]);
  });

  it('excludes files that a pattern with an exclamation mark matches, at any place in the list', async () => {
    const result = await read(
      { 'a/x.json': orders, 'a/old/y.json': orders, 'a/old/z.json': orders },
      { collections: [select('!old/*.json', { base: 'a' }), select('**/*.json', { base: 'a' })] },
    );
    expect(pathsOf(result)).toEqual(['collection a/x.json']);
    const extglob = await read({}, { collections: [select('a/old/!(y).json'), select('!(b)/x.json')] });
    expect(pathsOf(extglob)).toEqual(['collection a/old/z.json', 'collection a/x.json']);
  });

  it('resolves patterns of a configuration relative to its folder, or else to the working directory', async () => {
    const result = await read(
      { 'services/a/c/x.json': orders, 'shared/y.json': orders },
      { collections: [select('c/*.json', { base: 'services/a' }), select('shared/*.json', { base: 'services/a' })] },
    );
    expect(pathsOf(result)).toEqual(['collection services/a/c/x.json', 'collection shared/y.json']);
  });

  it('treats the folder of a configuration as a path, even with special characters', async () => {
    const base = 'apps (new)/[team] {a,b}';
    const result = await read({ [`${base}/c/x.json`]: orders }, { collections: [select('c/*.json', { base })] });
    expect(pathsOf(result)).toEqual([`collection ${base}/c/x.json`]);
  });

  it('suggests a glob instead of a folder', async () => {
    const result = await read({ 'c/x.json': orders }, { collections: [select('c/')] });
    expect(result.problems).toMatchObject([
      { message: '"c/" matches no file', remedy: 'It is a folder: name the files in it, such as c/*.json.' },
    ]);
  });

  it('reports all problems at once: globs without files, syntax errors, files that are not text', async () => {
    const result = await read(
      {
        'broken.json': '{\n  "a": 1,\n  b\n}',
        'empty.json': '',
        'list.json': '[]',
        'binary.json': Buffer.from([0xff, 0xfe, 0x00]),
      },
      {
        collections: [
          select('*.json'),
          select('missing/*.json', { place: { path: 'postman-sync.yaml', position: { line: 2, column: 5 } } }),
        ],
      },
    );
    expect(problemsOf(result)).toEqual([
      'postman-sync.yaml:2:5 "missing/*.json" matches no file',
      expect.stringContaining('binary.json The file is neither UTF-8 nor UTF-16 text'),
      expect.stringMatching(/^broken.json:3:3 The file is not valid JSON/),
      expect.stringContaining('empty.json:1:1 The file is not valid JSON: it is empty'),
      'list.json:1:1 The file holds no collection: it has neither "info" nor "item"',
    ]);
  });

  it('reads a byte order mark and Windows line ends', async () => {
    const result = await read(
      { 'a.json': `\uFEFF${JSON.stringify(orders, null, 2).replaceAll('\n', '\r\n')}` },
      { collections: [select('a.json')] },
    );
    expect(result.loaded[0]?.file.content).toEqual(orders);
    expect(result.loaded[0]?.file.locate(['info', 'name']).line).toBe(3);
  });

  it('refuses to find nothing at all, and names a YAML collection elsewhere', async () => {
    const nothing = { collections: [select('**/*.postman_collection.json', { explicit: false })] };
    expect(problemsOf(await read({}, nothing))).toEqual([expect.stringContaining('No file matches')]);
    expect(problemsOf(await read({ 'api/Orders/.resources/definition.yaml': '$kind: collection' }, nothing))).toEqual([
      expect.stringContaining("a collection in Postman's YAML format (v3): api/Orders"),
    ]);
  });

  it('pins a single file only', async () => {
    const pinned = { uid: uid(ID) };
    const found = await read(
      { 'a.json': orders, 'b.json': orders },
      { collections: [select('*.json'), select('a.json', pinned)] },
    );
    expect(found.loaded.map(({ pinned: pin }) => pin?.uid)).toEqual([ID, undefined]);
    expect(problemsOf(await read({}, { collections: [select('*.json', pinned)] }))).toEqual([
      expect.stringContaining('matches 2 files'),
    ]);
  });

  it.each([
    [
      'the app’s form',
      `workspace:\n  id: 1f0df51a-8658-4ee8-a2a1-d2567dfa09a9\ncloudResources:\n  collections:\n    ../c/orders.json: ${ID}\n`,
    ],
    ['the form with version 2', `version: 2\ncanonical:\n  collections:\n    ../c/orders.json: { uid: ${ID} }\n`],
  ])('reads Postman’s own mapping in %s', async (_, text) => {
    const result = await read(
      { 'c/orders.json': orders, '.postman/resources.yaml': text },
      { collections: [select('c/*.json')] },
      '1f0df51a-8658-4ee8-a2a1-d2567dfa09a9',
    );
    expect([...result.mapping]).toEqual([['c/orders.json', ID]]);
  });

  it('does not use the mapping of another workspace', async () => {
    const text = `workspace:\n  id: 1f0df51a-8658-4ee8-a2a1-d2567dfa09a9\ncloudResources:\n  collections:\n    ../c/orders.json: ${ID}\n`;
    const result = await read(
      { 'c/orders.json': orders, '.postman/resources.yaml': text },
      { collections: [select('c/*.json')] },
      '00000000-0000-4000-8000-000000000000',
    );
    expect(result.mapping.size).toBe(0);
  });
});
