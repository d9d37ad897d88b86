import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createFiles } from '../../../src/files/read.ts';
import type { FileSelection, FileSettings } from '../../../src/settings/settings.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-sync-trees-'));
});
afterEach(() => rm(folder, { recursive: true }));

const REQUEST = '$kind: http-request\nurl: https://example.com\n';
const DEFINITION = '$kind: collection\n';

const select = (pattern: string, explicit = true): FileSelection => ({ pattern, base: '', explicit });

async function read(files: Readonly<Record<string, string>>, settings: Partial<FileSettings> = {}) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return createFiles(folder, undefined).read({
    collections: [select('**/*.postman_collection.json', false)],
    environments: [select('**/*.postman_environment.json', false)],
    exclude: ['**/node_modules/**', 'postman-report/**'],
    allowUnsupported: false,
    ...settings,
  });
}

const loaded = (material: Awaited<ReturnType<typeof read>>): readonly string[] =>
  material.loaded.map(({ kind, file }) => `${kind} ${file.path}`);

describe('a collection in YAML', () => {
  it("is found where Postman's app writes it, with environments, if no files are named", async () => {
    const material = await read({
      'postman/collections/Orders/.resources/definition.yaml': DEFINITION,
      'postman/collections/Orders/Smoke/List.request.yaml': REQUEST,
      'postman/collections/Folders only/Smoke/List.request.yml': REQUEST,
      'postman/collections/notes/readme.md': 'nothing',
      'postman/environments/Local.environment.yaml': 'name: Local\nvalues: []\n',
      'postman/collections/old.postman_collection.json': '{"info":{}}',
    });
    expect(material.problems).toEqual([]);
    expect(loaded(material)).toEqual([
      'collection postman/collections/Folders only',
      'collection postman/collections/Orders',
      'collection postman/collections/old.postman_collection.json',
      'environment postman/environments/Local.environment.yaml',
    ]);
  });

  it('is found where .postman/resources.yaml names it, written on Windows or with a slash behind it', async () => {
    const material = await read({
      '.postman/resources.yaml':
        'workspace: {id: ""}\nlocalResources:\n  collections: ["../tests/E2E tests/", ../gone]\ncloudResources:\n' +
        '  collections:\n    ..\\api\\Orders: 12345678-12ece9e1-2abf-4edc-8e34-de66e74114d2\n',
      'tests/E2E tests/a.request.yaml': REQUEST,
      'api/Orders/a.request.yaml': REQUEST,
    });
    expect(loaded(material)).toEqual(['collection api/Orders', 'collection tests/E2E tests']);
    expect(material.mapping.get('api/Orders')).toBe('12345678-12ece9e1-2abf-4edc-8e34-de66e74114d2');
  });

  it.each([
    ['a directory', 'api/Orders (v2)'],
    ['a directory with a slash', './api/Orders (v2)/'],
    ['a directory with back-slashes', 'api\\Orders (v2)'],
    ['a glob', 'api/*'],
    ['a glob of directories', 'api/*/'],
    ['a deep glob', '**'],
  ])('is named by %s', async (_, pattern) => {
    const material = await read(
      {
        'api/Orders (v2)/.resources/definition.yaml': DEFINITION,
        'api/Orders (v2)/Sub/.resources/definition.yaml': DEFINITION,
        'api/Orders (v2)/Sub/a.request.yaml': REQUEST,
      },
      { collections: [select(pattern)] },
    );
    expect(loaded(material).filter((one) => !/\.ya?ml$/.test(one))).toEqual(['collection api/Orders (v2)']);
  });

  it('is not looked for where the user names files', async () => {
    const material = await read(
      { 'postman/collections/Orders/a.request.yaml': REQUEST, 'a.json': '{"info":{"name":"A"},"item":[]}' },
      { collections: [select('a.json')] },
    );
    expect(loaded(material)).toEqual(['collection a.json']);
  });

  it('can be the working directory itself', async () => {
    const material = await read(
      { 'a.request.yaml': REQUEST, 'Sub/b.request.yaml': REQUEST },
      { collections: [select('.')] },
    );
    expect(material.problems).toEqual([]);
    expect(loaded(material)).toEqual(['collection .']);
    expect(material.loaded[0]?.file.content).toMatchObject({
      info: { name: basename(folder) },
      item: [{ name: 'Sub', item: [{ name: 'b' }] }, { name: 'a' }],
    });
  });

  it('can be taken out again', async () => {
    const files = { 'api/A/a.request.yaml': REQUEST, 'api/B/b.request.yaml': REQUEST };
    const material = await read(files, { collections: [select('api/*'), select('!api/B/**')] });
    expect(loaded(material)).toEqual(['collection api/A']);
    const named = await read({}, { collections: [select('api/A'), select('api/B'), select('!api/B')] });
    expect(loaded(named)).toEqual(['collection api/A']);
  });

  it.each(['postman', 'postman/collections'])('is not %s, which holds several', async (pattern) => {
    const files = { 'postman/collections/A/a.request.yaml': REQUEST, 'postman/collections/B/b.request.yaml': REQUEST };
    const { loaded: files_, problems } = await read(files, { collections: [select(pattern)] });
    expect(files_).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ message: `"${pattern}" matches no file` })]);
  });

  it('distinguishes other folders', async () => {
    const { problems } = await read({ 'api/readme.md': '' }, { collections: [select('api')] });
    expect(problems).toEqual([expect.objectContaining({ message: '"api" matches no file' })]);
  });

  it('refuses links and bytes that are no text, by name', async () => {
    await mkdir(join(folder, 'api'));
    await writeFile(join(folder, 'secret.request.yaml'), REQUEST);
    await writeFile(join(folder, 'api/a.request.yaml'), Buffer.from([0x24, 0xff, 0xfe]));
    await symlink(join(folder, 'secret.request.yaml'), join(folder, 'api/b.request.yaml'));
    const { problems } = await read({}, { collections: [select('api')] });
    expect(problems.map(({ path, message }) => `${path} ${message}`)).toEqual([
      'api/b.request.yaml A symbolic link in the directory of a collection is not followed: it may lead out of it',
      'api/a.request.yaml The file is neither UTF-8 nor UTF-16 text',
    ]);
  });

  it('has notices, and the place of every value', async () => {
    const material = await read(
      { 'api/a.request.yaml': `${REQUEST}colour: red\nheaders:\n  A: b\n` },
      { collections: [select('api')] },
    );
    expect(material.notices).toMatchObject([{ path: 'api/a.request.yaml', position: { line: 3 } }]);
    const [{ file }] = material.loaded as [(typeof material.loaded)[0]];
    const at = ['item', 0, 'request', 'header', 0, 'value'];
    expect([file.documentAt?.(at), file.locate(at)]).toEqual(['api/a.request.yaml', { line: 5, column: 6 }]);
  });
});

describe('an environment in YAML', () => {
  const environments = [select('*.yaml')];

  it('is read as the document of an export', async () => {
    const text =
      'name: Staging\ncolor: null\nowner: "1"\nvalues:\n  - {key: a, value: "1"}\n  - {key: b, value: x, enabled: false}\n' +
      '  - {key: c, value: x, disabled: true, description: why}\n  - {key: d, secret: true, source: {provider: postman}}\n' +
      '  - {key: e, value: s, type: secret}\n';
    const { loaded: files, problems, notices } = await read({ 'staging.yaml': text }, { environments });
    expect([problems, notices]).toEqual([[], []]);
    expect(files[0]?.file.content).toEqual({
      name: 'Staging',
      values: [
        { key: 'a', value: '1', type: 'default', enabled: true },
        { key: 'b', value: 'x', type: 'default', enabled: false },
        { key: 'c', value: 'x', type: 'default', enabled: false, description: 'why' },
        { key: 'd', value: '', type: 'secret', enabled: true, source: { provider: 'postman' } },
        { key: 'e', value: 's', type: 'secret', enabled: true },
      ],
    });
    expect(files[0]?.file.locate(['values', 0, 'value'])).toEqual({ line: 5, column: 21 });
  });

  it.each([
    ['name: A\nvalues:\n  - {key: a, value: 1}\n', 'values[0].value: expected a string, got a number', 3],
    ['values: []\n', 'name: it is missing', 1],
    ['name: A\nvalues: {a: b}\n', 'values: expected a list, got a map', 2],
    ['name: A\nvalues:\n  - key: a\n    value: {{x}}\n', 'values[0].value: expected', 4],
  ])('is refused with its place: %j', async (text, message, line) => {
    const { problems } = await read({ 'bad.yaml': text }, { environments });
    if (line === 4) expect(problems[0]?.message).toContain('a value that begins with "{{" is not quoted');
    else expect(problems[0]?.message).toBe(message);
    expect(problems).toMatchObject([{ path: 'bad.yaml', position: { line } }]);
  });
});
