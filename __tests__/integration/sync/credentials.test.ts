import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exitCodeOf } from '../../../src/core/model/verdict.ts';
import { createEmulator, type Emulator } from '../../../src/emulator/index.ts';
import { execute } from '../../../src/wiring/execute.ts';
import { githubToken, postmanKey, privateKey } from '../../support/credentials.ts';

let emulator: Emulator;
let folder: string;
let lines: string[];

beforeEach(async () => {
  emulator = await createEmulator({ profile: { specialLimit: 0 } });
  folder = await mkdtemp(join(tmpdir(), 'postman-sync-credentials-'));
  lines = [];
});

afterEach(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});

const COLLECTION = 'orders.postman_collection.json';
const ENVIRONMENT = 'staging.postman_environment.json';

const write = (path: string, content: unknown): Promise<void> =>
  writeFile(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content, null, 2));

const collection = (value: string) => ({
  info: { name: 'Orders', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  item: [{ name: 'List', request: { method: 'GET', url: 'http://127.0.0.1:9/', header: [{ key: 'X-Key', value }] } }],
});

const environment = (value: string, type = 'default') => ({
  name: 'Staging',
  values: [{ key: 'token', value, type, enabled: true }],
});

const run = async (command: string, inputs: Readonly<Record<string, string>> = {}) => {
  const raw = {
    command,
    'postman-api-key': emulator.apiKey,
    'api-url': emulator.url,
    workspace: emulator.workspaceId,
    project: 'acme/shop',
    run: 'none',
    ...inputs,
  };
  const line = (text: string): void => void lines.push(text);
  const log = {
    line,
    notice: line,
    warning: line,
    waiting: () => () => {},
    group: (title: string, texts: readonly string[]) => lines.push(title, ...texts),
  };
  const { report } = await execute(new Map(Object.entries(raw)), {
    cwd: folder,
    env: {},
    log,
    entry: '',
  });
  return report;
};

/** Everything that a run wrote for people and machines. */
const written = async (): Promise<string> => {
  const files = ['report.json', 'junit.xml', 'index.html'].map((name) =>
    readFile(join(folder, 'postman-report', name), 'utf8'),
  );
  return [...(await Promise.all(files)), ...lines].join('\n');
};

describe('credentials in files about to be uploaded', () => {
  it.each(['plan', 'apply'])('stop %s before the first write, every one with its place', async (command) => {
    await write(COLLECTION, collection(postmanKey));
    await write(ENVIRONMENT, environment(githubToken));
    const report = await run(command, { run: 'newman' });

    expect(report).toMatchObject({ verdict: 'failed', failureKinds: ['secret'], runs: [] });
    expect(
      report.problems.map(({ path, position, message }) => [path, position?.line, /rule (\S+),/.exec(message)?.[1]]),
    ).toEqual([
      [COLLECTION, 15, 'postman/API_KEY'],
      [ENVIRONMENT, 6, 'github/GITHUB_TOKEN'],
    ]);
    expect(exitCodeOf(report.failureKinds)).toBe(1);
    expect(emulator.journal.filter(({ method }) => method !== 'GET')).toEqual([]);
    const told = await written();
    for (const value of [postmanKey, githubToken]) expect(told).not.toContain(value.slice(-8));
  });

  it('are uploaded with a warning by the policy warn, and without one by allow', async () => {
    await write(COLLECTION, collection(postmanKey));
    const warned = await run('apply', { secrets: 'warn' });
    expect(warned.verdict).toBe('passed');
    expect(warned.notices).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining(`${COLLECTION}:15:`) }),
    );
    const allowed = await run('plan', { secrets: 'allow' });
    expect([allowed.verdict, allowed.notices.length]).toEqual(['passed', 0]);
  });

  it('pass when the configuration lists their fingerprints, until they are gone', async () => {
    await write(COLLECTION, collection(postmanKey));
    const [problem] = (await run('apply')).problems;
    const [print = ''] = /[0-9a-f]{32}/.exec(problem?.message ?? '') ?? [];
    await write('postman-sync.yaml', `allowed-secrets: [${print}]\n`);
    expect(await run('apply')).toMatchObject({ verdict: 'passed', problems: [], notices: [] });

    await write(COLLECTION, collection('{{key}}'));
    const report = await run('plan');
    expect(report.verdict).toBe('passed');
    expect(report.notices).toEqual([{ level: 'notice', message: expect.stringContaining(print) }]);
  });

  it('are not found in variables, empty secrets and placeholders', async () => {
    await write(COLLECTION, collection('{{key}}'));
    await write(ENVIRONMENT, environment('', 'secret'));
    expect(await run('apply')).toMatchObject({ verdict: 'passed', notices: [] });
    await write(ENVIRONMENT, environment('changeme', 'secret'));
    expect(await run('apply')).toMatchObject({ verdict: 'passed', notices: [] });
  });

  it('cause only a warning when just the type of a variable is secret', async () => {
    await write(ENVIRONMENT, environment('hunter2-hunter2', 'secret'));
    const report = await run('apply');
    expect(report.verdict).toBe('passed');
    expect(report.notices).toMatchObject([{ level: 'warning', message: expect.stringContaining(`${ENVIRONMENT}:6:`) }]);
    expect(await written()).not.toContain('hunter2');
  });

  it('are not searched in a file that is already in the workspace', async () => {
    await write(COLLECTION, collection(postmanKey));
    await run('apply', { secrets: 'allow' });
    await write(ENVIRONMENT, environment('changeme', 'secret'));
    expect(await run('plan')).toMatchObject({ verdict: 'passed', problems: [] });
    await write(COLLECTION, { ...collection(postmanKey), variable: [{ key: 'page', value: '1' }] });
    expect(await run('plan')).toMatchObject({ verdict: 'failed', failureKinds: ['secret'] });
  });

  it('are not searched by test, which sends nothing to Postman', async () => {
    await write(COLLECTION, collection(postmanKey));
    expect(await run('test')).toMatchObject({ verdict: 'passed', problems: [] });
  });

  it.each([
    ['a key', [`const key = '${postmanKey}';`], [postmanKey]],
    ['lines of a private key', privateKey.trim().split('\n'), privateKey.trim().split('\n').slice(1, -1)],
  ])('are not shown where a script in Postman holds them: %s', async (_, exec, secrets) => {
    const scripted = (lines: readonly string[]) => ({
      ...collection('x'),
      event: [{ listen: 'test', script: { type: 'text/javascript', exec: lines } }],
    });
    await write(COLLECTION, scripted(['const old = 1;', ...exec, 'const last = 1;']));
    await run('apply', { secrets: 'allow' });
    await write(COLLECTION, scripted(['const last = 1;', 'const more = 1;']));
    await run('plan');
    const told = await written();
    expect(told).toContain('- const old = 1;');
    for (const secret of secrets) expect(told).not.toContain(secret);
  });
});
