import { readFile, symlink } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { item, type Kit, lineOf, OK, startKit, suiteOf } from './runner-harness.ts';

let kit: Kit;
const bodies: string[] = [];
const fixture = (path: string): string => fileURLToPath(new URL(`../../fixtures/run/${path}`, import.meta.url));

beforeAll(async () => {
  kit = await startKit((request) => {
    request.on('data', (chunk) => bodies.push(String(chunk)));
  });
}, 60_000);
afterAll(() => kit.close());

describe('a script that does not end', () => {
  it('is stopped by the script timeout, and the rest of the suite goes on', async () => {
    const suite = suiteOf([item('Loop', `${kit.api}/a`, [OK, 'while (true) {}']), item('After', `${kit.api}/b`, OK)], {
      options: { timeoutScriptMs: 300 },
    });
    const [result] = await kit.run([suite]);
    expect(result?.attempt.failures).toMatchObject([
      { kind: 'timeout', request: 'Loop', position: { line: lineOf(suite.collection, '"exec"') - 1 } },
    ]);
    expect(result?.attempt.executions.map(({ request, assertions }) => [request, assertions.length])).toEqual([
      ['Loop', 1],
      ['After', 1],
    ]);
  });

  it('is stopped by the timeout of the suite, which reports what it did until then', async () => {
    const items = [item('Before', `${kit.api}/a`, OK), item('Loop', `${kit.api}/b`, 'while (true) {}')];
    const [result] = await kit.run([suiteOf(items, { options: { timeoutMs: 2_000 } })]);
    expect(result?.attempt.executions.map(({ request }) => request)).toEqual(['Before', 'Loop']);
    expect(result?.attempt.failures).toContainEqual(
      expect.objectContaining({ kind: 'timeout', message: expect.stringContaining('longer than its timeout') }),
    );
  });

  it('ends with the run, when that is stopped from outside', async () => {
    const stop = new AbortController();
    const items = [item('Before', `${kit.api}/a`, OK), item('Loop', `${kit.api}/loop`, 'while (true) {}')];
    const waiting = kit.run([suiteOf(items), suiteOf([], { name: 'Never' })], { parallel: 1, signal: stop.signal });
    while (!kit.requests.includes('GET /loop')) await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort();
    const [result, never] = await waiting;
    expect(result?.attempt.executions[0]).toMatchObject({ request: 'Before', assertions: [{ status: 'passed' }] });
    expect(result?.attempt.failures).toMatchObject([{ kind: 'timeout' }]);
    expect(result?.attempt.failures[0]?.message).toContain('stopped from outside while it ran "Loop"');
    expect(never?.attempt.failures[0]?.message).toContain('was not run');
  });
});

describe('a `.newmanrc` in the working directory', () => {
  it('picks no options: it could leave out requests, or write files anywhere', async () => {
    const outside = join(kit.cwd, '..', `${basename(kit.cwd)}-export.json`);
    await kit.write('.newmanrc', JSON.stringify({ iterationCount: 3, folder: 'None', exportCollection: outside }));
    const [result] = await kit.run([suiteOf([item('A', `${kit.api}/newmanrc`, OK)])]);
    expect(result?.status).toBe('passed');
    expect(kit.requests.filter((request) => request === 'GET /newmanrc')).toHaveLength(1);
    await expect(readFile(outside)).rejects.toThrow('ENOENT');
  });
});

describe('a request', () => {
  it('that is not answered in time fails as a timeout', async () => {
    const suite = suiteOf([item('Never', `${kit.api}/never`)], { options: { timeoutRequestMs: 200 } });
    const [result] = await kit.run([suite]);
    expect(result?.attempt.failures).toMatchObject([{ kind: 'timeout', request: 'Never' }]);
    expect(result?.attempt.failures[0]?.message).toContain('`timeout-request`');
  });

  it('uploads files of the working directory only, whichever way it names others', async () => {
    await kit.write('files/mine.txt', 'mine');
    await kit.write('secret.txt', 'not for upload');
    // Windows may refuse to make links; there is nothing to follow then.
    await symlink('../secret.txt', join(kit.cwd, 'files/link.txt')).catch(() => undefined);
    const upload = (src: string): object =>
      item(src, `${kit.api}/up`, OK, { method: 'POST', body: { mode: 'file', file: { src } } });
    const names = ['mine.txt', '../secret.txt', join(kit.cwd, 'secret.txt'), 'link.txt'];
    await kit.run([suiteOf(names.map(upload), { options: { workingDir: 'files' } })]);
    expect(bodies).toEqual(['mine']);
  });
});

describe('a process that dies', () => {
  it('fails its suite alone, and says how', async () => {
    await kit.write('dies.mjs', 'process.on("message", () => { console.error("Error: no luck"); process.exit(7); });');
    const entry = join(kit.cwd, 'dies.mjs');
    const [result] = await kit.run([suiteOf([item('A', `${kit.api}/a`, OK)])], {}, { entry });
    expect(result?.attempt.failures).toMatchObject([{ kind: 'script' }]);
    expect(result?.attempt.failures[0]?.message).toBe(
      'The suite’s process ended unexpectedly with exit code 7. It said: Error: no luck',
    );
  });
});

describe('an external reporter', () => {
  const source = `module.exports = function (emitter, options, run) {
    emitter.on('beforeDone', (_, { summary }) => emitter.exports.push({
      name: 'probe', default: 'probe.txt', path: options.export,
      content: JSON.stringify({ requests: summary.run.executions.length, env: Object.keys(process.env).sort() }),
    }));
  };`;

  it('is taken from the working directory, writes below the report folder, and sees the allowed environment only', async () => {
    await kit.write('node_modules/newman-reporter-probe/index.js', source);
    process.env.NOT_FOR_CHILDREN = 'parent';
    await kit.run([suiteOf([item('A', `${kit.api}/a`, OK)], { name: 'Orders / all' })], { reporters: ['probe'] });
    const { readdir } = await import('node:fs/promises');
    const folder = join(kit.cwd, 'postman-report/probe/Orders-all');
    const [file = ''] = await readdir(folder);
    const { requests, env } = JSON.parse(await readFile(join(folder, file), 'utf8'));
    expect(requests).toBe(1);
    expect(env).toContain('VISIBLE');
    expect(env).not.toContain('NOT_FOR_CHILDREN');
  });

  it('that is not installed is named with the command that installs it', async () => {
    await expect(kit.run([suiteOf([])], { reporters: ['htmlextra'] })).rejects.toMatchObject({
      problems: [{ remedy: expect.stringContaining('npm install --save-dev newman-reporter-htmlextra') }],
    });
  });
});

describe('a run that waits for the API', () => {
  it('starts when it answers, and fails every suite when it does not', async () => {
    const suite = suiteOf([item('A', `${kit.api}/a`, OK)]);
    expect((await kit.run([suite], { waitFor: [`${kit.api}/health`] }))[0]?.status).toBe('passed');
    const results = await kit.run([suite, suite], { waitFor: ['http://127.0.0.1:1/'], waitForTimeoutMs: 30 });
    expect(results.map(({ attempt }) => attempt.failures[0]?.kind)).toEqual(['timeout', 'timeout']);
    expect(results[0]?.attempt.failures[0]?.message).toMatch(/did not answer within 30 ms: ECONNREFUSED/);
    expect(kit.logged).toContain('Waiting for http://127.0.0.1:1/ (ECONNREFUSED)');
  });
});

describe('certificates', () => {
  it('of the client and of a private CA are used, and missing ones are named', async () => {
    const pem = (name: string): Promise<string> => readFile(fixture(`tls/${name}.pem`), 'utf8');
    const tls = {
      key: await pem('server-key'),
      cert: await pem('server'),
      ca: await pem('ca'),
      requestCert: true,
      rejectUnauthorized: true,
    };
    const server = createServer(tls, (_, response) => void response.end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const full = {
      sslExtraCaCerts: fixture('tls/ca.pem'),
      sslClientCert: fixture('tls/client.pem'),
      sslClientKey: fixture('tls/client-key.pem'),
    };
    const suite = (name: string, options: object) => suiteOf([item('A', url, OK)], { name, options });
    const results = await kit.run([
      suite('all', full),
      suite('no client', { sslExtraCaCerts: full.sslExtraCaCerts }),
      suite('no CA', { sslClientCert: full.sslClientCert, sslClientKey: full.sslClientKey }),
    ]);
    server.close();
    expect(results.map(({ status }) => status)).toEqual(['passed', 'failed', 'failed']);
    expect(results[2]?.attempt.failures[0]?.message).toContain('`ssl-extra-ca-certs`');
  });
});
