import { afterEach, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/core/lib/json.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { collection, environment, request } from '../../support/collections.ts';
import { startTeam, type Team } from '../../support/repository.ts';

let team: Team;

afterEach(() => team.close());

const files = {
  'orders.postman_collection.json': collection('Orders', request('list')),
  'catalog.postman_collection.json': collection('Catalog', request('list')),
  'local.postman_environment.json': environment('Local', { key: 'baseUrl', value: 'http://127.0.0.1:9' }),
  'staging.postman_environment.json': environment('Staging', { key: 'baseUrl', value: 'http://127.0.0.1:9' }),
};

interface Watch {
  readonly name?: string;
  readonly collection?: string;
  readonly environment?: string | null;
  readonly cron?: string;
  readonly more?: string;
}

const declared = ({
  name = 'Watch',
  collection: watched = 'Orders',
  environment: stage = 'Staging',
  cron = '0 */6 * * *',
  more = '',
}: Watch = {}) =>
  [
    `  - name: ${name}`,
    `    collection: ${watched}`,
    ...(stage === null ? [] : [`    environment: ${stage}`]),
    `    schedule: { cron: '${cron}', timezone: Europe/Berlin }`,
    ...(more ? [`    ${more}`] : []),
  ].join('\n');

const config = (...monitors: readonly string[]) => ({ 'postman-sync.yaml': `monitors:\n${monitors.join('\n')}\n` });

const monitorsIn = ({ plan }: Report): readonly string[] =>
  (plan?.changes ?? [])
    .filter(({ kind }) => kind === 'monitor')
    .map(({ action, name, status }) => `${action} ${name} ${status}`);
const uidOf = ({ plan }: Report): string =>
  plan?.changes.find(({ kind, action }) => kind === 'monitor' && action !== 'delete')?.uid ?? '';
const uidNamed = ({ plan }: Report, name: string): string => plan?.changes.find((one) => one.name === name)?.uid ?? '';
const writes = (calls: readonly string[]): readonly string[] => calls.filter((call) => !call.startsWith('GET'));
const aboutMonitors = (calls: readonly string[]): readonly string[] =>
  calls.filter((call) => call.includes('/monitors'));
const fetchMonitor = async (uid: string): Promise<JsonObject> =>
  (await team.call('GET', `/monitors/${uid}`)).monitor as JsonObject;
const sizes = (method: string, path: RegExp): readonly number[] =>
  team.emulator.journal
    .filter((entry) => entry.method === method && path.test(entry.path))
    .map(({ bodyBytes }) => bodyBytes);

describe('a monitor as code', () => {
  it('is created with the uids that its collection and environment have just got, and then left alone', async () => {
    const more = [
      'regions: [us-east, eu-central]',
      '    active: false',
      '    options: { requestTimeout: 3000, requestDelay: 0 }',
      '    retry: { attempts: 2 }',
      '    notifications: { onError: [a@example.com], onFailure: [b@example.com, a@example.com] }',
      '    notification-limit: 7',
    ].join('\n');
    team = await startTeam({ ...files, ...config(declared({ more })) });
    const first = await team.run('apply');
    expect(first.verdict).toBe('passed');
    expect(await fetchMonitor(uidOf(first))).toMatchObject({
      name: 'Watch',
      collectionUid: uidNamed(first, 'Orders'),
      environmentUid: uidNamed(first, 'Staging'),
      active: false,
      schedule: { cron: '0 0 */6 * * *', timezone: 'Europe/Berlin' },
      options: { strictSSL: true, followRedirects: true, requestTimeout: 3000 },
      distribution: [{ region: 'us-east' }, { region: 'eu-central' }],
      retry: { attempts: 2 },
      notificationLimit: 7,
    });
    team.calls();
    for (const verify of ['changed', 'all']) {
      const again = await team.run('apply', { verify });
      expect(monitorsIn(again)).toEqual(['none Watch applied']);
      expect(again.plan?.changes.every(({ action }) => action === 'none')).toBe(true);
    }
    expect(writes(team.calls())).toEqual([]);
  });

  it('is named by path as well, and may have no environment', async () => {
    team = await startTeam({
      ...files,
      ...config(declared({ collection: './orders.postman_collection.json', environment: null })),
    });
    const report = await team.run('apply');
    const monitor = await fetchMonitor(uidOf(report));
    expect(monitor.collectionUid).toBe(uidNamed(report, 'Orders'));
    expect(monitor).not.toHaveProperty('environmentUid');
  });

  it('verifies TLS unless told otherwise, whatever Postman would do', async () => {
    team = await startTeam({ ...files, ...config(declared()) });
    const monitor = await fetchMonitor(uidOf(await team.run('apply')));
    expect(monitor.options).toMatchObject({ strictSSL: true, followRedirects: true });
  });

  it('is updated with what changed only, never with its collection or environment', async () => {
    team = await startTeam({ ...files, ...config(declared({ more: 'retry: { attempts: 1 }' })) });
    const first = await team.run('apply');
    await team.write(config(declared({ cron: '0 */4 * * *', more: 'retry: { attempts: 1 }' })));
    const plan = await team.run('plan');
    expect(plan.plan?.changes.find(({ kind }) => kind === 'monitor')?.diff).toEqual([
      { change: 'changed', what: 'cron', path: [], before: '0 */6 * * *', after: '0 */4 * * *' },
    ]);
    team.calls();
    const second = await team.run('apply');
    expect(second.verdict).toBe('passed');
    expect(writes(aboutMonitors(team.calls()))).toEqual([`PUT /monitors/${uidOf(first)}`]);
    const sent = { monitor: { schedule: { cron: '0 */4 * * *', timezone: 'Europe/Berlin' } } };
    expect(sizes('PUT', /^\/monitors\//)).toEqual([JSON.stringify(sent).length]);
    expect(await fetchMonitor(uidOf(first))).toMatchObject({
      schedule: { cron: '0 0 */4 * * *' },
      retry: { attempts: 1 },
      collectionUid: uidNamed(first, 'Orders'),
    });
    expect(second.plan?.changes.some(({ drifted }) => drifted)).toBe(false);
    expect(monitorsIn(await team.run('plan'))).toEqual(['none Watch planned']);
  });

  it.each([
    ['collection', { collection: 'Catalog' }, 'Orders', 'Catalog'],
    ['environment', { environment: 'Local' }, 'Staging', 'Local'],
    ['environment', { environment: null }, 'Staging', undefined],
  ])(
    'is replaced when its %s changes: created first, deleted after, said in the plan',
    async (what, change, before, after) => {
      team = await startTeam({ ...files, ...config(declared()) });
      const old = uidOf(await team.run('apply'));
      await team.write(config(declared(change)));
      const plan = await team.run('plan');
      expect(monitorsIn(plan)).toEqual(['create Watch planned', 'delete Watch planned']);
      expect(plan.plan?.changes.find(({ action }) => action === 'create')?.diff).toEqual([
        { change: after ? 'changed' : 'removed', what, path: [], before, ...(after ? { after } : {}) },
      ]);
      expect(plan.notices.map(({ message }) => message).join()).toContain(
        'a new one is created, and the old one is deleted after that',
      );
      team.calls();
      const applied = await team.run('apply');
      expect(monitorsIn(applied)).toEqual(['create Watch applied', 'delete Watch applied']);
      expect(uidOf(applied)).not.toBe(old);
      expect(writes(aboutMonitors(team.calls()))).toEqual(['POST /monitors', `DELETE /monitors/${old}`]);
      expect(await team.backups()).toContainEqual(expect.stringContaining(old));
      expect(monitorsIn(await team.run('apply'))).toEqual(['none Watch applied']);
    },
  );

  it('is not deleted when its replacement cannot be created, and deleted later when it could not be then', async () => {
    team = await startTeam({ ...files, ...config(declared()) });
    const old = uidOf(await team.run('apply'));
    await team.write(config(declared({ collection: 'Catalog' })));
    await team.fault('POST /monitors: 403 @1');
    const refused = await team.run('apply');
    expect(monitorsIn(refused)).toEqual(['create Watch failed', 'delete Watch skipped']);
    await team.fault('DELETE /monitors/*: 403 @1');
    const halfway = await team.run('apply');
    expect(monitorsIn(halfway)).toEqual(['create Watch applied', 'delete Watch failed']);
    const third = await team.run('apply');
    expect(monitorsIn(third)).toEqual(['none Watch applied', 'delete Watch applied']);
    expect(uidOf(third)).toBe(uidOf(halfway));
    expect((await fetchMonitor(old)) ?? 'gone').toBe('gone');
    expect(monitorsIn(await team.run('apply'))).toEqual(['none Watch applied']);
  });

  it('waits for its collection: where that fails, the monitor is not created', async () => {
    team = await startTeam({ ...files, ...config(declared()) });
    await team.fault('POST /collections: 403');
    const report = await team.run('apply');
    expect(monitorsIn(report)).toEqual(['create Watch skipped']);
    expect(aboutMonitors(writes(team.calls()))).toEqual([]);
  });

  it('keeps what somebody changed in Postman, and is set right again, with a warning, where asked for', async () => {
    team = await startTeam({ ...files, ...config(declared()) });
    const uid = uidOf(await team.run('apply'));
    await team.call('PUT', `/monitors/${uid}`, { monitor: { schedule: { cron: '0 1 * * *', timezone: 'UTC' } } });
    const kept = await team.run('apply', { 'on-drift': 'keep' });
    expect(kept.plan?.changes.filter(({ drifted }) => drifted)).toMatchObject([{ kind: 'monitor', action: 'none' }]);
    const behind = await team.run('apply');
    expect(behind.plan?.changes.filter(({ drifted }) => drifted)).toMatchObject([
      { kind: 'monitor', action: 'none', behind: [{ what: 'cron' }, { what: 'timezone' }] },
    ]);
    const report = await team.run('apply', { 'on-drift': 'overwrite' });
    expect(report.plan?.changes.filter(({ drifted }) => drifted)).toMatchObject([
      { kind: 'monitor', action: 'update' },
    ]);
    expect(report.notices).toContainEqual({
      level: 'warning',
      message: expect.stringContaining('monitor "Watch" was changed in Postman'),
      path: 'postman-sync.yaml',
    });
    expect(await fetchMonitor(uid)).toMatchObject({ schedule: { cron: '0 0 */6 * * *', timezone: 'Europe/Berlin' } });
  });

  it('leaves alone what the configuration does not mention', async () => {
    team = await startTeam({ ...files, ...config(declared()) });
    const uid = uidOf(await team.run('apply'));
    const others = {
      notifications: { onError: [{ email: 'a@example.com' }], onFailure: [] },
      distribution: [{ region: 'uk' }],
    };
    await team.call('PUT', `/monitors/${uid}`, { monitor: others });
    team.calls();
    expect(monitorsIn(await team.run('apply', { verify: 'all' }))).toEqual(['none Watch applied']);
    expect(writes(team.calls())).toEqual([]);
    await team.write(config(declared({ cron: '0 */4 * * *' })));
    const changed = await team.run('apply', { 'on-drift': 'fail' });
    expect(monitorsIn(changed)).toEqual(['update Watch applied']);
    expect(await fetchMonitor(uid)).toMatchObject({ ...others, schedule: { cron: '0 0 */4 * * *' } });
  });

  it('is pruned when it is gone from the configuration, and only then when this tool made it', async () => {
    team = await startTeam({ ...files, ...config(declared(), declared({ name: 'Other' })) });
    const first = await team.run('apply');
    const foreign = {
      name: 'Foreign',
      collection: uidNamed(first, 'Orders'),
      schedule: { cron: '0 1 * * *', timezone: 'UTC' },
    };
    await team.call('POST', `/monitors?workspace=${team.emulator.workspaceId}`, { monitor: foreign });
    await team.write(config(declared()));
    expect(monitorsIn(await team.run('apply'))).toEqual(['none Watch applied']);
    const pruned = await team.run('apply', { prune: 'true' });
    expect(monitorsIn(pruned)).toEqual(['none Watch applied', 'delete Other applied']);
    const { monitors } = await team.call('GET', `/monitors?workspace=${team.emulator.workspaceId}`);
    expect((monitors as { name: string }[]).map(({ name }) => name)).toEqual(['Watch', 'Foreign']);
  });

  it('is adopted by its name where it watches the same, and otherwise left to whoever made it', async () => {
    team = await startTeam(files);
    const first = await team.run('apply');
    const schedule = { cron: '0 1 * * *', timezone: 'UTC' };
    const there = { schedule, environment: uidNamed(first, 'Staging') };
    const where = `/monitors?workspace=${team.emulator.workspaceId}`;
    await team.call('POST', where, { monitor: { ...there, name: 'Same', collection: uidNamed(first, 'Orders') } });
    await team.call('POST', where, { monitor: { ...there, name: 'Namesake', collection: uidNamed(first, 'Catalog') } });
    await team.write(config(declared({ name: 'Same' }), declared({ name: 'Namesake' })));
    expect(monitorsIn(await team.run('plan'))).toEqual(['none Same planned', 'create Namesake planned']);
    const report = await team.run('apply', { 'on-drift': 'overwrite' });
    expect(monitorsIn(report)).toEqual(['update Same applied', 'create Namesake applied']);
    expect(report.notices.map(({ message }) => message).join()).toContain(
      'which this project does not manage, is left alone',
    );
    expect(monitorsIn(await team.run('apply'))).toEqual(['none Same applied', 'none Namesake applied']);
  });

  it('is created once only when nobody knows whether it was', async () => {
    team = await startTeam({ ...files, ...config(declared()) });
    await team.fault('POST /monitors: 504 html after-apply @1');
    const report = await team.run('apply');
    expect(monitorsIn(report)).toEqual(['create Watch applied']);
    const { monitors } = await team.call('GET', `/monitors?workspace=${team.emulator.workspaceId}`);
    expect(monitors).toHaveLength(1);
  });
});

describe('forty monitors', () => {
  const many = config(...Array.from({ length: 40 }, (_, at) => declared({ name: `Watch ${at}` })));

  it('are created within the limit of ten calls in ten seconds, and cost two pages when nothing changed', async () => {
    team = await startTeam({ ...files, ...many }, { profile: { specialLimit: 10 } });
    const first = await team.run('apply');
    expect(first.verdict).toBe('passed');
    expect(first.plan?.changes.filter(({ status }) => status === 'applied')).toHaveLength(44);
    expect(team.emulator.journal.filter(({ status }) => status === 429)).toEqual([]);
    team.calls();
    const second = await team.run('apply');
    const calls = team.calls();
    expect(second.plan?.changes.every(({ action }) => action === 'none')).toBe(true);
    expect(writes(calls)).toEqual([]);
    expect(aboutMonitors(calls)).toEqual(['GET /monitors', 'GET /monitors']);
    expect(calls.length).toBeLessThanOrEqual(6);
  });

  it('are found beyond the first page, and what the pages show of a change is noticed', async () => {
    team = await startTeam({ ...files, ...many });
    const first = await team.run('apply');
    const uid = uidNamed(first, 'Watch 33');
    await team.call('PUT', `/monitors/${uid}`, { monitor: { active: false } });
    const second = await team.run('apply', { 'on-drift': 'overwrite' });
    expect(second.plan?.changes.filter(({ action }) => action !== 'none')).toMatchObject([
      { action: 'update', name: 'Watch 33', drifted: true },
    ]);
    await team.call('PUT', `/monitors/${uid}`, { monitor: { schedule: { cron: '0 1 * * *', timezone: 'UTC' } } });
    expect(
      monitorsIn(await team.run('plan', { verify: 'all', 'on-drift': 'overwrite' })).filter(
        (one) => !one.startsWith('none'),
      ),
    ).toEqual(['update Watch 33 planned']);
  });
});

describe('a declaration that cannot be right', () => {
  it('is told with its line before anything is sent', async () => {
    team = await startTeam({ ...files, ...config(declared({ cron: '* * * * *' })) });
    await expect(team.run('apply')).rejects.toMatchObject({
      problems: [
        {
          path: 'postman-sync.yaml',
          position: { line: 5, column: 23 },
          message: expect.stringContaining('runs every minute'),
        },
      ],
    });
    expect(team.calls()).toEqual([]);
  });

  it('names what no file holds', async () => {
    team = await startTeam({ ...files, ...config(declared({ collection: 'Order', environment: 'Stage' })) });
    const report = await team.run('apply');
    expect(report.problems).toMatchObject([
      {
        path: 'postman-sync.yaml',
        position: { line: 3, column: 17 },
        message: 'The monitor "Watch" names the collection "Order", and no file holds it',
      },
      {
        path: 'postman-sync.yaml',
        position: { line: 4, column: 18 },
        message: 'The monitor "Watch" names the environment "Stage", and no file holds it',
      },
    ]);
    expect(team.calls()).toEqual([]);
  });

  it('is no problem of a test, which runs no monitors', async () => {
    team = await startTeam({ ...files, ...config(declared({ environment: null })) });
    const only = { collections: 'catalog.postman_collection.json' };
    expect((await team.run('test', only)).problems).toEqual([]);
    expect((await team.run('plan', only)).problems).toMatchObject([{ code: 'unknown-name' }]);
  });
});
