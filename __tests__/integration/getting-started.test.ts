import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SampleApi, startSampleApi } from '../../src/cli/sample-api/index.ts';
import { createEmulator, type Emulator } from '../../src/emulator/index.ts';
import { programEntry } from '../support/compile.ts';
import { blocksOf } from '../support/markdown.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(join(root, 'docs', 'getting-started.md'), 'utf8').replaceAll('\r\n', '\n');

/** What a run costs is told by other tests. */
const withoutCost = (text: string): string => text.replaceAll(/costs \d+ API/g, 'costs N API');

/** What the page tells the reader to set by hand. */
const SETUP = 'postman-sync() { node "$ENTRY" "$@"; }\nunset GITHUB_ACTIONS CI\n';

/** The blocks that are marked `sh run`, each with the output that the page shows after it. */
function steps() {
  const blocks = blocksOf(page);
  return blocks.flatMap(({ info, text, line }, at) => {
    const next = blocks[at + 1];
    return info === 'sh run' ? [{ text, line, output: next?.info === '' ? next.text : '' }] : [];
  });
}

const folder = mkdtempSync(join(tmpdir(), 'getting-started-'));
let emulator: Emulator;
let sample: SampleApi;

beforeAll(async () => {
  [emulator, sample] = await Promise.all([createEmulator(), startSampleApi()]);
});
afterAll(async () => {
  await Promise.all([emulator?.close(), sample?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const runs = process.platform === 'win32' ? describe.skip : describe;

runs('the page "Getting started"', () => {
  it('shows commands that work in its order, and what they print', async () => {
    const marked = steps();
    const script = marked.map(
      ({ text, line }) => `echo "=== ${line}"\n${text.replaceAll('/tmp/shop', `${folder}/shop`)}`,
    );
    const { stdout } = await promisify(execFile)('bash', ['-e', '-c', `exec 2>&1\n${SETUP}${script.join('\n')}`], {
      env: {
        ...{ PATH: process.env.PATH, HOME: process.env.HOME, ENTRY: programEntry(), CLONE: root },
        ...{ POSTMAN_API_URL: emulator.url, POSTMAN_API_KEY: emulator.apiKey },
        ...{ WORKSPACE: emulator.workspaceId, SAMPLE_API: sample.url },
        ...{ GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.com' },
        ...{ GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.com' },
      },
    }).catch((error: { readonly stdout: string }) => error);
    const missing = marked.flatMap(({ line, output }) => {
      const printed = stdout.split(`=== ${line}\n`)[1]?.split('\n=== ')[0];
      const shown = output
        .split('\n')
        .map((text) => text.trim())
        .filter(Boolean);
      return shown
        .filter((text) => !withoutCost(printed ?? '').includes(withoutCost(text)))
        .map((text) => `${line}: ${text} in ${printed}`);
    });
    expect(missing).toEqual([]);
    expect(stdout).toMatch(/\nexit status 1\n$/);
  }, 180_000);
});
