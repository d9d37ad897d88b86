import { afterEach, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/core/lib/json.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { collection, environment, request } from '../../support/collections.ts';
import { startProxy } from '../../support/proxy.ts';
import { startTeam, type Team } from '../../support/repository.ts';

let team: Team;

afterEach(() => team.close());

const files = {
  'orders.postman_collection.json': collection('Orders', request('list')),
  'users.postman_collection.json': collection('Users', request('list')),
  'local.postman_environment.json': environment('Local', { key: 'baseUrl', value: 'http://localhost' }),
};
const changed = {
  'orders.postman_collection.json': collection('Orders', request('changed')),
  'users.postman_collection.json': collection('Users', request('changed')),
};
const STATE = 'postman-sync state (acme/shop)';

const statuses = ({ plan }: Report): readonly string[] =>
  (plan?.changes ?? []).map(({ action, name, status }) => `${action} ${name} ${status}`);
const uidOf = ({ plan }: Report, name: string): string =>
  plan?.changes.find((change) => change.name === name)?.uid ?? '';
const writes = (): readonly string[] => team.calls().filter((call) => !call.startsWith('GET'));

const environments = async (): Promise<readonly { name: string; uid: string }[]> => {
  const list = await team.call('GET', `/environments?workspace=${team.emulator.workspaceId}`);
  return list.environments as { name: string; uid: string }[];
};
const stateUid = async (): Promise<string> => (await environments()).find(({ name }) => name === STATE)?.uid ?? '';

/** Applies through a proxy that changes the JSON of answers. */
async function applyThrough(change: (path: string, body: JsonObject) => unknown, inputs = {}): Promise<Report> {
  const { url, apiKey } = team.emulator;
  const proxy = await startProxy(url, (path, body) => change(path, body as JsonObject));
  try {
    return await team.run('apply', { 'api-url': proxy.url, 'postman-api-key': apiKey, ...inputs });
  } finally {
    await proxy.close();
  }
}

describe('a resource that cannot be read', () => {
  it('does not stop the others, and is completed by the next run', async () => {
    team = await startTeam(files);
    const uid = uidOf(await team.run('apply'), 'Orders');
    await team.write(changed);
    await team.fault(`GET /collections/${uid}: 500`);
    const plan = await team.run('plan');
    expect(plan.verdict).toBe('error');
    expect(statuses(plan)).toEqual(['none Orders failed', 'update Users planned', 'none Local planned']);
    const report = await team.run('apply');
    expect(report).toMatchObject({ verdict: 'error', failureKinds: ['network'] });
    expect(statuses(report)).toEqual(['none Orders failed', 'update Users applied', 'none Local applied']);
    expect(report.plan?.changes[0]?.reason).toContain('HTTP 500');
    await team.call('DELETE', '/__faults');
    expect(statuses(await team.run('apply'))).toContain('update Orders applied');
  });

  it('stops the run when no resource can be read', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`${at}.postman_collection.json`, collection(`C${at}`, request('a'))]),
    );
    team = await startTeam(many);
    await team.run('apply');
    team.calls();
    await team.fault('GET /collections/*: 503');
    const report = await team.run('apply', { verify: 'all' });
    expect([report.verdict, report.plan]).toEqual(['error', undefined]);
    expect(writes()).toEqual([]);
  });
});

describe('a resource that is listed but deleted', () => {
  const ghost = async (): Promise<(path: string, body: JsonObject) => unknown> => {
    team = await startTeam(files);
    const uid = uidOf(await team.run('apply'), 'Orders');
    await team.call('DELETE', `/collections/${uid}`);
    return (path, body) => {
      const { workspace } = body as { workspace: { collections: object[] } };
      if (path !== `/workspaces/${team.emulator.workspaceId}`) return body;
      return { workspace: { ...workspace, collections: [...workspace.collections, { id: uid, uid, name: 'Orders' }] } };
    };
  };

  it('is created again with on-drift: overwrite', async () => {
    const listAsBefore = await ghost();
    await team.write(changed);
    const report = await applyThrough(listAsBefore, { 'on-drift': 'overwrite' });
    expect(report.verdict).toBe('passed');
    expect(statuses(report)).toContain('create Orders applied');
  });

  it('counts as pruned', async () => {
    const listAsBefore = await ghost();
    await team.write({ 'orders.postman_collection.json': undefined });
    const report = await applyThrough(listAsBefore, { prune: 'true' });
    expect(report.verdict).toBe('passed');
    expect(statuses(report)).toContain('delete Orders applied');
  });
});

describe('a write without any response', () => {
  it.each(['reset after-apply', '504 after-apply', 'truncate', 'html'])(
    'has been done when what is in Postman says so: updates (%s)',
    async (effect) => {
      team = await startTeam(files);
      await team.run('apply');
      await team.fault(`PUT /**: ${effect}`);
      await team.write(changed);
      const report = await team.run('apply');
      expect(report.verdict).toBe('passed');
      expect(statuses(report)).toEqual(['update Orders applied', 'update Users applied', 'none Local applied']);
      team.calls();
      expect((await team.run('apply')).verdict).toBe('passed');
      expect(writes()).toEqual([]);
    },
  );

  it('counts as done when the content in Postman shows it: deletions', async () => {
    team = await startTeam(files);
    await team.run('apply');
    await team.fault('DELETE /**: 500 after-apply');
    await team.write({ 'orders.postman_collection.json': undefined });
    expect(statuses(await team.run('apply', { prune: 'true' }))).toContain('delete Orders applied');
  });

  it('has failed when it was never applied', async () => {
    team = await startTeam(files);
    await team.run('apply');
    await team.fault('PUT /collections/*: reset before-apply');
    await team.write(changed);
    const report = await team.run('apply');
    expect(report.verdict).toBe('error');
    expect(statuses(report)).toEqual(['update Orders failed', 'update Users failed', 'none Local applied']);
  });

  it('is created once although ten lists do not show it', async () => {
    team = await startTeam(files);
    await team.run('apply');
    await team.fault('POST /collections: lag 10', 'POST /collections: reset after-apply @1');
    await team.write({ 'late.postman_collection.json': collection('Late', request('a')) });
    team.calls();
    expect(statuses(await team.run('apply'))).toContain('create Late applied');
    expect(writes().filter((call) => call === 'POST /collections')).toHaveLength(1);
  });
});

describe('a large update', () => {
  const large = (note: string) => ({
    'l.postman_collection.json': collection(
      'Large',
      ...Array.from({ length: 60 }, (_, at) => request(`r${at}`, { description: `${note}${'x'.repeat(100_000)}` })),
    ),
  });

  it('is completed although Postman loses its task', async () => {
    team = await startTeam(large('a'));
    const uid = uidOf(await team.run('apply'), 'Large');
    await team.fault('GET /collection-updates-tasks/*: 404');
    await team.write(large('b'));
    expect((await team.run('apply')).verdict).toBe('passed');
    expect(JSON.stringify(await team.call('GET', `/collections/${uid}`))).toContain('"bxxx');
  });
});

describe('a deletion', () => {
  it('waits for a running update', async () => {
    team = await startTeam(files);
    await team.run('apply');
    await team.fault('DELETE /collections/*: 409 problem @1-3');
    await team.write({ 'orders.postman_collection.json': undefined });
    expect(statuses(await team.run('apply', { prune: 'true' }))).toContain('delete Orders applied');
  });
});

describe('the state', () => {
  const hold = (values: readonly object[]): Promise<unknown> =>
    team.call('POST', `/environments?workspace=${team.emulator.workspaceId}`, { environment: { name: STATE, values } });

  it('is written when two environments contain different parts of it, without a retry', async () => {
    team = await startTeam(files);
    await team.run('apply');
    const uid = await stateUid();
    const held = (await team.call('GET', `/environments/${uid}`)).environment as { values: object[] };
    await hold(held.values.slice(1));
    await team.call('PUT', `/environments/${uid}`, { environment: { name: STATE, values: held.values.slice(0, 1) } });
    await team.write(changed);
    const report = await team.run('apply');
    expect(report.verdict).toBe('passed');
    expect(statuses(report)).toEqual(['update Orders applied', 'update Users applied', 'none Local applied']);
    expect(statuses(await team.run('apply'))).toEqual([
      'none Orders applied',
      'none Users applied',
      'none Local applied',
    ]);
  });

  it('stops a run before the first write when it keeps changing', async () => {
    team = await startTeam(files);
    await team.run('apply');
    const state = await stateUid();
    await team.write(changed);
    team.calls();
    let reads = 0;
    const report = await applyThrough((path, body) => {
      if (path !== `/environments/${state}`) return body;
      reads += 1;
      const { environment: held } = body as { environment: { values: object[] } };
      const entry = { kind: 'collection', uid: `1-${reads}`, fingerprint: 'f', time: '2026-01-01T00:00:00.000Z' };
      const values = [...held.values, { key: 'other.json', value: JSON.stringify(entry) }];
      return { environment: { ...held, values } };
    });
    expect(report.errors).toMatchObject([
      { message: expect.stringContaining('kept changing its state'), remedy: expect.stringContaining('concurrency') },
    ]);
    expect(writes()).toEqual([]);
  });

  it('records a resource again that was overwritten after an edit in Postman', async () => {
    team = await startTeam(files);
    const uid = uidOf(await team.run('apply'), 'Orders');
    await team.clock.sleep(60_000);
    await team.call('PUT', `/collections/${uid}`, { collection: collection('Orders', request('edited')) });
    const overwritten = await team.run('apply', { 'on-drift': 'overwrite' });
    expect(overwritten.plan?.changes[0]).toMatchObject({ action: 'update', drifted: true });
    await team.clock.sleep(60_000);
    team.calls();
    await team.run('apply');
    expect(team.calls()).toHaveLength(4);
  });

  it('does not trust a resource that Postman lists by another name, whatever its times', async () => {
    team = await startTeam(files);
    await team.run('apply');
    team.calls();
    const report = await applyThrough((path, body) => {
      if (!path.startsWith('/workspaces/')) return body;
      return JSON.parse(JSON.stringify(body).replaceAll('"Orders"', '"Renamed"'));
    });
    expect(report.verdict).toBe('passed');
    expect(team.calls().filter((call) => call.startsWith('GET /collections/'))).toHaveLength(1);
  });

  it('must be listed before anything is created: a later run could not see it', async () => {
    team = await startTeam(files, { profile: { listLag: 100 } });
    const report = await team.run('apply');
    expect(report.errors).toMatchObject([{ message: expect.stringContaining('does not list') }]);
    expect(writes().map((call) => call.replace(/\/\d+-.*/, '/UID'))).toEqual([
      'POST /environments',
      'DELETE /environments/UID',
    ]);
  });

  it('stops a run that would trust an empty list', async () => {
    team = await startTeam(files);
    await team.run('apply');
    await team.clock.sleep(24 * 60 * 60_000);
    const emptied = (path: string, body: JsonObject): unknown => {
      const held = (list: unknown) => (list as { name: string }[]).filter(({ name }) => name === STATE);
      if (path === '/collections') return { collections: [] };
      if (path === '/environments') return { environments: held(body.environments) };
      if (!path.startsWith('/workspaces/')) return body;
      const workspace = body.workspace as JsonObject;
      return { workspace: { ...workspace, collections: [], environments: held(workspace.environments) } };
    };
    team.calls();
    const report = await applyThrough(emptied, { 'on-drift': 'overwrite' });
    expect(report.errors).toMatchObject([{ message: expect.stringContaining('3 resources are recorded') }]);
    expect(writes()).toEqual([]);
  });

  it('proves the existence of a resource that lists do not show yet', async () => {
    team = await startTeam(files);
    await team.fault('POST /collections: lag 500');
    await team.run('apply');
    const again = await team.run('apply', { 'on-drift': 'overwrite' });
    expect([again.verdict, statuses(again)]).toEqual([
      'passed',
      ['none Orders applied', 'none Users applied', 'none Local applied'],
    ]);
    expect(writes().filter((call) => call === 'POST /collections')).toHaveLength(2);
  });

  it('contains the pending creations of a killed run, and the next run waits until they are listed', async () => {
    team = await startTeam(files);
    await team.run('apply', { collections: 'users*.json' });
    await team.fault('POST /collections: lag 6');
    const uid = await stateUid();
    const before = await team.call('GET', `/environments/${uid}`);
    await team.run('apply');
    const held = (before.environment as { values: { key: string; value: string }[] }).values;
    const announced = { kind: 'collection', creating: 'Orders', time: new Date(team.clock.now()).toISOString() };
    const values = [...held, { key: 'orders.postman_collection.json (creating)', value: JSON.stringify(announced) }];
    await team.call('PUT', `/environments/${uid}`, { environment: { name: STATE, values } });
    team.calls();
    expect(statuses(await team.run('apply'))).toEqual([
      'none Orders applied',
      'none Users applied',
      'none Local applied',
    ]);
    expect(writes()).toEqual([`PUT /environments/${uid}`]);
  });

  it('does not allow pruning a resource with another creation time', async () => {
    team = await startTeam(files);
    const collections = `/collections?workspace=${team.emulator.workspaceId}`;
    await team.call('POST', collections, { collection: files['orders.postman_collection.json'] });
    await team.clock.sleep(60 * 60_000);
    await team.run('apply');
    const uid = await stateUid();
    const { environment: held } = (await team.call('GET', `/environments/${uid}`)) as { environment: JsonObject };
    const claimed = JSON.parse(JSON.stringify(held).replaceAll('\\"created\\":false', '\\"created\\":true'));
    await team.call('PUT', `/environments/${uid}`, { environment: { name: STATE, values: claimed.values } });
    await team.write({ 'orders.postman_collection.json': undefined });
    const report = await team.run('apply', { prune: 'true', 'on-drift': 'overwrite' });
    expect(statuses(report)).toContain('delete Orders failed');
    expect(report.plan?.changes.find(({ name }) => name === 'Orders')?.reason).toContain('time of creation');
  });
});

describe('two runs that create the same resources', () => {
  const twins = async (kind: 'collections' | 'environments'): Promise<readonly string[]> => {
    const list = await team.call('GET', `/${kind}?workspace=${team.emulator.workspaceId}`);
    return (list[kind] as { name: string }[]).map(({ name }) => name).sort();
  };

  it('leave one of each, and one state', async () => {
    team = await startTeam(files);
    const reports = await Promise.all(Array.from({ length: 4 }, () => team.run('apply')));
    expect(reports.map(({ verdict }) => verdict)).toEqual(Array(4).fill('passed'));
    expect(await twins('collections')).toEqual(['Orders', 'Users']);
    expect(await twins('environments')).toEqual(['Local', STATE]);
  });

  it('leave one of each with an earlier state', async () => {
    team = await startTeam({ 'local.postman_environment.json': files['local.postman_environment.json'] });
    await team.run('apply');
    await team.write(files);
    const reports = await Promise.all(Array.from({ length: 4 }, () => team.run('apply')));
    expect(reports.map(({ verdict }) => verdict)).toEqual(Array(4).fill('passed'));
    expect(await twins('collections')).toEqual(['Orders', 'Users']);
    const { plan } = await team.run('plan');
    expect(plan?.changes.map(({ action }) => action)).toEqual(['none', 'none', 'none']);
  });

  it('are reported by verify if one is left over', async () => {
    team = await startTeam(files);
    const collections = `/collections?workspace=${team.emulator.workspaceId}`;
    const uid = uidOf(await team.run('apply'), 'Orders');
    await team.call('POST', collections, { collection: files['orders.postman_collection.json'] });
    const { notices } = await team.run('plan', { verify: 'all' });
    expect(notices).toMatchObject([
      {
        level: 'warning',
        message: expect.stringContaining(`2 collections named "Orders". This project manages ${uid}`),
      },
    ]);
  });
});

describe('a successful response about another resource', () => {
  it('is an error', async () => {
    team = await startTeam(files);
    const uid = uidOf(await team.run('apply'), 'Orders');
    await team.write(changed);
    const other = '1-00000000-0000-4000-8000-000000000000';
    const report = await applyThrough((path, body) => {
      const { collection: answered } = body as { collection?: { info?: object } };
      return path === `/collections/${uid}` && answered && !answered.info ? { collection: { uid: other } } : body;
    });
    expect(statuses(report)).toContain('update Orders failed');
    expect(report.plan?.changes[0]?.reason).toContain(other);
  });
});
