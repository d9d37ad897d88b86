import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { readOpenApi } from '../../../src/files/read-openapi.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-sync-openapi-'));
  await mkdir(join(folder, 'checkout'));
  await writeFile(join(folder, 'secret.yaml'), 'Order: { const: hunter2 }');
});
afterEach(() => rm(folder, { recursive: true }));

// Links take a privilege on Windows.
const onPosix = process.platform === 'win32' ? it.skip : it;

onPosix(
  'a reference of an OpenAPI document reads nothing outside of the checkout, through a link neither',
  async () => {
    const cwd = join(folder, 'checkout');
    await symlink(join(folder, 'secret.yaml'), join(cwd, 'link.yaml'));
    await writeFile(
      join(cwd, 'api.yaml'),
      'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths: {}\ncomponents:\n  schemas:\n    A: { $ref: "link.yaml#/Order" }\n    B: { $ref: "../secret.yaml#/Order" }\n',
    );
    const { files, problems } = await readOpenApi([{ pattern: 'api.yaml', base: '', explicit: true }], {
      cwd,
      exclude: [],
    });
    expect(files.map(({ path }) => path)).toEqual(['api.yaml']);
    expect(problems.map(({ message }) => message)).toContain('"link.yaml" leads out of the checkout');
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  },
);
