import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { suggestFiles } from '../../../src/files/suggest-files.ts';
import { collection } from '../../support/collections.ts';

const environment = {
  id: '1f0df51a-8658-4ee8-a2a1-d2567dfa09a9',
  name: 'Staging',
  values: [],
  _postman_variable_scope: 'environment',
};

let cwd = '';

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'suggest-files-'));
});

afterEach(() => rm(cwd, { recursive: true, force: true }));

async function write(files: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
}

describe('the globs suggested for a repository', () => {
  it('name a folder once whose files are all collections, and single files elsewhere', async () => {
    await write({
      'api/one.json': collection('One'),
      'api/two.json': collection('Two'),
      'mixed/orders.json': collection('Orders'),
      'mixed/staging.json': environment,
      'package.json': { name: 'shop' },
    });
    expect(await suggestFiles(cwd, [])).toEqual({
      collections: ['api/*.json', 'mixed/orders.json'],
      environments: ['mixed/staging.json'],
    });
  });

  it('leave out files that are not exports of Postman, are excluded, or cannot be read', async () => {
    await write({
      'data.json': [{ a: 1 }],
      'empty.json': '',
      'broken.json': '{ "info": ',
      'node_modules/x/orders.json': collection('Orders'),
    });
    expect(await suggestFiles(cwd, ['**/node_modules/**'])).toEqual({ collections: [], environments: [] });
  });
});
