import { afterEach, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/core/lib/json.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { collection, environment, folder, request } from '../../support/collections.ts';
import { startProxy } from '../../support/proxy.ts';
import { startTeam, type Team } from '../../support/repository.ts';

let team: Team;

afterEach(() => team.close());

const orders = collection('Orders', folder('Reading', request('list'), request('get')), request('create'));
const local = environment('Local', { key: 'baseUrl', value: 'http://localhost' });
const files = { 'orders.postman_collection.json': orders, 'local.postman_environment.json': local };

/** `action name` of each change. */
const actions = ({ plan }: Report): readonly string[] =>
  (plan?.changes ?? []).map(({ action, name }) => `${action} ${name}`);
const statuses = ({ plan }: Report): readonly string[] =>
  (plan?.changes ?? []).map(({ name, status }) => `${name} ${status}`);
const uidsOf = ({ plan }: Report): Record<string, string> =>
  Object.fromEntries((plan?.changes ?? []).map(({ name, uid }) => [name, uid ?? '']));
const writes = (calls: readonly string[]): readonly string[] => calls.filter((call) => !call.startsWith('GET'));

/** The collections that the workspace has under a name. */
const named = async (name: string): Promise<number> => {
  const { collections } = (await team.call('GET', `/collections?workspace=${team.emulator.workspaceId}`)) as {
    collections: { name: string }[];
  };
  return collections.filter((collection) => collection.name === name).length;
};

const fetchCollection = async (uid: string): Promise<JsonObject> =>
  (await team.call('GET', `/collections/${uid}`)).collection as unknown as JsonObject;

/** Ids of all items by name. */
const idsOf = (owner: JsonObject): Record<string, unknown> =>
  Object.assign(
    {},
    ...((owner.item as JsonObject[] | undefined) ?? []).map((item) => ({
      [String(item.name)]: item.id,
      ...idsOf(item),
    })),
  );

describe('syncing a repository', () => {
  it('creates everything, then writes nothing with two to four calls', async () => {
    team = await startTeam(files);
    expect(actions(await team.run('plan'))).toEqual(['create Orders', 'create Local']);
    expect(writes(team.calls())).toEqual([]);
    const first = await team.run('apply');
    expect(first.verdict).toBe('passed');
    expect(first.api.apiCalls).toBe(team.calls().length);
    const second = await team.run('apply');
    const calls = team.calls();
    expect(actions(second)).toEqual(['none Orders', 'none Local']);
    expect(writes(calls)).toEqual([]);
    expect(calls.length).toBeLessThanOrEqual(4);
    expect(uidsOf(second)).toEqual(uidsOf(first));
  });

  it('needs at most four calls for 100 collections and 10 environments, two per change, and three for the state', async () => {
    const many = Object.fromEntries([
      ...Array.from({ length: 100 }, (_, at) => [
        `c/${at}.postman_collection.json`,
        collection(`C${at}`, request('a')),
      ]),
      ...Array.from({ length: 10 }, (_, at) => [
        `e/${at}.postman_environment.json`,
        environment(`E${at}`, { key: 'a', value: '1' }),
      ]),
    ]);
    team = await startTeam(many);
    expect((await team.run('apply')).verdict).toBe('passed');
    team.calls();
    expect((await team.run('apply')).verdict).toBe('passed');
    expect(team.calls().length).toBeLessThanOrEqual(4);
    await team.write({
      'c/7.postman_collection.json': collection('C7', request('b')),
      'e/3.postman_environment.json': environment('E3', { key: 'a', value: '2' }),
    });
    expect(actions(await team.run('apply')).filter((action) => !action.startsWith('none'))).toEqual([
      'update C7',
      'update E3',
    ]);
    expect(team.calls().length).toBeLessThanOrEqual(4 + 2 * 2 + 3);
  });

  it('sends complete files, including unknown fields, and does not count added nulls as differences', async () => {
    const rich = {
      ...orders,
      'x-team': { name: 'payments' },
      item: [
        {
          ...request('list'),
          'x-owner': 'ada',
          response: [{ name: 'OK', code: 200, responseTime: null, body: '{"big":12345}' }],
        },
      ],
    };
    team = await startTeam({ 'orders.postman_collection.json': rich });
    const uid = uidsOf(await team.run('apply')).Orders ?? '';
    expect(await fetchCollection(uid)).toMatchObject({
      'x-team': { name: 'payments' },
      item: [{ 'x-owner': 'ada', response: [{ body: '{"big":12345}' }] }],
    });
    expect(actions(await team.run('plan', { verify: 'all' }))).toEqual(['none Orders']);
  });

  it('keeps all other ids when one request is changed, moved or added', async () => {
    team = await startTeam(files);
    const uid = uidsOf(await team.run('apply')).Orders ?? '';
    const before = idsOf(await fetchCollection(uid));
    await team.write({
      'orders.postman_collection.json': collection(
        'Orders',
        request('create', { description: 'new' }),
        folder('Reading', request('get'), request('search')),
        request('list'),
      ),
    });
    expect((await team.run('apply')).verdict).toBe('passed');
    expect(idsOf(await fetchCollection(uid))).toEqual({ ...before, search: expect.any(String) });
  });

  it('recognizes a renamed file, and prunes nothing', async () => {
    team = await startTeam(files);
    const first = uidsOf(await team.run('apply'));
    await team.write({ 'orders.postman_collection.json': undefined, 'moved.postman_collection.json': orders });
    const second = await team.run('apply', { prune: 'true' });
    expect(actions(second)).toContain('none Orders');
    expect(uidsOf(second)).toEqual(first);
  });

  it('creates resources again that were deleted in Postman with on-drift: overwrite', async () => {
    team = await startTeam(files);
    const { Orders = '' } = uidsOf(await team.run('apply'));
    await team.call('DELETE', `/collections/${Orders}`);
    const report = await team.run('apply', { 'on-drift': 'overwrite' });
    expect(actions(report)).toEqual(['create Orders', 'none Local']);
    expect(await named('Orders')).toBe(1);
  });

  it('syncs globals, which cannot be created or deleted', async () => {
    team = await startTeam({ ...files, 'globals.json': { name: 'Globals', values: [{ key: 'region', value: 'eu' }] } });
    expect(actions(await team.run('apply', { globals: 'globals.json' }))).toContain('update Globals');
    expect(await team.call('GET', `/workspaces/${team.emulator.workspaceId}/global-variables`)).toMatchObject({
      values: [{ key: 'region', value: 'eu' }],
    });
    expect(actions(await team.run('apply', { globals: 'globals.json' }))).toContain('none Globals');
  });

  it('keeps the value of a blank secret through an update', async () => {
    const staging = (url: string) =>
      environment('Staging', { key: 'url', value: url }, { key: 'token', value: '', type: 'secret' });
    team = await startTeam({ 's.postman_environment.json': staging('one') });
    const { Staging = '' } = uidsOf(await team.run('apply'));
    await team.call('PUT', `/environments/${Staging}`, {
      environment: environment(
        'Staging',
        { key: 'url', value: 'one' },
        { key: 'token', value: 'kept', type: 'secret' },
      ),
    });
    await team.write({ 's.postman_environment.json': staging('two') });
    await team.run('apply');
    expect(await team.call('GET', `/environments/${Staging}`)).toMatchObject({
      environment: { values: [{ value: 'two' }, { value: 'kept' }] },
    });
    expect(actions(await team.run('plan', { verify: 'all' }))).toEqual(['none Staging']);
  });
});

describe('drift', () => {
  const edited = { collection: collection('Orders', request('made in Postman')) };

  const drift = async (): Promise<string> => {
    team = await startTeam(files);
    const { Orders = '' } = uidsOf(await team.run('apply'));
    await team.clock.sleep(1_000);
    await team.call('PUT', `/collections/${Orders}`, edited);
    team.calls();
    return Orders;
  };

  it('is found without reading everything, and is backed up, overwritten and reported with on-drift: overwrite', async () => {
    const uid = await drift();
    const report = await team.run('apply', { 'on-drift': 'overwrite' });
    expect(report.plan?.changes[0]).toMatchObject({ action: 'update', drifted: true, status: 'applied' });
    expect(idsOf(await fetchCollection(uid))).not.toHaveProperty('made in Postman');
    expect(await team.backups()).toEqual([`Orders-${uid}.json`]);
    expect(report.verdict).toBe('passed');
  });

  it('is kept with on-drift: keep', async () => {
    const uid = await drift();
    const report = await team.run('apply', { 'on-drift': 'keep' });
    expect(report.plan?.changes[0]).toMatchObject({ action: 'none', drifted: true });
    expect(idsOf(await fetchCollection(uid))).toHaveProperty('made in Postman');
    expect(writes(team.calls())).toEqual([]);
  });

  it('fails the run with on-drift: fail, and nothing is written', async () => {
    await drift();
    await team.write({ 'local.postman_environment.json': environment('Local', { key: 'baseUrl', value: 'changed' }) });
    const report = await team.run('apply', { 'on-drift': 'fail' });
    expect(report).toMatchObject({ verdict: 'failed', failureKinds: ['drift'] });
    expect(writes(team.calls())).toEqual([]);
  });
});

describe('pruning', () => {
  const three = {
    ...files,
    'old.postman_collection.json': collection('Old', request('a')),
    'keep.postman_collection.json': collection('Keep', request('a')),
  };

  it('deletes only resources that this tool created, with a backup, and only with the option', async () => {
    team = await startTeam(three);
    await team.call('POST', `/collections?workspace=${team.emulator.workspaceId}`, {
      collection: collection('Made by hand', request('a')),
    });
    await team.run('apply');
    await team.write({ 'old.postman_collection.json': undefined });
    expect(actions(await team.run('apply'))).not.toContain('delete Old');
    expect(actions(await team.run('apply', { prune: 'true' }))).toContain('delete Old');
    expect([await named('Old'), await named('Made by hand')]).toEqual([0, 1]);
    expect(await team.backups()).toEqual([expect.stringMatching(/^Old-/)]);
  });

  it('requires force before a wrong glob empties the workspace', async () => {
    team = await startTeam(three);
    await team.run('apply');
    const narrow = { collections: 'keep.postman_collection.json', prune: 'true' };
    await team.write({
      'local.postman_environment.json': undefined,
      'orders.postman_collection.json': undefined,
      'old.postman_collection.json': undefined,
    });
    team.calls();
    const report = await team.run('apply', narrow);
    expect(report.problems).toMatchObject([{ remedy: expect.stringContaining('force') }]);
    expect(writes(team.calls())).toEqual([]);
    expect((await team.run('apply', { ...narrow, prune: 'force' })).verdict).toBe('passed');
    expect(await named('Old')).toBe(0);
  });
});

describe('the state', () => {
  const stateUid = async (): Promise<string> => {
    const { environments } = (await team.call('GET', `/environments?workspace=${team.emulator.workspaceId}`)) as {
      environments: { name: string; uid: string }[];
    };
    return environments.find(({ name }) => name === 'postman-sync state (acme/shop)')?.uid ?? '';
  };

  it('is an environment with a variable for every file, and no content', async () => {
    team = await startTeam(files);
    await team.run('apply');
    const { environment: held } = (await team.call('GET', `/environments/${await stateUid()}`)) as {
      environment: { values: { key: string; value: string }[] };
    };
    expect(held.values.map(({ key }) => key)).toEqual([
      'local.postman_environment.json',
      'orders.postman_collection.json',
    ]);
    expect(Object.keys(JSON.parse(held.values[0]?.value ?? ''))).toEqual(
      expect.arrayContaining(['uid', 'fingerprint', 'time']),
    );
    expect(JSON.stringify(held)).not.toContain('localhost');
  });

  it.each<[string, (uid: string) => Promise<unknown>]>([
    ['lost', (uid) => team.call('DELETE', `/environments/${uid}`)],
    [
      'made unreadable',
      (uid) =>
        team.call('PUT', `/environments/${uid}`, {
          environment: {
            name: 'postman-sync state (acme/shop)',
            values: [{ key: 'orders.postman_collection.json', value: '{"uid":' }],
          },
        }),
    ],
  ])('is rebuilt by comparing when it is %s, and nothing is created twice', async (_, spoil) => {
    team = await startTeam(files);
    await team.run('apply');
    await spoil(await stateUid());
    team.calls();
    expect(actions(await team.run('apply'))).toEqual(['none Orders', 'none Local']);
    expect(writes(team.calls()).filter((call) => call.includes('/collections'))).toEqual([]);
    expect(actions(await team.run('apply'))).toEqual(['none Orders', 'none Local']);
    expect(writes(team.calls())).toEqual([]);
    expect(await named('Orders')).toBe(1);
  });

  it('separates two projects in one workspace', async () => {
    team = await startTeam(files);
    const first = uidsOf(await team.run('apply', { project: 'acme/one' }));
    const other = await team.run('apply', { project: 'acme/two', prune: 'force' });
    expect(actions(other)).toEqual(['create Orders', 'create Local']);
    expect(await named('Orders')).toBe(2);
    expect(uidsOf(await team.run('apply', { project: 'acme/one' }))).toEqual(first);
  });

  it('is reported as existing twice, and read as one, after two simultaneous first runs', async () => {
    team = await startTeam(files);
    await team.run('apply');
    const values = [{ key: 'other.json', value: '{}' }];
    await team.call('POST', `/environments?workspace=${team.emulator.workspaceId}`, {
      environment: { name: 'postman-sync state (acme/shop)', values },
    });
    const report = await team.run('plan');
    expect(actions(report)).toEqual(['none Orders', 'none Local']);
    expect(report.notices).toContainEqual({
      level: 'notice',
      message: expect.stringContaining('2 states of this project'),
    });
  });

  it('is read again before the first write, so that changes of another run are not repeated', async () => {
    team = await startTeam(files);
    const [first, second] = await Promise.all([team.run('apply'), team.run('apply')]);
    expect([first.verdict, second.verdict]).toEqual(['passed', 'passed']);
    const third = await team.run('apply');
    expect(third.verdict).toBe('passed');
  });
});

describe('adopting', () => {
  it('adopts the only resource of the name, without a write when it is equal', async () => {
    team = await startTeam(files);
    const { collection: made } = (await team.call('POST', `/collections?workspace=${team.emulator.workspaceId}`, {
      collection: orders,
    })) as { collection: { uid: string } };
    team.calls();
    const report = await team.run('apply');
    expect(uidsOf(report).Orders).toBe(made.uid);
    expect(writes(team.calls())).toEqual([
      'POST /environments',
      'POST /environments',
      expect.stringMatching(/^PUT \/environments\//),
    ]);
  });

  it('does not choose between two resources of the name, and writes nothing', async () => {
    team = await startTeam(files);
    for (const each of [orders, orders])
      await team.call('POST', `/collections?workspace=${team.emulator.workspaceId}`, { collection: each });
    team.calls();
    const report = await team.run('apply');
    expect(report.verdict).toBe('error');
    expect(report.problems).toMatchObject([
      { path: 'orders.postman_collection.json', message: expect.stringContaining('2 collections named "Orders"') },
    ]);
    expect(writes(team.calls())).toEqual([]);
  });

  it('stops at a workspace that does not exist, and names those the key can see', async () => {
    team = await startTeam(files);
    const report = await team.run('apply', { workspace: '00000000-0000-4000-8000-000000000000' });
    expect(report.problems).toMatchObject([
      { message: expect.stringContaining('no workspace'), remedy: expect.stringContaining(team.emulator.workspaceId) },
    ]);
    expect(writes(team.calls())).toEqual([]);
  });
});

describe('exactly once', () => {
  it.each([
    ['reset after it was applied', 'POST /collections: reset after-apply @1'],
    ['reset before it was applied', 'POST /collections: reset before-apply @1'],
    ['answered with 504 after it was applied', 'POST /collections: 504 after-apply @1'],
    ['answered with half of the JSON', 'POST /collections: truncate @1'],
    ['cut off in the middle of the answer', 'POST /collections: cut @1'],
    ['answered with a web page', 'POST /collections: html @1'],
  ])('creates one collection when the creation is %s', async (_, spec) => {
    team = await startTeam(files, { faults: [spec] });
    const report = await team.run('apply');
    expect(statuses(report)).toEqual(['Orders applied', 'Local applied']);
    expect(await named('Orders')).toBe(1);
    expect(actions(await team.run('apply'))).toEqual(['none Orders', 'none Local']);
  });

  it('creates one collection when the response is lost and lists do not show it yet', async () => {
    team = await startTeam(files, { profile: { listLag: 3 }, faults: ['POST /collections: reset after-apply @1'] });
    await team.run('apply');
    await team.run('apply');
    expect(await named('Orders')).toBe(1);
  });

  it('does not create a resource again that lists do not show yet', async () => {
    team = await startTeam({ ...files, 'first.postman_collection.json': collection('First', request('a')) });
    await team.run('apply');
    await team.fault('POST /collections: lag 3');
    await team.write({ 'late.postman_collection.json': collection('Late', request('a')) });
    await team.run('apply');
    expect(actions(await team.run('apply'))).not.toContain('create Late');
    for (let look = 0; look < 4; look += 1) await named('Late');
    expect(await named('Late')).toBe(1);
  });

  it.each([
    'PUT /collections/*: reset after-apply @1',
    'PUT /collections/*: 503 @1',
    'PUT /collections/*: 504 after-apply @1',
  ])('finishes an update through %s', async (spec) => {
    team = await startTeam(files);
    const { Orders = '' } = uidsOf(await team.run('apply'));
    await team.fault(spec);
    await team.write({ 'orders.postman_collection.json': collection('Orders', request('only')) });
    expect((await team.run('apply')).verdict).toBe('passed');
    expect(Object.keys(idsOf(await fetchCollection(Orders)))).toEqual(['only']);
  });
});

describe('a failure in the middle', () => {
  const three = { ...files, 'bad.postman_collection.json': collection('Bad', request('a')) };

  it('does not affect other resources, is reported, and is completed by the next run', async () => {
    team = await startTeam(three);
    await team.fault('POST /collections: 400 @1-9');
    const report = await team.run('apply');
    expect(report.verdict).toBe('error');
    expect(statuses(report)).toEqual(['Bad failed', 'Orders failed', 'Local applied']);
    await team.call('DELETE', '/__faults');
    expect(actions(await team.run('apply'))).toEqual(['create Bad', 'create Orders', 'none Local']);
    expect([await named('Bad'), await named('Orders')]).toEqual([1, 1]);
  });

  it('stops at a wrong key after one call', async () => {
    team = await startTeam(files);
    const report = await team.run('apply', { 'postman-api-key': 'PMAK-wrong' });
    expect(report).toMatchObject({ verdict: 'error', failureKinds: ['auth'] });
    expect(team.calls()).toHaveLength(1);
  });

  it('reports the size of a resource that is too large for Postman', async () => {
    team = await startTeam(
      { 'orders.postman_collection.json': collection('Orders', request('a', { description: 'x'.repeat(5_000) })) },
      { profile: { maxBodyBytes: 2_000 } },
    );
    const report = await team.run('apply');
    expect(report.errors).toMatchObject([
      { message: expect.stringContaining('HTTP 413'), remedy: expect.stringContaining('Split') },
    ]);
  });
});

describe('limits', () => {
  it('stops before the first write when the monthly quota is too small, with the number of missing calls', async () => {
    team = await startTeam(files, { profile: { quota: 100, quotaUsed: 96 } });
    const report = await team.run('apply');
    expect(report).toMatchObject({ verdict: 'error', failureKinds: ['quota'] });
    expect(report.errors[0]?.message).toContain('more than the month has left');
    expect(writes(team.calls())).toEqual([]);
    expect(report.api.limits.month).toMatchObject({ limit: 100 });
  });

  it('allow a run without writes, however small the remaining quota', async () => {
    team = await startTeam(files, { profile: { quota: 100 } });
    await team.run('apply');
    expect((await team.run('apply', { 'quota-stop-at': '1%' })).verdict).toBe('passed');
    await team.write({ 'local.postman_environment.json': environment('Local') });
    const report = await team.run('apply', { 'quota-stop-at': '1%' });
    expect(report.failureKinds).toEqual(['quota']);
    expect(report.errors[0]?.message).toMatch(/takes 3 API calls, \d+ more/);
  });

  it('stop a run at once when the quota is exhausted, with a report of the applied changes', async () => {
    team = await startTeam(files, { faults: ['POST /collections: quota'] });
    const report = await team.run('apply');
    expect(report.failureKinds).toContain('quota');
    expect(report.plan?.changes.map(({ status }) => status)).toContain('failed');
    expect(writes(team.calls()).filter((call) => call === 'POST /collections')).toHaveLength(1);
  });

  it('allow sixty collections through a small window without a 429, close to the shortest time', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`${at}.postman_collection.json`, collection(`C${at}`, request('a'))]),
    );
    team = await startTeam(many, { profile: { rateLimit: 10, windowMs: 10_000 } });
    const startedAt = team.clock.now();
    const report = await team.run('apply', { 'max-wait': '10m' });
    expect(report.verdict).toBe('passed');
    expect(team.emulator.journal.filter(({ status }) => status === 429)).toEqual([]);
    const least = (report.api.apiCalls / 10) * 10_000;
    expect(team.clock.now() - startedAt).toBeLessThanOrEqual(least * 1.15);
    expect(report.api.waitedMs).toBeGreaterThan(0);
  });

  it('reads the remaining quota before a large plan when no header contains it', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 25 }, (_, at) => [`${at}.postman_collection.json`, collection(`C${at}`, request('a'))]),
    );
    team = await startTeam(many, { profile: { monthHeaders: false, quota: 20 } });
    const report = await team.run('apply');
    expect(report.failureKinds).toEqual(['quota']);
    expect(team.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
  });
});

describe('unusual responses of Postman', () => {
  it('do not cause duplicates: a workspace without its elements', async () => {
    team = await startTeam(files, { profile: { emptyElements: 'omit' }, faults: [] });
    await team.run('apply');
    team.calls();
    const { url, apiKey, workspaceId } = team.emulator;
    const bare = await startProxy(url, (path, body) => {
      if (path !== `/workspaces/${workspaceId}`) return body;
      const { collections, environments, monitors, mocks, ...workspace } = (
        body as { workspace: Record<string, unknown> }
      ).workspace;
      return { workspace };
    });
    try {
      const report = await team.run('apply', { 'api-url': bare.url, 'postman-api-key': apiKey });
      expect(actions(report)).toEqual(['none Orders', 'none Local']);
      expect(report.api.apiCalls).toBeLessThanOrEqual(4);
      expect(writes(team.calls())).toEqual([]);
    } finally {
      await bare.close();
    }
  });

  it.each([1, 3, 5, 8])('is no reason to create again: everything is listed %d calls late', async (listLag) => {
    team = await startTeam(files, { profile: { listLag } });
    await team.run('apply');
    expect(actions(await team.run('apply'))).toEqual(['none Orders', 'none Local']);
    for (let look = 0; look < listLag; look += 1) await named('Orders');
    expect(await named('Orders')).toBe(1);
  });

  it('are reported as drift only once: fields that Postman does not keep', async () => {
    team = await startTeam(
      { 'a.postman_collection.json': { ...collection('A', request('a')), 'x-team': 'payments' } },
      { profile: { unknownFields: 'drop' } },
    );
    await team.run('apply');
    await team.run('apply', { verify: 'all' });
    team.calls();
    for (const inputs of [{ verify: 'all' }, { verify: 'all', 'on-drift': 'fail' }]) {
      const report = await team.run('apply', inputs);
      expect([report.verdict, actions(report)]).toEqual(['passed', ['none A']]);
    }
    expect(writes(team.calls())).toEqual([]);
  });
});

describe('a large collection', () => {
  const large = (note: string) =>
    collection(
      'Large',
      ...Array.from({ length: 60 }, (_, at) => request(`r${at}`, { description: `${note}${'x'.repeat(100_000)}` })),
    );

  it('is replaced by a task, after a running task', async () => {
    team = await startTeam({ 'l.postman_collection.json': large('a') });
    const { Large = '' } = uidsOf(await team.run('apply'));
    await team.write({ 'l.postman_collection.json': large('b') });
    await team.fault('PUT /collections/*: 409 problem @1-3');
    team.calls();
    expect((await team.run('apply')).verdict).toBe('passed');
    expect(team.calls().filter((call) => call.includes('collection-updates-tasks')).length).toBeGreaterThan(0);
    expect(JSON.stringify(await fetchCollection(Large))).toContain('"bxxx');
  });

  it('is reported as failed when its task fails, without affecting others', async () => {
    team = await startTeam({ 'l.postman_collection.json': large('a'), ...files });
    await team.run('apply');
    await team.call('PATCH', '/__profile', { taskFails: true });
    await team.write({
      'l.postman_collection.json': large('b'),
      'local.postman_environment.json': environment('Local'),
    });
    const report = await team.run('apply');
    expect(statuses(report)).toEqual(['Large failed', 'Orders applied', 'Local applied']);
    expect(report.errors).toMatchObject([{ message: expect.stringContaining('"failed"') }]);
  });
});

describe('nothing to test', () => {
  it('fails the run', async () => {
    team = await startTeam({ 'local.postman_environment.json': local });
    const report = await team.run('apply', { run: 'newman' });
    expect(report).toMatchObject({ verdict: 'failed', failureKinds: ['nothing-tested'] });
    expect((await team.run('apply', { run: 'newman', strict: 'false' })).verdict).toBe('passed');
  });
});
