import { describe, expect, it } from '@jest/globals';
import { githubToken } from '../../support/credentials.ts';
import { startTeam } from '../../support/repository.ts';

const DIRECTORY = 'postman/collections/Orders';
const REQUEST = '$kind: http-request\nurl: "{{base}}/orders"\nheaders:\n  Accept: text/plain\n';

const FILES = {
  [`${DIRECTORY}/.resources/definition.yaml`]: '$kind: collection\nname: Orders\n',
  [`${DIRECTORY}/Smoke/List.request.yaml`]: REQUEST,
  'postman/environments/Local.environment.yaml':
    'name: Local\nvalues:\n  - {key: base, value: "http://127.0.0.1"}\n  - {key: token, secret: true}\n',
};

describe('a collection in YAML', () => {
  it('is created, is in sync then, and is updated request by request', async () => {
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

  it('is told from a JSON file of the same name before anything is sent', async () => {
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

  it('is searched for credentials, told by their place in the YAML', async () => {
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

  it('is refused with what cannot run here, and left out with a notice where that is allowed', async () => {
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
