import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Report } from '../../../src/core/report/report.ts';
import { CHILD_FLAG } from '../../../src/run/child-flag.ts';
import { documented } from '../../support/report-file.ts';
import { item, type Kit, OK, startKit, suiteOf } from './runner-harness.ts';

let kit: Kit;
let onRequest: () => void = () => undefined;
beforeAll(async () => {
  kit = await startKit((request) => {
    if (request.url === '/never') onRequest();
  });
}, 60_000);
afterAll(() => kit.close());

it('measures a run from its first event to its last, without the start of the process', async () => {
  const suite = suiteOf([item('Get', `${kit.api}/get`, OK)]);
  const startedAt = Date.now();
  const [result] = await kit.run([suite]);
  const took = Date.now() - startedAt;
  const { durationMs = 0, executions = [] } = result?.attempt ?? {};
  expect(durationMs).toBeGreaterThanOrEqual(executions[0]?.responseMs ?? 0);
  expect(took - durationMs).toBeGreaterThan(100);
});

it('ends a process whose parent ended before it was ready', async () => {
  const child = fork(kit.entry, [CHILD_FLAG], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([1, null]);
});

const killed = process.platform === 'win32' ? it.skip : it;

killed('says what is known of a process that was killed', async () => {
  const suite = suiteOf([item('Get', `${kit.api}/never`, OK)]);
  onRequest = () => {
    spawn('pkill', ['-KILL', '-P', String(process.pid), '-f', 'postman-sync-suite']);
  };
  const [result] = await kit.run([suite]);
  onRequest = () => undefined;
  const [failure] = result?.attempt.failures ?? [];
  expect(failure).toMatchObject({ kind: 'script', request: 'Get' });
  expect(failure?.message).toContain('was ended by SIGKILL while it ran "Get"');
});

killed('stops on Ctrl-C: reports what was done, and exits with 130', async () => {
  const requests = [item('First', `${kit.api}/get`, OK), item('Slow', `${kit.api}/never`, OK)];
  const { collection } = suiteOf(requests);
  await kit.write('stop/a.postman_collection.json', JSON.stringify(collection.content));
  const cwd = join(kit.cwd, 'stop');
  const child = spawn(process.execPath, [kit.entry, 'test', '--reporters', 'json'], { cwd });
  onRequest = () => void child.kill('SIGINT');
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  const [code] = await once(child, 'close');
  onRequest = () => undefined;
  expect(code).toBe(130);
  expect(output).toMatch(/✗ Stopped: /);
  const text = await readFile(join(cwd, 'postman-report', 'report.json'), 'utf8');
  const report = documented(JSON.parse(text) as Report);
  expect(report).toMatchObject({ stopped: true, failureKinds: ['timeout'] });
  expect(report.runs[0]?.attempt.executions.map(({ request }) => request)).toEqual(['First']);
});
