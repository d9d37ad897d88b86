import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SampleApi, startSampleApi } from '../../src/cli/sample-api/index.ts';

const newman = createRequire(import.meta.url).resolve('newman/bin/newman.js');
const examples = fileURLToPath(new URL('../../examples/postman', import.meta.url));

let api: SampleApi;
beforeAll(async () => {
  api = await startSampleApi();
});
afterAll(() => api.close());

function run(collection: string, ...options: string[]): Promise<{ readonly exitCode: number; readonly text: string }> {
  const file = `collections/${collection}.postman_collection.json`;
  const command = [newman, 'run', file, '--env-var', `baseUrl=${api.url}`, '--color', 'off', ...options];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, command, { cwd: examples }, (_error, stdout) => {
      resolve({ exitCode: child.exitCode ?? -1, text: stdout });
    });
  });
}

const local = ['--environment', 'environments/local.postman_environment.json'];
const staging = ['--environment', 'environments/staging.postman_environment.json'];

describe('the example collections are green against the sample API', () => {
  it.each([
    { name: 'orders, one iteration', assertions: 40, command: ['orders', ...local] },
    { name: 'orders, one iteration a row', assertions: 123, command: ['orders', ...local, '-d', 'data/orders.csv'] },
    { name: 'orders, the smoke folder only', assertions: 4, command: ['orders', ...staging, '--folder', 'Smoke'] },
    { name: 'catalog', assertions: 18, command: ['catalog', ...local] },
  ])('$name', async ({ assertions, command: [collection = '', ...options] }) => {
    const { exitCode, text } = await run(collection, ...options);
    expect(text).toMatch(new RegExp(`assertions\\D+${assertions}\\D+0\\D`));
    expect(exitCode).toBe(0);
  });
});
