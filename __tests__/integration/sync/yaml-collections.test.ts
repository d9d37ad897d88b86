import { describe, expect, it } from '@jest/globals';
import { type JsonObject, objectsOf } from '../../../src/core/lib/json.ts';
import { githubToken } from '../../support/credentials.ts';
import { startTeam, type Team } from '../../support/repository.ts';

const DIRECTORY = 'postman/collections/Orders';
const REQUEST = '$kind: http-request\nurl: "{{base}}/orders"\nheaders:\n  Accept: text/plain\n';

const FILES = {
  [`${DIRECTORY}/.resources/definition.yaml`]: '$kind: collection\nname: Orders\n',
  [`${DIRECTORY}/Smoke/List.request.yaml`]: REQUEST,
  'postman/environments/Local.environment.yaml':
    'name: Local\nvalues:\n  - {key: base, value: "http://127.0.0.1"}\n  - {key: token, secret: true}\n',
};

describe('a collection in YAML', () => {
  it('is created, is then in sync, and is updated request by request', async () => {
    const team = await startTeam(FILES);
    const first = await team.run('apply');
    expect(first.problems).toEqual([]);
    expect(first.plan?.changes).toMatchObject([
      { action: 'create', kind: 'collection', name: 'Orders', path: DIRECTORY },
      { action: 'create', kind: 'environment', name: 'Local' },
    ]);
    expect((await team.run('plan', { verify: 'all' })).plan?.changes.map(({ action }) => action)).toEqual([
      'none',
      'none',
    ]);
    await team.write({ [`${DIRECTORY}/Smoke/List.request.yaml`]: REQUEST.replace('text/plain', 'text/html') });
    const [change] = (await team.run('apply')).plan?.changes ?? [];
    expect(change).toMatchObject({ action: 'update', uid: first.plan?.changes[0]?.uid });
    expect(change?.diff).toMatchObject([{ change: 'changed', path: ['Smoke', 'List', 'Accept'] }]);
    await team.close();
  });

  it('belongs to the collection that .postman/resources.yaml names, whatever its name is', async () => {
    const team = await startTeam({});
    const { collection } = (await team.call('POST', `/collections?workspace=${team.emulator.workspaceId}`, {
      collection: {
        info: { name: 'Another name', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
        item: [],
      },
    })) as { readonly collection: { readonly uid: string } };
    const mapping = `workspace: {id: ${team.emulator.workspaceId}}\ncloudResources:\n  collections:\n    ..\\postman\\collections\\Orders: ${collection.uid}\n`;
    await team.write({ ...FILES, '.postman/resources.yaml': mapping });
    const { plan } = await team.run('plan', { 'on-drift': 'overwrite' });
    expect(plan?.changes.find(({ kind }) => kind === 'collection')).toMatchObject({
      action: 'update',
      uid: collection.uid,
    });
    await team.close();
  });

  it('conflicts with a JSON file of the same name before anything is sent', async () => {
    const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
    const team = await startTeam({
      ...FILES,
      'orders.postman_collection.json': { info: { name: 'Orders', schema }, item: [] },
    });
    const { problems } = await team.run('plan');
    expect(problems.map(({ remedy }) => remedy)).toContainEqual(
      expect.stringContaining(`name the format to use, such as "collections: ${DIRECTORY}"`),
    );
    expect((await team.run('plan', { collections: DIRECTORY })).problems).toEqual([]);
    await team.close();
  });

  it('is searched for credentials, which are reported at their position in the YAML', async () => {
    const team = await startTeam({
      ...FILES,
      [`${DIRECTORY}/Smoke/List.request.yaml`]: REQUEST.replace('text/plain', githubToken),
    });
    const { problems } = await team.run('plan');
    expect(problems).toMatchObject([
      { kind: 'secret', path: `${DIRECTORY}/Smoke/List.request.yaml`, position: { line: 4, column: 11 } },
    ]);
    await team.close();
  });

  it('is rejected with unsupported content, or omits it with a notice if that is allowed', async () => {
    const socket = '$kind: websocket-request\nurl: wss://example.com\n';
    const team = await startTeam({ ...FILES, [`${DIRECTORY}/Chat.request.yaml`]: socket });
    const refused = await team.run('plan');
    expect(refused.problems).toMatchObject([
      { path: `${DIRECTORY}/Chat.request.yaml`, position: { line: 1, column: 8 } },
    ]);
    const allowed = await team.run('plan', { 'allow-unsupported': 'true' });
    expect(allowed.problems).toEqual([]);
    expect(allowed.notices.map(({ message }) => message)).toEqual([
      expect.stringContaining('"Chat" (WebSocket request)'),
    ]);
    await team.close();
  });
});

describe('a collection in YAML that was changed in Postman', () => {
  const LIST = `${DIRECTORY}/Smoke/List.request.yaml`;

  const uidIn = async (team: Team): Promise<string> => {
    const { collections } = await team.call('GET', `/collections?workspace=${team.emulator.workspaceId}`);
    return String(objectsOf(collections)[0]?.uid);
  };

  const requestIn = ({ item }: JsonObject): JsonObject =>
    objectsOf(objectsOf(item)[0]?.item)[0]?.request as unknown as JsonObject;

  /** Somebody changes the request in Postman, after an apply of the committed files. */
  async function changedByColleague(part: (request: JsonObject) => JsonObject): Promise<Team> {
    const team = await startTeam(FILES);
    await team.commit();
    expect((await team.run('apply')).verdict).toBe('passed');
    await team.clock.sleep(60_000);
    const uid = await uidIn(team);
    const { collection } = (await team.call('GET', `/collections/${uid}`)) as { readonly collection: JsonObject };
    const [folder = {}] = objectsOf(collection.item);
    const [item = {}] = objectsOf(folder.item);
    const changed = { ...item, request: { ...requestIn(collection), ...part(requestIn(collection)) } };
    await team.call('PUT', `/collections/${uid}`, {
      collection: { ...collection, item: [{ ...folder, item: [changed] }] },
    });
    return team;
  }

  it('keeps both changes: the base is the directory at the commit of the last apply', async () => {
    const team = await changedByColleague(() => ({ method: 'POST' }));
    await team.write({ [LIST]: REQUEST.replace('text/plain', 'text/html') });
    expect((await team.run('apply')).verdict).toBe('passed');
    const { collection } = (await team.call('GET', `/collections/${await uidIn(team)}`)) as {
      readonly collection: JsonObject;
    };
    expect(requestIn(collection)).toMatchObject({ method: 'POST', header: [{ key: 'Accept', value: 'text/html' }] });
    await team.close();
  });

  it('reports a conflict at its line in the YAML', async () => {
    const team = await changedByColleague(() => ({ header: [{ key: 'Accept', value: 'text/css' }] }));
    await team.write({ [LIST]: REQUEST.replace('text/plain', 'text/html') });
    const { verdict, problems } = await team.run('plan');
    expect(verdict).toBe('failed');
    expect(problems).toMatchObject([{ kind: 'conflict', path: LIST, position: { line: 4 } }]);
    await team.close();
  });

  it('is written by pull into its files, and is then in sync', async () => {
    const team = await changedByColleague(() => ({ method: 'POST' }));
    const check = await team.pull({ check: true });
    expect(check.plan?.changes[0]).toMatchObject({ action: 'update', path: DIRECTORY, status: 'planned' });
    expect(await team.text(LIST)).toBe(REQUEST);
    const { verdict, problems, notices, changedFiles, plan } = await team.pull();
    expect([verdict, problems, notices, changedFiles]).toEqual(['passed', [], [], [LIST]]);
    expect(plan?.changes[0]).toMatchObject({ action: 'update', path: DIRECTORY, status: 'applied' });
    expect(await team.text(LIST)).toBe(`${REQUEST}method: POST\n`);
    expect((await team.pull({ check: true })).plan?.changes[0]).toMatchObject({ action: 'none' });
    await team.close();
  });

  it('is not written by pull over uncommitted edits, or with a credential', async () => {
    const team = await changedByColleague(() => ({ method: 'POST', description: githubToken }));
    const refused = await team.pull();
    expect(refused.problems).toMatchObject([{ kind: 'secret', path: DIRECTORY }]);
    await team.write({ [LIST]: REQUEST.replace('text/plain', 'text/html') });
    const held = await team.pull({}, { secrets: 'warn' });
    expect(held.problems).toMatchObject([{ code: 'uncommitted-edits', path: LIST }]);
    expect([refused.changedFiles, held.changedFiles]).toEqual([[], []]);
    await team.close();
  });

  it('is reported by pull, change by change with its file, when the format cannot contain it', async () => {
    const team = await changedByColleague(({ body }) => ({
      method: 'POST',
      body: { ...Object(body), mode: 'raw', raw: 'a', disabled: true },
    }));
    const { verdict, problems, notices, changedFiles, plan } = await team.pull();
    expect([verdict, problems, changedFiles]).toEqual(['passed', [], []]);
    expect(plan?.changes[0]).toMatchObject({ action: 'update', path: DIRECTORY, status: 'skipped' });
    expect(notices).toContainEqual(
      expect.objectContaining({
        path: LIST,
        message: expect.stringMatching(/method changed at Smoke \/ List: GET → POST/),
      }),
    );
    await team.close();
  });
});
