import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEmulator, type Emulator } from '../../src/emulator/index.ts';
import { runStep, type StepResult } from '../support/action.ts';
import { collection, environment, request } from '../support/collections.ts';
import type { RunnerEvent } from '../support/events.ts';
import { startServer, type TestServer } from '../support/http-server.ts';

/** The bundle as it was committed, in a folder of its own: no node_modules beside or above it. */
let bundle: string;
let emulator: Emulator;
let api: TestServer;

beforeAll(async () => {
  bundle = await mkdtemp(join(tmpdir(), 'postman-sync-bundle-'));
  await cp('dist', join(bundle, 'dist'), { recursive: true });
  emulator = await createEmulator({ profile: { specialLimit: 0 } });
  api = await startServer((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}'),
  );
});
afterAll(async () => {
  await Promise.all([emulator.close(), api.close(), rm(bundle, { recursive: true })]);
});

const tested = (name: string, status = 200) => ({
  ...request(name),
  event: [
    {
      listen: 'test',
      script: {
        type: 'text/javascript',
        exec: [`pm.test('${name} answers', () => {`, `  pm.response.to.have.status(${status});`, '});'],
      },
    },
  ],
});
const files = {
  'orders.postman_collection.json': collection('Orders', tested('list'), tested('create')),
  'catalog.postman_collection.json': collection('Catalog', tested('products')),
  'local.postman_environment.json': environment('Local', { key: 'baseUrl', value: 'http://127.0.0.1:1' }),
};
const event = (name: string, ref = 'refs/heads/main'): RunnerEvent => ({
  env: {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: name,
    GITHUB_REF: ref,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SHA: 'a'.repeat(40),
  },
  payload: { repository: { default_branch: 'main', full_name: 'acme/shop' } },
});
const inputs = (more: Readonly<Record<string, string>> = {}) => ({
  command: 'auto',
  'postman-api-key': emulator.apiKey,
  'api-url': emulator.url,
  workspace: emulator.workspaceId,
  variables: `baseUrl=${api.url}`,
  ...more,
});
const step = (
  more: Readonly<Record<string, string>> = {},
  { on = event('push'), content = files as Readonly<Record<string, unknown>> } = {},
) => runStep({ entry: join(bundle, 'dist/index.js'), inputs: inputs(more), event: on, files: content });
const everything = ({ log, summary, outputs, read }: StepResult) =>
  [
    log,
    summary,
    JSON.stringify(outputs),
    read('postman-report/report.json'),
    read('postman-report/junit.xml'),
    read('postman-report/index.html'),
  ].join('\n');

describe('the action, bundled', () => {
  it('creates everything on the first push, runs the suites, and sets every output', async () => {
    emulator.reset();
    const result = await step();
    expect(result.code).toBe(0);
    expect(result.outputs).toMatchObject({
      verdict: 'passed',
      'failure-kinds': '',
      created: '3',
      updated: '0',
      unchanged: '0',
      'requests-total': '3',
      'assertions-total': '3',
      'assertions-failed': '0',
      'api-calls': String(emulator.journal.length),
      report: 'postman-report/report.json',
      junit: 'postman-report/junit.xml',
      html: 'postman-report/index.html',
    });
    expect(Number(result.outputs['quota-remaining'])).toBe(1_000_000 - emulator.journal.length);
    expect(Number(result.outputs['rate-limit-reset'])).toBeGreaterThan(Date.now() / 1000 - 5);
    expect(Object.keys(JSON.parse(result.outputs.resources ?? '')).sort()).toEqual(Object.keys(files).sort());
    expect(JSON.parse(result.outputs.plan ?? '')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          action: 'create',
          kind: 'collection',
          name: 'Orders',
          path: 'orders.postman_collection.json',
          uid: expect.stringMatching(/^\d+-/),
        }),
      ]),
    );
    expect(result.summary).toContain('Passed');
  });

  it('writes nothing on the second push', async () => {
    const before = emulator.journal.length;
    const result = await step();
    expect(result.outputs).toMatchObject({
      verdict: 'passed',
      created: '0',
      unchanged: '3',
      'api-calls': String(emulator.journal.length - before),
    });
    expect(emulator.journal.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('plans on a pull request, and writes nothing to Postman', async () => {
    const before = emulator.journal.length;
    const changed = { ...files, 'orders.postman_collection.json': collection('Orders', tested('list')) };
    const result = await step({}, { on: event('pull_request', 'refs/pull/1/merge'), content: changed });
    expect(result.outputs).toMatchObject({ verdict: 'passed', updated: '1', unchanged: '2' });
    expect(emulator.journal.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('fails the gate on a failing assertion, at its line in the committed file', async () => {
    const failing = { 'a.postman_collection.json': collection('A', tested('list', 201)) };
    const result = await step({ command: 'test', 'postman-api-key': '' }, { content: failing });
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: 'failed', 'failure-kinds': 'assertion', 'assertions-failed': '1' });
    const [failure] = JSON.parse(result.outputs.failures ?? '[]');
    const line =
      JSON.stringify(failing['a.postman_collection.json'], null, 2)
        .split('\n')
        .findIndex((text) => text.includes("pm.test('list answers'")) + 1;
    expect(failure).toMatchObject({
      suite: 'A',
      request: 'list',
      assertion: 'list answers',
      file: 'a.postman_collection.json',
      line,
    });
    expect(result.log).toMatch(new RegExp(`::error .*file=a.postman_collection.json,.*line=${line}`));
  });

  it('tells the key and the variables to nobody, whatever happens', async () => {
    const secret = 'hunter2-hunter2';
    const leaking = {
      'a.postman_collection.json': collection('A', {
        name: 'x',
        request: { method: 'GET', url: '{{baseUrl}}/?token={{token}}' },
        event: [
          {
            listen: 'test',
            script: {
              exec: [
                "console.log(pm.variables.get('token'));",
                "pm.test('it is ' + pm.variables.get('token'), () => pm.expect(pm.variables.get('token')).to.eql('other'));",
              ],
            },
          },
        ],
      }),
    };
    const result = await step(
      { command: 'apply', variables: `baseUrl=${api.url}\ntoken=${secret}` },
      { content: leaking },
    );
    expect(result.outputs.verdict).toBe('failed');
    const told = everything(result).replaceAll(/::add-mask::.*/g, '');
    expect(told).not.toContain(secret);
    expect(told).not.toContain(emulator.apiKey);
    const wrong = await step({ 'postman-api-key': 'PMAK-wrong-wrong-wrong' });
    expect(wrong.outputs).toMatchObject({ verdict: 'error', 'failure-kinds': 'auth' });
    expect(everything(wrong).replaceAll(/::add-mask::.*/g, '')).not.toContain('PMAK-wrong');
  });

  it('fails with outputs and every problem when the settings are wrong, and sends nothing', async () => {
    const before = emulator.journal.length;
    const result = await step({ retries: 'many', prune: 'all', workspace: '' });
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: 'error', 'failure-kinds': 'settings', plan: '[]' });
    for (const name of ['retries', 'prune', 'workspace']) expect(result.log).toContain(`${name}: `);
    expect(emulator.journal).toHaveLength(before);
  });
});

const cli = (
  argv: readonly string[],
  { content = files as Readonly<Record<string, unknown>>, env = {} as Readonly<Record<string, string>> } = {},
) => runStep({ entry: join(bundle, 'dist/index.js'), argv, event: { env: {}, payload: {} }, env, files: content });

describe('the command line, bundled', () => {
  const keyed = () => ({ POSTMAN_API_KEY: emulator.apiKey, POSTMAN_API_URL: emulator.url });
  const synced = () => ['--workspace', emulator.workspaceId, '--project', 'acme/cli', '--run', 'none'];

  it.each<[string, number, () => Promise<StepResult>]>([
    ['0 for a run that passed', 0, () => cli(['test', '--variables', `baseUrl=${api.url}`])],
    ['1 for a gate that failed', 1, () => cli(['test', '--variables', 'baseUrl=http://127.0.0.1:1'])],
    ['2 for a wrong flag', 2, () => cli(['test', '--retrys', '1'])],
    ['2 for a broken file', 2, () => cli(['test'], { content: { 'a.postman_collection.json': '{' } })],
    ['2 for nothing to do', 2, () => cli(['test'], { content: {} })],
    ['2 without a key', 2, () => cli(['apply', ...synced()])],
    ['3 for a wrong key', 3, () => cli(['apply', ...synced()], { env: { ...keyed(), POSTMAN_API_KEY: 'PMAK-wrong' } })],
    [
      '4 for a plan with changes, when asked',
      4,
      () => cli(['plan', '--detailed-exitcode', ...synced()], { env: keyed() }),
    ],
    ['0 for a plan with changes otherwise', 0, () => cli(['plan', ...synced()], { env: keyed() })],
    ['0 for status', 0, () => cli(['status'], { env: keyed() })],
    ['0 for help', 0, () => cli(['--help'])],
  ])('exits with %s', async (_, code, run) => {
    const result = await run();
    expect({ code: result.code, log: result.code === code ? '' : result.log }).toEqual({ code, log: '' });
    expect(result.log).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  });

  it('starts the emulator, tells where it is in the first line, and stops at SIGTERM', async () => {
    const child = spawn(process.execPath, [join(bundle, 'dist/index.js'), 'emulate', '--port', '0']);
    const first = await new Promise<string>((line) =>
      child.stdout.once('data', (chunk: Buffer) => line(String(chunk).split('\n')[0] ?? '')),
    );
    const { url, apiKey, workspaceId } = JSON.parse(first) as Record<string, string>;
    const answer = await fetch(`${url}/workspaces/${workspaceId}`, { headers: { 'x-api-key': apiKey ?? '' } });
    expect(answer.status).toBe(200);
    const ended = new Promise<number | null>((code) => child.once('exit', code));
    child.kill('SIGTERM');
    // Windows knows no signals: the process is ended there.
    expect(await ended).toBe(process.platform === 'win32' ? null : 0);
  });

  it('holds no path of the machine it was built on', async () => {
    expect(await readFile('dist/index.js', 'utf8')).not.toContain(process.cwd());
  });
});
