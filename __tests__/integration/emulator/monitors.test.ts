import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { collectionNamed, type Driver, format, start } from './start.ts';

const schedule = { cron: '0 */6 * * *', timezone: 'Europe/Berlin' };
const test = (line: string) => [{ listen: 'test', script: { exec: [line] } }];
const statusIs = (code: number) => test(`pm.test("answers ${code}", () => pm.response.to.have.status(${code}));`);

let target: Server;
let targetUrl: string;

beforeAll(async () => {
  target = createServer((incoming, outgoing) => {
    if (incoming.url !== '/never') outgoing.end('{"ok":true}');
  }).listen(0, '127.0.0.1');
  await once(target, 'listening');
  targetUrl = `http://127.0.0.1:${(target.address() as AddressInfo).port}`;
});

afterAll(() => {
  target.close();
  target.closeAllConnections();
});

const create = async (emulator: Driver, items: readonly unknown[] = [], settings: Record<string, unknown> = {}) => {
  const collection = { info: { name: 'Watched', schema: format }, item: items };
  const made = await emulator.call('POST', `/collections${emulator.here}`, { collection });
  const environment = { name: 'Stage', values: [{ key: 'base', value: targetUrl }] };
  const stage = await emulator.call('POST', `/environments${emulator.here}`, { environment });
  const watched = { collection: made.body.collection.uid, environment: stage.body.environment.uid };
  const monitor = { name: 'Watch', schedule, ...watched, ...settings };
  const { body } = await emulator.call('POST', `/monitors${emulator.here}`, { monitor });
  return { ...body.monitor, ...watched };
};

const usage = async (emulator: Driver): Promise<number> => {
  const { operations } = (await emulator.call('GET', '/me')).body;
  return operations.find(({ name }: { name: string }) => name === 'monitor_request_runs').usage;
};

describe('monitors', () => {
  it('are returned with six cron fields, the next run, and all their settings', async () => {
    const emulator = await start({ clock: () => Date.UTC(2026, 10, 23, 12) });
    const settings = {
      options: { strictSSL: true, followRedirects: false, requestTimeout: 3000, requestDelay: 10 },
      distribution: [{ region: 'uk' }],
      notifications: { onError: [{ email: 'oncall@example.com' }], onFailure: [] },
      retry: { attempts: 2 },
      notificationLimit: 5,
    };
    const made = await create(emulator, [], settings);
    const { monitor } = (await emulator.call('GET', `/monitors/${made.uid}`)).body;
    expect(monitor).toMatchObject({
      ...settings,
      collectionUid: made.collection,
      environmentUid: made.environment,
      schedule: { cron: '0 0 */6 * * *', timezone: 'Europe/Berlin', nextRun: '2026-11-23T17:00:00.000Z' },
    });
    expect(monitor).not.toHaveProperty('lastRun');
  });

  it('run without disabled variables', async () => {
    const emulator = await start();
    const { uid, environment } = await create(emulator, [
      {
        name: 'Look',
        request: `${targetUrl}/`,
        event: test(
          'pm.test("off", () => pm.expect([pm.environment.has("a"), pm.globals.has("b")]).to.eql([false, false]))',
        ),
      },
    ]);
    const off = (key: string) => ({ values: [{ key, value: '1', enabled: false }] });
    await emulator.call('PUT', `/environments/${environment}`, { environment: { name: 'Stage', ...off('a') } });
    await emulator.call('PUT', `/workspaces/${emulator.workspaceId}/global-variables`, off('b'));
    const { run } = (await emulator.call('POST', `/monitors/${uid}/run`)).body;
    expect(run).toMatchObject({ info: { status: 'success' }, stats: { assertions: { total: 1, failed: 0 } } });
  });

  it('accept partial settings, but no other collection', async () => {
    const emulator = await start();
    const { id, collection } = await create(emulator, [], { retry: { attempts: 1 } });
    await emulator.call('PUT', `/monitors/${id}`, { monitor: { active: false } });
    const { monitor } = (await emulator.call('GET', `/monitors/${id}`)).body;
    expect(monitor).toMatchObject({ name: 'Watch', active: false, retry: { attempts: 1 } });
    const refused = await emulator.call('PUT', `/monitors/${id}`, { monitor: { collection, environment: 'x' } });
    expect(refused.body.error).toMatchObject({
      name: 'parameterNotAllowedError',
      details: { param: ['collection', 'environment'] },
    });
  });

  it.each([
    [{ schedule: { cron: '* * * * *', timezone: 'UTC' } }, 'cronPatternNotAllowedError', { pattern: '* * * * *' }],
    [{ schedule: { timezone: 'UTC' } }, 'paramMissingError', { param: ['cron'] }],
    [{ schedule: { cron: '0 0 * * *', timezone: 'Mars' } }, 'invalidParamsError', { param: 'schedule.timezone' }],
    [{ schedule: { cron: '0 0 * * *', timezone: 5 } }, 'invalidParamsError', { param: 'schedule.timezone' }],
    [{ schedule: { cron: 5 } }, 'cronPatternNotAllowedError', { pattern: 5 }],
    [{ options: { strictSSL: 'yes' } }, 'invalidParamsError', { param: 'options.strictSSL' }],
    [{ collection: '12ece9e1-2abf-4edc-8e34-de66e74114d2' }, 'invalidUidError', { param: ['collection'] }],
    [{ collection: '1-12ece9e1-2abf-4edc-8e34-de66e74114d2' }, 'forbiddenError', undefined],
    [{ environment: '12ece9e1-2abf-4edc-8e34-de66e74114d2' }, 'invalidUidError', { param: ['environment'] }],
    [{ distribution: [{ region: 'moon' }] }, 'invalidParamsError', { param: 'distribution' }],
    [{ retry: { attempts: 3 } }, 'invalidParamsError', { param: 'retry.attempts' }],
    [{ active: 'yes' }, 'badRequest', undefined],
    [{ name: undefined }, 'paramMissingError', { param: ['name'] }],
  ])('refuse %j', async (wrong, name, details) => {
    const emulator = await start();
    const made = await emulator.call('POST', `/collections${emulator.here}`, collectionNamed('A'));
    const monitor = { name: 'Watch', schedule, collection: made.body.collection.uid, ...wrong };
    const { body } = await emulator.call('POST', `/monitors${emulator.here}`, { monitor });
    expect(body.error.name).toBe(name);
    expect(body.error.details).toEqual(details);
  });

  it('are listed 25 at a time, by cursor', async () => {
    const emulator = await start();
    const { collection } = await create(emulator);
    for (let index = 0; index < 25; index += 1) {
      await emulator.call('POST', `/monitors${emulator.here}`, { monitor: { name: `${index}`, collection, schedule } });
    }
    const first = (await emulator.call('GET', `/monitors${emulator.here}`)).body;
    const second = (await emulator.call('GET', `/monitors${emulator.here}&cursor=${first.meta.nextCursor}`)).body;
    expect([first.monitors.length, second.monitors.length, second.meta.nextCursor]).toEqual([25, 1, '']);
    const bad = async (query: string) => (await emulator.call('GET', `/monitors?${query}`)).body.error.message;
    expect(await bad('limit=26')).toBe('Query param limit cannot exceed 25.');
    expect(await bad('cursor=nonsense')).toBe('Invalid cursor query parameter passed.');
    expect(await bad('active=maybe')).toBe('Active must be a boolean.');
    expect(await bad('owner=me')).toBe('Owner user ID must be an integer.');
    expect((await emulator.call('GET', '/monitors?owner=1')).body.monitors).toEqual([]);
  });

  it('report the length of an invalid workspace id', async () => {
    const emulator = await start();
    const { collection } = await create(emulator);
    const monitor = { name: 'Watch', schedule, collection };
    const { body } = await emulator.call('POST', '/monitors?workspace=short', { monitor });
    expect(body.error.message).toBe('Workspace ID must be 36 characters (5).');
  });
});

describe('running a monitor', () => {
  const passing = { name: 'Get', request: '{{base}}/', event: statusIs(200) };
  const failing = { name: 'Wrong', request: '{{base}}/', event: statusIs(201) };

  it('runs the collection and returns real statistics', async () => {
    const emulator = await start();
    const { id } = await create(emulator, [passing, failing]);
    const { status, body } = await emulator.call('POST', `/monitors/${id}/run`);
    expect(status).toBe(200);
    expect(body.run.info).toMatchObject({ monitorId: id, status: 'failed' });
    expect(body.run.stats).toMatchObject({
      assertions: { total: 2, failed: 1 },
      requests: { total: 2, failed: 0 },
      runCount: 1,
    });
    expect(body.run.executions).toMatchObject([
      { id: 1, item: { name: 'Get' }, request: { url: `${targetUrl}/` }, response: { code: 200 } },
      { id: 2, item: { name: 'Wrong' } },
    ]);
    expect(body.run.failures).toEqual([]);
    const { monitor } = (await emulator.call('GET', `/monitors/${id}`)).body;
    expect(monitor.lastRun).toMatchObject({ status: 'failed', jobId: body.run.info.jobId, stats: body.run.stats });
  });

  it('distinguishes script errors and unreachable hosts from failed assertions', async () => {
    const emulator = await start();
    const broken = { name: 'Broken', request: '{{base}}/', event: test('nowhere.to.be.found();') };
    const { id } = await create(emulator, [passing, broken]);
    const { run } = (await emulator.call('POST', `/monitors/${id}/run`)).body;
    expect(run.info.status).toBe('error');
    expect(run.failures).toEqual([expect.objectContaining({ executionId: 2, name: 'ReferenceError' })]);
  });

  it('counts every request of every region and every retry', async () => {
    const emulator = await start({ profile: { monitorQuotaUsed: 40 } });
    const two = { distribution: [{ region: 'uk' }, { region: 'us-east' }], retry: { attempts: 1 } };
    const { id } = await create(emulator, [failing], two);
    const { run } = (await emulator.call('POST', `/monitors/${id}/run`)).body;
    expect(run.stats).toMatchObject({ runCount: 2, requests: { total: 2 } });
    expect(await usage(emulator)).toBe(44);
  });

  it('does not expose local files', async () => {
    const emulator = await start();
    const body = { mode: 'file', file: { src: fileURLToPath(import.meta.url) } };
    const { id } = await create(emulator, [{ name: 'Upload', request: { method: 'POST', url: '{{base}}/', body } }]);
    const { run } = (await emulator.call('POST', `/monitors/${id}/run`)).body;
    expect(run.executions[0].request.headers).toMatchObject({ 'content-length': '0' });
  });

  it('can return at once, and sets lastRun later', async () => {
    const emulator = await start();
    const { id } = await create(emulator, [passing]);
    const { run } = (await emulator.call('POST', `/monitors/${id}/run?async=true`)).body;
    expect(run).toEqual({ info: expect.objectContaining({ status: 'running', monitorId: id }) });
    const sync = await emulator.call('POST', `/monitors/${id}/run`);
    expect(sync.body.run.info.jobId).not.toBe(run.info.jobId);
    const { executions } = (await emulator.call('GET', `/monitors/${id}/executions`)).body;
    expect(executions.length).toBeGreaterThanOrEqual(1);
  });

  it('returns 202 when it takes too long', async () => {
    const emulator = await start({ profile: { monitorSyncMs: 20 } });
    const never = { name: 'Never', request: '{{base}}/never' };
    const { id } = await create(emulator, [never], { options: { requestTimeout: 300 } });
    const { status, body } = await emulator.call('POST', `/monitors/${id}/run`);
    expect([status, body.run.info.status, body.run.info.jobId]).toEqual([202, 'running', undefined]);
  });

  it.each([
    [429, 'serviceLimitExhausted'],
    [403, 'forbiddenError'],
  ] as const)('is refused with %s when nothing is left and there is no overage', async (status, name) => {
    const profile = { monitorOverage: false, monitorQuota: 1, monitorExhaustedStatus: status };
    const emulator = await start({ profile });
    const { id } = await create(emulator, [passing]);
    expect((await emulator.call('POST', `/monitors/${id}/run`)).status).toBe(200);
    const refused = await emulator.call('POST', `/monitors/${id}/run`);
    expect([refused.status, refused.body.error.name]).toEqual([status, name]);
    expect(await usage(emulator)).toBe(1);
  });

  it('distinguishes executions from runs', async () => {
    const emulator = await start();
    const { id } = await create(emulator, [passing]);
    await emulator.call('POST', `/monitors/${id}/run`);
    const { executions } = (await emulator.call('GET', `/monitors/${id}/executions`)).body;
    const path = `/monitors/${id}/executions/${executions[0].id}/runs`;
    const { runs } = (await emulator.call('GET', path)).body;
    expect(runs).toMatchObject([{ region: 'us-east', state: 'success' }]);
    expect((await emulator.call('GET', `/monitors/${id}/runs/${runs[0].id}/results`)).status).toBe(200);
    expect((await emulator.call('GET', `/monitors/${id}/runs/${executions[0].id}/results`)).status).toBe(404);
  });
});
