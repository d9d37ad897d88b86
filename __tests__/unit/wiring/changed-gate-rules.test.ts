import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changedGateRules } from '../../../src/wiring/changed-gate-rules.ts';

let cwd: string;
let base: string;

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@a', ...args], { cwd, encoding: 'utf8' }).trim();

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'postman-sync-rules-'));
  git('init', '--quiet');
  await writeFile(join(cwd, 'postman-sync.yaml'), 'secrets: block\n');
  git('add', '.');
  git('commit', '--quiet', '-m', 'first');
  base = git('rev-parse', 'HEAD');
});

afterAll(() => rm(cwd, { recursive: true, maxRetries: 5 }));

describe('the rules of the gate in a pull request', () => {
  const config = { path: 'postman-sync.yaml', text: 'secrets: allow\n', depth: 0 };

  it('are compared with those of its base', async () => {
    const notices = await changedGateRules(config, { cwd, base, github: undefined });
    expect(notices).toMatchObject([{ level: 'warning', path: 'postman-sync.yaml' }]);
  });

  it('are not compared outside pull requests, or when they are not in the repository', async () => {
    expect(await changedGateRules(config, { cwd, base: undefined, github: undefined })).toEqual([]);
    const { depth: _, ...elsewhere } = config;
    expect(await changedGateRules(elsewhere, { cwd, base, github: undefined })).toEqual([]);
    expect(await changedGateRules(config, { cwd, base: '0'.repeat(40), github: undefined })).toEqual([]);
  });
});
