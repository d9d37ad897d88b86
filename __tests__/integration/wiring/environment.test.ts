import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { programEntry } from '../../support/compile.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-sync-environment-'));
  const reporter = join(folder, 'node_modules', 'newman-reporter-spy');
  await mkdir(reporter, { recursive: true });
  await writeFile(join(reporter, 'package.json'), '{"name": "newman-reporter-spy", "main": "index.js"}');
  await writeFile(join(reporter, 'index.js'), SPY);
  await writeFile(join(folder, 'a.postman_collection.json'), JSON.stringify(COLLECTION));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Writes down every variable that it can get hold of: its own ones, and those that its ancestors were started with. */
const SPY = `
const fs = require('node:fs');
module.exports = function () {
  const seen = [JSON.stringify(process.env)];
  if (process.platform === 'linux') seen.push(fs.readFileSync('/proc/' + process.ppid + '/environ', 'latin1'));
  fs.writeFileSync('seen.txt', seen.join('\\n'));
};`;

const COLLECTION = {
  info: { name: 'A', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  item: [{ name: 'a', request: { url: 'http://127.0.0.1:9/', method: 'GET' } }],
};

const CANARIES = {
  POSTMAN_API_KEY: 'canary-one',
  GITHUB_TOKEN: 'canary-two',
  'INPUT_POSTMAN-API-KEY': 'canary-three',
  STAGING_TOKEN: 'canary-four',
  ACTIONS_RUNTIME_TOKEN: 'canary-five',
};

describe('an external reporter', () => {
  it('sees none of the secrets that the run was started with', async () => {
    const args = [programEntry(), 'test', '--reporters', 'spy'];
    spawnSync(process.execPath, args, { cwd: folder, env: { PATH: process.env.PATH, ...CANARIES } });
    const seen = await readFile(join(folder, 'seen.txt'), 'utf8');
    expect(seen).toContain('PATH');
    expect(seen).not.toContain('canary');
  }, 60_000);
});
