import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { isObject, type JsonObject, objectsOf } from '../../../src/core/lib/json.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { renderOutputs } from '../../../src/render/outputs.ts';
import { collection, environment, folder, request } from '../../support/collections.ts';
import { githubToken } from '../../support/credentials.ts';
import { fullRequest, itemsOf, replaced } from '../../support/edits.ts';
import { startTeam, type Team } from '../../support/repository.ts';

let team: Team;

afterEach(() => team.close());

const PATH = 'postman/shop.postman_collection.json';
const LOCAL = 'postman/local.postman_environment.json';
const shop = collection('Shop', folder('Orders', fullRequest('list'), fullRequest('create')), fullRequest('health'));
const local = environment('Local', { key: 'a', value: '1', type: 'default', enabled: true });

const withRequest = (of: JsonObject, name: string, part: JsonObject): JsonObject => {
  const target = itemsOf(of).find((item) => item.name === name);
  const inner = isObject(target?.request) ? target.request : {};
  return target ? replaced(of, target, [{ ...target, request: { ...inner, ...part } }]) : of;
};

const uidOf = async (kind: 'collections' | 'environments'): Promise<string> => {
  const answer = await team.call('GET', `/${kind}?workspace=${team.emulator.workspaceId}`);
  return String(objectsOf(answer[kind]).find(({ name }) => !String(name).startsWith('postman-sync'))?.uid);
};

/** What somebody does in Postman. */
async function colleague(change: (content: JsonObject) => JsonObject): Promise<void> {
  await team.clock.sleep(60_000);
  const uid = await uidOf('collections');
  const { collection: content } = await team.call('GET', `/collections/${uid}`);
  await team.call('PUT', `/collections/${uid}`, { collection: change(content as JsonObject) });
}

const changedFiles = (report: Report): unknown => JSON.parse(renderOutputs(report).get('changed-files') ?? '');

/** As somebody wrote it by hand: tabs, Windows line ends, its own order of keys, no line end at the end. */
const handwritten = (content: JsonObject): string =>
  JSON.stringify({ item: content.item, 'x-unknown': [1, 2], ...content }, null, '\t').replaceAll('\n', '\r\n');

async function applied(text: string = handwritten(shop)): Promise<void> {
  team = await startTeam({ [PATH]: text, [LOCAL]: local });
  await team.commit();
  expect((await team.run('apply')).verdict).toBe('passed');
  team.calls();
}

describe('pull', () => {
  it('writes and sends nothing when Postman has no changes', async () => {
    await applied();
    const report = await team.pull();
    expect(report.verdict).toBe('passed');
    expect(changedFiles(report)).toEqual([]);
    expect(await team.text(PATH)).toBe(handwritten(shop));
    expect(team.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
  });

  it('changes a file only where Postman was changed, byte for byte', async () => {
    await applied();
    await colleague((content) => withRequest(content, 'list', { method: 'POST' }));
    const report = await team.pull();
    expect(changedFiles(report)).toEqual([PATH]);
    expect(report.plan?.changes[0]).toMatchObject({
      action: 'update',
      status: 'applied',
      diff: [{ what: 'method', path: ['Orders', 'list'], before: 'GET', after: 'POST' }],
    });
    const lines = (text: string) => text.split('\n');
    const [before, after] = [lines(handwritten(shop)), lines(await team.text(PATH))];
    expect(after.filter((line, index) => line !== before[index])).toEqual(['\t\t\t\t\t\t"method": "POST",\r']);
    expect(after).toHaveLength(before.length);
  });

  it('is followed by a plan without changes', async () => {
    await applied();
    await colleague((content) => ({
      ...withRequest(content, 'list', { method: 'POST' }),
      item: [...objectsOf(content.item), request('new')],
    }));
    await team.pull();
    await team.commit();
    const report = await team.run('plan');
    expect(report.plan?.changes.map(({ action, drifted }) => [action, drifted])).toEqual([
      ['none', false],
      ['none', false],
    ]);
    expect(renderOutputs(report).get('behind')).toBe('0');
  });

  it('merges into a changed file', async () => {
    await applied();
    await colleague((content) => withRequest(content, 'list', { method: 'POST' }));
    await team.write({ [PATH]: handwritten(withRequest(shop, 'health', { method: 'HEAD' })) });
    await team.commit();
    await team.pull();
    const content = JSON.parse(await team.text(PATH));
    const methods = itemsOf(content).map((item) => (isObject(item.request) ? item.request.method : ''));
    expect(methods).toEqual(['', 'POST', 'GET', 'HEAD']);
  });

  it('does not change a file in which both sides changed the same value, until a side is chosen', async () => {
    await applied();
    await colleague((content) => withRequest(content, 'list', { method: 'POST' }));
    const ours = handwritten(withRequest(shop, 'list', { method: 'PUT' }));
    await team.write({ [PATH]: ours });
    await team.commit();
    const report = await team.pull();
    expect(report).toMatchObject({ verdict: 'failed', failureKinds: ['conflict'] });
    expect(await team.text(PATH)).toBe(ours);
    expect((await team.pull({ prefer: 'ours' })).verdict).toBe('passed');
    expect(await team.text(PATH)).toBe(ours);
    expect((await team.pull({ prefer: 'theirs' })).verdict).toBe('passed');
    expect(await team.text(PATH)).toBe(ours.replace('"PUT"', '"POST"'));
  });

  it('does not change a file with uncommitted edits, unless forced', async () => {
    await applied();
    await colleague((content) => withRequest(content, 'list', { method: 'POST' }));
    await team.write({ [PATH]: handwritten(withRequest(shop, 'health', { method: 'HEAD' })) });
    const report = await team.pull();
    expect(report.problems).toMatchObject([
      { kind: 'conflict', path: PATH, remedy: expect.stringContaining('--force') },
    ]);
    expect(changedFiles(report)).toEqual([]);
    expect(changedFiles(await team.pull({ force: true }))).toEqual([PATH]);
  });

  it('only reports with --check', async () => {
    await applied();
    await colleague((content) => withRequest(content, 'list', { method: 'POST' }));
    const report = await team.pull({ check: true });
    expect(report.verdict).toBe('passed');
    expect(changedFiles(report)).toEqual([PATH]);
    expect(report.plan).toMatchObject({ applied: false, changes: [{ status: 'planned' }, {}] });
    expect(await team.text(PATH)).toBe(handwritten(shop));
  });

  it('writes files for a workspace without files in the repository, with Postman’s names', async () => {
    team = await startTeam({});
    await team.call('POST', `/collections?workspace=${team.emulator.workspaceId}`, {
      collection: collection('Shop: a/b', fullRequest('list')),
    });
    await team.call('POST', `/environments?workspace=${team.emulator.workspaceId}`, {
      environment: environment(
        'Staging',
        { key: 'url', value: 'x' },
        { key: 'token', value: 'hidden', type: 'secret' },
      ),
    });
    const report = await team.pull();
    expect(report.verdict).toBe('passed');
    expect(await team.paths()).toEqual([
      'postman/collections/Shop- a-b.postman_collection.json',
      'postman/environments/Staging.postman_environment.json',
    ]);
    expect(await team.text('postman/environments/Staging.postman_environment.json')).not.toContain('hidden');
    expect((await team.run('plan')).plan?.changes.map(({ action }) => action)).toEqual(['none', 'none']);
  });

  it('writes selected new resources next to others of their kind', async () => {
    await applied();
    for (const name of ['One', 'Two'])
      await team.call('POST', `/collections?workspace=${team.emulator.workspaceId}`, { collection: collection(name) });
    expect(changedFiles(await team.pull({ only: ['Two'] }))).toEqual(['postman/Two.postman_collection.json']);
    expect(changedFiles(await team.pull())).toEqual(['postman/One.postman_collection.json']);
    expect((await team.pull({ only: ['Three'] })).problems).toMatchObject([
      { message: expect.stringContaining('"Three"') },
    ]);
  });

  it('writes no second file for a resource whose file the patterns leave out', async () => {
    await applied();
    const patterns = { collections: 'api/*.json' };
    const problem = { code: 'pull-file', path: PATH, message: expect.stringContaining('no pattern of this run') };
    expect((await team.pull({ only: ['Shop'] }, patterns)).problems).toMatchObject([problem]);
    await team.write({ 'api/other.json': collection('Shop', fullRequest('other')) });
    expect(await team.pull({ only: ['Shop'] }, patterns)).toMatchObject({ problems: [], changedFiles: [] });
    expect(await team.paths()).toEqual(['api/other.json', LOCAL, PATH]);
    await team.write({ [PATH]: undefined, 'api/other.json': undefined });
    const created = 'postman/collections/Shop.postman_collection.json';
    expect(changedFiles(await team.pull({ only: ['Shop'] }, patterns))).toEqual([created]);
  });

  it('writes changes in Postman into monitors of the configuration and environments in YAML', async () => {
    const config = `# Our monitors\nmonitors:\n  - name: Nightly # at three\n    collection: Shop\n    schedule: { cron: '0 3 * * *', timezone: UTC }\n    active: true\n  - name: Hourly\n    collection: Shop\n    schedule: { cron: '0 * * * *', timezone: UTC }\nenvironments: ['*.environment.yaml']\n`;
    const variables = "name: Local\nvalues:\n  - key: a\n    value: '1' # one\n";
    const files = { 'postman-sync.yaml': config, 'local.environment.yaml': variables, [PATH]: shop };
    team = await startTeam(files);
    await team.commit();
    expect((await team.run('apply')).problems).toEqual([]);
    await team.clock.sleep(60_000);
    const { monitors } = await team.call('GET', `/monitors?workspace=${team.emulator.workspaceId}`);
    for (const { uid, name } of objectsOf(monitors)) {
      const schedule = name === 'Nightly' ? { schedule: { cron: '0 0 4 * * *', timezone: 'UTC' } } : { active: false };
      await team.call('PUT', `/monitors/${uid}`, { monitor: schedule });
    }
    const environment = { name: 'Local', values: [{ key: 'a', value: '2', type: 'default', enabled: true }] };
    await team.call('PUT', `/environments/${await uidOf('environments')}`, { environment });
    const report = await team.pull();
    expect(report.problems).toEqual([]);
    expect(changedFiles(report)).toEqual(['local.environment.yaml', 'postman-sync.yaml']);
    expect(await team.text('local.environment.yaml')).toBe(variables.replace("'1'", "'2'"));
    const pulled = await team.text('postman-sync.yaml');
    expect(pulled).toContain('# Our monitors\nmonitors:\n  - name: Nightly # at three\n');
    expect(pulled).toContain("cron: '0 4 * * *'");
    expect(pulled.slice(pulled.indexOf('Hourly'))).toContain('active: false');
    await team.commit();
    expect((await team.run('plan')).plan?.changes.every(({ action }) => action === 'none')).toBe(true);
  });

  it('writes new names into the configuration, too, where it refers to them', async () => {
    const config =
      "monitors:\n  - { name: Nightly, collection: Shop, schedule: { cron: '0 3 * * *', timezone: UTC } }\nsuites:\n  - { name: smoke, collection: Shop, environment: Local }\n";
    team = await startTeam({ 'postman-sync.yaml': config, [PATH]: shop, [LOCAL]: local });
    await team.commit();
    await team.run('apply');
    await colleague((content) => ({ ...content, info: { ...(content.info as JsonObject), name: 'Store' } }));
    const report = await team.pull();
    expect(changedFiles(report)).toEqual([PATH, 'postman-sync.yaml']);
    const renamed = config.replaceAll('collection: Shop', 'collection: Store');
    expect(await team.text('postman-sync.yaml')).toBe(renamed);
    await team.commit();
    expect((await team.run('apply')).plan?.changes.every(({ action }) => action === 'none')).toBe(true);
    const twin = { collection: collection('Store', fullRequest('other')) };
    await team.call('POST', `/collections?workspace=${team.emulator.workspaceId}`, twin);
    expect((await team.pull()).problems).toEqual([]);
    expect(await team.text('postman-sync.yaml')).toBe(renamed.replaceAll('collection: Store', `collection: ${PATH}`));
    expect((await team.run('plan')).problems).toEqual([]);
  });

  it('names the path in the configuration where a resource gets the name of another file', async () => {
    const other = 'postman/bills.postman_collection.json';
    const config =
      'suites:\n  - { name: shop, collection: Shop, environment: Local }\n  - { name: bills, collection: Bills }\n';
    team = await startTeam({ 'postman-sync.yaml': config, [PATH]: shop, [LOCAL]: local });
    await team.commit();
    await team.run('apply');
    const twin = collection('Bills', fullRequest('list'));
    await team.write({ [other]: twin });
    await team.commit();
    await team.run('apply');
    const { collections } = await team.call('GET', `/collections?workspace=${team.emulator.workspaceId}`);
    const bills = objectsOf(collections).find(({ name }) => name === 'Bills');
    await team.clock.sleep(60_000);
    await team.call('PUT', `/collections/${bills?.uid}`, {
      collection: { ...twin, info: { ...(twin.info as JsonObject), name: 'Shop' } },
    });
    expect(changedFiles(await team.pull({ only: ['Bills'] }))).toEqual([other, 'postman-sync.yaml']);
    expect(await team.text('postman-sync.yaml')).toBe(
      config.replace('collection: Shop', `collection: ${PATH}`).replace('collection: Bills', `collection: ${other}`),
    );
    expect((await team.run('plan')).problems).toEqual([]);
  });

  it('leaves a configuration outside of the checkout, and names what to write there', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'postman-sync-config-'));
    const config = `../${basename(outside)}/outside.yaml`;
    const text = 'suites:\n  - { name: smoke, collection: Shop }\n';
    team = await startTeam({ [config]: text, [PATH]: shop });
    await team.commit();
    await team.run('apply', { config });
    await colleague((content) => ({ ...content, info: { ...(content.info as JsonObject), name: 'Store' } }));
    const message = `"${config}" leads out of the checkout, and pull does not change it: write "Store" there instead of the collection "Shop".`;
    for (const check of [true, false]) {
      const report = await team.pull({ check }, { config });
      expect(report).toMatchObject({ errors: [], problems: [], notices: [{ level: 'warning', message }] });
      expect(changedFiles(report)).toEqual([PATH]);
    }
    expect(await team.text(PATH)).toContain('"Store"');
    expect(await team.text(config)).toBe(text);
    await rm(outside, { recursive: true });
  });

  it('writes into a configuration that git ignores', async () => {
    const config = 'suites:\n  - { name: smoke, collection: Shop }\n';
    team = await startTeam({ '.gitignore': 'postman-sync.yaml\n', 'postman-sync.yaml': config, [PATH]: shop });
    await team.commit();
    await team.run('apply');
    await colleague((content) => ({ ...content, info: { ...(content.info as JsonObject), name: 'Store' } }));
    expect(changedFiles(await team.pull())).toEqual([PATH, 'postman-sync.yaml']);
    expect(await team.text('postman-sync.yaml')).toBe(config.replace('Shop', 'Store'));
  });

  it('refuses a credential', async () => {
    await applied();
    await colleague((content) => withRequest(content, 'list', { header: [{ key: 'X-Token', value: githubToken }] }));
    const report = await team.pull();
    expect(report).toMatchObject({ verdict: 'failed', failureKinds: ['secret'] });
    expect(await team.text(PATH)).toBe(handwritten(shop));
  });

  it('reports a resource deleted in Postman, and deletes its file only with prune', async () => {
    await applied();
    await team.call('DELETE', `/collections/${await uidOf('collections')}`);
    const report = await team.pull();
    expect(report.notices).toMatchObject([{ message: expect.stringContaining('was deleted in Postman'), path: PATH }]);
    expect(await team.paths()).toContain(PATH);
    expect(changedFiles(await team.pull({}, { prune: 'true' }))).toEqual([PATH]);
    expect(await team.paths()).toEqual([LOCAL]);
  });

  it('reports a monitor deleted in Postman, and leaves the configuration as it is even with prune', async () => {
    const config =
      "monitors:\n  - { name: Nightly, collection: Shop, schedule: { cron: '0 3 * * *', timezone: UTC } }\n";
    team = await startTeam({ 'postman-sync.yaml': config, [PATH]: shop });
    await team.run('apply');
    const { monitors } = await team.call('GET', `/monitors?workspace=${team.emulator.workspaceId}`);
    await team.call('DELETE', `/monitors/${objectsOf(monitors)[0]?.uid}`);
    const report = await team.pull({}, { prune: 'true' });
    expect(report).toMatchObject({
      errors: [],
      changedFiles: [],
      notices: [{ message: expect.stringContaining('removes nothing from YAML files'), path: 'postman-sync.yaml' }],
    });
    expect(await team.text('postman-sync.yaml')).toBe(config);
    expect((await team.run('plan')).notices).toMatchObject([
      { message: expect.stringContaining('remove it there, too') },
    ]);
  });

  it('changes the file of an adopted resource only when a side is chosen', async () => {
    team = await startTeam({ [PATH]: shop });
    await team.commit();
    const theirs = withRequest(shop, 'list', { method: 'POST' });
    await team.call('POST', `/collections?workspace=${team.emulator.workspaceId}`, { collection: theirs });
    expect((await team.pull()).failureKinds).toEqual(['conflict']);
    expect(changedFiles(await team.pull({ prefer: 'theirs' }))).toEqual([PATH]);
    expect(JSON.parse(await team.text(PATH))).toEqual(theirs);
  });
});
