import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createEmulator, type Emulator } from '../../src/emulator/index.ts';
import { runStep } from '../support/action.ts';
import { collection, environment, request } from '../support/collections.ts';
import { programEntry } from '../support/compile.ts';
import { push, runner } from '../support/events.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({ profile: { specialLimit: 0 } });
});
afterAll(async () => {
  await emulator.close();
});
beforeEach(() => emulator.reset());

const files = {
  'orders.postman_collection.json': collection('Orders', request('list')),
  'catalog.postman_collection.json': collection('Catalog', request('products')),
  'local.postman_environment.json': environment('Local', { key: 'baseUrl', value: 'http://127.0.0.1:9' }),
};
/** Runs the action; the log is what people read, without its colours. */
async function step(inputs: Readonly<Record<string, string>>, more: Readonly<Record<string, unknown>> = {}) {
  const result = await runStep({
    entry: programEntry(),
    event: push('refs/heads/main'),
    files: { ...files, ...more },
    env: runner('http://127.0.0.1:9'),
    inputs: {
      'postman-api-key': emulator.apiKey,
      'api-url': emulator.url,
      workspace: emulator.workspaceId,
      comment: 'never',
      ...inputs,
    },
  });
  return { ...result, log: stripVTControlCharacters(result.log) };
}

describe('settings that are wrong', () => {
  it.each([
    ['data that is not there', { 'iteration-data': 'rows.csv' }, ['iteration-data: The data file "rows.csv"']],
    [
      'a folder that no collection has',
      { folder: 'Smoke' },
      ['folder: catalog.postman_collection.json', 'folder: orders.postman_collection.json'],
    ],
    ['a certificate that is not there', { 'ssl-extra-ca-certs': 'a.pem' }, ['ssl-extra-ca-certs: the file "a.pem"']],
    ['a reporter that is not installed', { reporters: 'junit,acme' }, ['reporters: "acme"']],
    ['an environment that no file holds', { environment: 'Staging' }, ['environment names the environment "Staging"']],
    ['a command of the command line', { command: 'emulate' }, ['command: emulate is for the command line only']],
    [
      'a configuration that is not there, and more',
      { config: 'ci/sync.yaml', retries: 'many' },
      ['config: ci/sync.yaml cannot be read', 'retries: "many"'],
    ],
  ])('stop an apply before anything is sent, each told once: %s', async (_, inputs, expected) => {
    const { code, outputs, log } = await step({ command: 'apply', ...inputs });
    expect({ code, verdict: outputs.verdict, kinds: outputs['failure-kinds'], calls: outputs['api-calls'] }).toEqual({
      code: 1,
      verdict: 'error',
      kinds: 'settings',
      calls: '0',
    });
    expect(emulator.journal).toHaveLength(0);
    expect(log.match(/^✗ (?!Error)/gm)).toHaveLength(expected.length);
    for (const message of expected) expect(log).toContain(`✗ ${message}`);
  });
});

describe('a configuration of nearly the right name', () => {
  const yml = { 'postman-sync.yml': 'run: none\n' };

  it('is never passed over in silence', async () => {
    const { code, log } = await step({ command: 'test' }, yml);
    expect(code).toBe(1);
    expect(log).toContain('✗ config: postman-sync.yml is not read: the default file is postman-sync.yaml');
    expect(log.match(/^✗ (?!Error)/gm)).toHaveLength(1);
  });

  it('is read when it is named', async () => {
    expect(await step({ command: 'test', config: 'postman-sync.yml' }, yml)).toMatchObject({ code: 0 });
  });
});

describe('status', () => {
  it("tells whose key it is and every operation's use, in the log and in the summary", async () => {
    const { code, log, summary } = await step({ command: 'status' });
    expect(code).toBe(0);
    expect(log).toMatch(/^User {7}\S/m);
    expect(log).toMatch(/unlimited/);
    expect(summary).toMatch(/^The API key belongs to <b>.+<\/b> of team <b>.+<\/b>\.$/m);
    expect(summary).toMatch(/unlimited/);
  });
});
