import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'postman-sync-bench-'));
});
afterAll(() => rm(out, { recursive: true, force: true }));

// Commands come from a POSIX shell.
const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix('npm run bench', () => {
  it('measures everything in a small run, and writes a page and a picture', async () => {
    await promisify(execFile)(process.execPath, ['bench/run.mjs', '--small', '--out', out]);
    const page = await readFile(join(out, 'RESULTS.md'), 'utf8');
    expect(page).toContain('## Calls of the Postman API');
    expect(page).toContain('### 6 answers checked against a document of 3 operations');
    expect(page).toMatch(/\| 1 \| [\d.]+ s \([\d.]+ s\) \|/);
    expect(page).not.toMatch(/NaN|undefined|\| +\|/);
    expect(await readFile(join(out, 'results.svg'), 'utf8')).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  }, 300_000);
});
