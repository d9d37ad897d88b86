import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { programEntry } from '../../support/compile.ts';

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'postman-sync-faults-'));
});
afterAll(() => rm(out, { recursive: true, force: true }));

describe('npm run test:faults', () => {
  it('runs cases, and writes a page on which nothing is lost, doubled, hung or leaked', async () => {
    // The bundle has no modules to load one by one: then the build that it was made from is played.
    const build = process.env.POSTMAN_SYNC_ENTRY ? 'build' : dirname(programEntry());
    const env = { ...process.env, FAULTS_BUILD: build };
    const page = join(out, 'reliability.md');
    const script = ['scripts/faults/run.mjs', '--small', '--out', page];
    const { stdout } = await promisify(execFile)(process.execPath, script, { env });
    expect(stdout).toContain('Seed 1. 2 cases.');
    expect(stdout).toContain('All 2 cases passed.');
    expect(await readFile(page, 'utf8')).toContain('| 504 after-apply | 1 | 0 | 0 | 0 | 0 | 0 | 0 |');
  }, 120_000);
});
