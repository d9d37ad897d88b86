import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { uid } from '../../../src/core/model/ids.ts';
import { createFiles } from '../../../src/files/read.ts';
import type { FileSelection, FileSettings } from '../../../src/settings/settings.ts';
import { collection, environment, SCHEMA } from '../../support/collections.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whole-repositories-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string | Buffer | object>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    const isText = typeof content === 'string' || Buffer.isBuffer(content);
    await writeFile(join(folder, path), isText ? content : JSON.stringify(content, null, 2));
  }
}

const select = (pattern: string, more: Partial<FileSelection> = {}): FileSelection => ({
  ...{ pattern, base: '', explicit: true },
  ...more,
});

async function told(settings: Partial<FileSettings>, cwd = folder) {
  const read = await createFiles(cwd, undefined).read({
    ...{ collections: [], environments: [], exclude: ['**/node_modules/**'], allowUnsupported: false },
    ...settings,
  });
  const { problems, notices, mapping } = read;
  return {
    problems,
    notices,
    mapping: [...mapping],
    loaded: read.loaded.map(({ kind, file }) => `${kind} ${file.path}`),
  };
}

const WRONG: Readonly<Record<string, string | Buffer | object>> = {
  'c/syntax.json': '{\n  "info": {,\n}',
  'c/binary.json': Buffer.from([0xff, 0x00, 0xfe, 0x80]),
  'c/environment.json': environment('Not a collection'),
  'c/list.json': [1, 2],
  'c/text.json': '"x"',
  'c/no-name.json': { info: { schema: SCHEMA }, item: [] },
  'c/no-items.json': { info: { name: 'x', schema: SCHEMA }, item: 7 },
  'c/v1.json': { id: 'x', name: 'Old', order: [], requests: [] },
  'c/v20.json': {
    info: { name: 'V2', schema: SCHEMA.replace('2.1.0', '2.0.0') },
    item: [{ name: 'a', request: 'http://x' }],
  },
  'c/twice.json': '{"info": {"name": "x", "name": "y", "schema": "s"}, "item": []}',
  'c/wrapped.json': { collection: collection('Wrapped') },
  'e/collection.json': collection('Not an environment'),
  'e/list.json': [{ key: 'a', value: '1' }],
  'e/no-values.json': { name: 'x' },
  'e/wrapped.json': { environment: environment('Wrapped', { key: 'a' }) },
  'g.json': { values: [{ value: 'no key' }] },
  'api/postman/collections/Orders/.resources/definition.yaml': '$kind: collection\n',
};

const OPENAPI: Readonly<Record<string, string>> = {
  'api/right.yaml': 'openapi: 3.0.0\npaths: { /a: { get: { responses: { 200: { $ref: ./shared.yaml#/R } } } } }\n',
  'api/shared.yaml': 'R: { description: x, content: { a/b: { schema: { $ref: "./gone.yaml#/S" } } } }\n',
  'api/outside.yaml': 'openapi: 3.0.0\npaths: { /a: { $ref: ../../../x.yaml#/a } }\n',
  'api/broken.yaml': 'openapi: [\n',
  'api/broken.json': '{ "openapi": ',
  'api/old.yaml': 'swagger: "2.0"\n',
  'api/refers.yaml':
    'openapi: 3.1.0\npaths: { /a: { get: { responses: { 200: { $ref: ./broken-part.yaml#/R } } } } }\n',
  'api/broken-part.yaml': 'R: [\n',
};

/** After a change on purpose: `npm test -- whole-repositories -u`, and read the difference. */
describe('whole repositories', () => {
  it('are read with every problem of their files, its place and its remedy', async () => {
    await write(WRONG);
    expect(
      await told({
        collections: [select('c/*.json'), select('!c/v1.json'), select('none/*.json'), select('gone.json')],
        environments: [
          select('e/*.json', { uid: uid('1-x'), place: { path: 'f.yaml', position: { line: 2, column: 3 } } }),
        ],
        globals: select('g.json'),
      }),
    ).toMatchSnapshot();
    expect(await told({ collections: [select('c/v1.json')] })).toMatchSnapshot();
  });

  it.each<[string, Readonly<Record<string, object | string>>]>([
    ['nothing', { 'readme.md': 'x' }],
    [
      'exports under other names',
      Object.fromEntries([...'abcdefg'].map((name) => [`x/${name}.json`, collection(name)])),
    ],
    ['a directory in YAML', { 'api/Orders/.resources/definition.yaml': '$kind: collection\n' }],
    ['foreign files', { 'a.postman_collection.json': environment('E'), 'b.postman_environment.json': [3] }],
  ])('say what to do where the default globs find %s', async (_, files) => {
    await write(files);
    const collections = [select('**/*.postman_collection.json', { explicit: false })];
    const environments = [select('**/*.postman_environment.json', { explicit: false })];
    expect(await told({ collections, environments })).toMatchSnapshot();
  });

  it('follow no link out of the checkout where a committed file names it', async () => {
    await write({ 'in.json': collection('In') });
    await symlink(join(tmpdir(), 'whole-repositories-outside.json'), join(folder, 'out.json'));
    const { problems } = await told({ collections: [select('*.json', { contained: true })] });
    expect(problems).toMatchSnapshot();
  });

  it('take no file from outside of the checkout where a committed file in a subfolder names it', async () => {
    await write({ 'checkout/.git/HEAD': '', 'outside.json': collection('Outside') });
    const selection = { base: 'api', explicit: true };
    const cwd = join(folder, 'checkout');
    const committed = await told({ collections: [select('../outside.json', { ...selection, contained: true })] }, cwd);
    expect(committed).toMatchObject({ loaded: [], problems: [{ code: 'unsafe-path', path: '../outside.json' }] });
    const byInput = await told({ collections: [select('../outside.json', selection)] }, cwd);
    expect(byInput.loaded).toEqual(['collection ../outside.json']);
  });

  it('hold OpenAPI documents with every problem of theirs', async () => {
    await write(OPENAPI);
    const selections = ['right', 'outside', 'broken', 'old', 'refers'].map((name) => select(`api/${name}.*`));
    const { files, problems } = await createFiles(folder, undefined).readOpenApi([...selections, select('no.yaml')]);
    expect(files.map(({ path, isRoot }) => `${path} ${isRoot}`)).toMatchSnapshot();
    // Node words the syntax errors of JSON.
    expect(problems.filter(({ path }) => path !== 'api/broken.json')).toMatchSnapshot();
  });
});
