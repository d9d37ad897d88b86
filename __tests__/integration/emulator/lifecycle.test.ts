import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createEmulator, type Emulator } from '../../../src/emulator/index.ts';
import { collectionNamed, format, start } from './start.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-test-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('the seed', () => {
  const _postman_id = '12ece9e1-2abf-4edc-8e34-de66e74114d2';

  it('is in the team workspace from the start, with the ids of the files', async () => {
    const collection = { info: { name: 'Seeded', schema: format, _postman_id }, item: [] };
    await writeFile(join(folder, 'a.postman_collection.json'), JSON.stringify(collection));
    await writeFile(join(folder, 'b.postman_environment.json'), JSON.stringify({ name: 'Stage', values: [] }));
    await writeFile(join(folder, 'c.json'), 'not looked at');
    const emulator = await start({ seedDir: folder });
    const { workspace } = (await emulator.call('GET', `/workspaces/${emulator.workspaceId}`)).body;
    expect(workspace.collections).toMatchObject([{ id: _postman_id, name: 'Seeded' }]);
    expect(workspace.environments).toMatchObject([{ name: 'Stage' }]);
  });

  it('fails with the name and the error of an invalid file', async () => {
    await writeFile(join(folder, 'a.postman_collection.json'), '{"info":{"name":"x"}}');
    await expect(start({ seedDir: folder })).rejects.toThrow(/a\.postman_collection\.json.*required property 'item'/);
    await expect(start({ seedDir: join(folder, 'none') })).rejects.toThrow(/cannot be read/);
  });

  it('fails with the names of all invalid files', async () => {
    await writeFile(join(folder, 'a.postman_collection.json'), '{"info":{"name":"x"}}');
    await writeFile(join(folder, 'b.postman_environment.json'), '{');
    await writeFile(join(folder, 'c.postman_environment.json'), '[]');
    await expect(start({ seedDir: folder })).rejects.toThrow(/a\.postman.*\n.*b\.postman.*\n.*c\.postman/);
  });

  it('accepts files with a byte order mark, and ignores folders with the name of a file', async () => {
    await writeFile(join(folder, 'b.postman_environment.json'), '\uFEFF{"name":"Stage","values":[]}');
    await mkdir(join(folder, 'f.postman_collection.json'));
    const emulator = await start({ seedDir: folder });
    expect((await emulator.call('GET', '/environments')).body.environments).toMatchObject([{ name: 'Stage' }]);
  });

  it('does not follow a link to a folder, which may lead upwards', async () => {
    await writeFile(join(folder, 'a.postman_environment.json'), '{"name":"Once","values":[]}');
    // A junction needs no privilege on Windows.
    await symlink(folder, join(folder, 'again'), 'junction');
    const emulator = await start({ seedDir: folder });
    expect((await emulator.call('GET', '/environments')).body.environments).toHaveLength(1);
  });

  it('creates new ids for ids that a copied file shares with the original', async () => {
    const item = [{ id: '8ef6d8a2-22ee-4a7b-bd2c-2f2d4e2e9a01', name: 'Request', request: 'http://localhost/' }];
    const text = JSON.stringify({ info: { name: 'Twice', schema: format, _postman_id }, item });
    for (const name of ['a', 'b']) await writeFile(join(folder, `${name}.postman_collection.json`), text);
    const emulator = await start({ seedDir: folder });
    for (const { uid } of (await emulator.call('GET', '/collections')).body.collections) {
      const { body } = await emulator.call('GET', `/collections/${uid}`);
      expect((await emulator.call('PUT', `/collections/${uid}`, body)).status).toBe(200);
    }
  });
});

describe('reset', () => {
  it('returns to the state after the start, with the same key and workspace', async () => {
    const emulator = await start({ faults: ['/environments: 500'], quota: 10 });
    await emulator.call('POST', `/collections${emulator.here}`, collectionNamed('A'));
    await emulator.control('DELETE', '/__faults');
    await emulator.control('PATCH', '/__profile', { quota: 5 });
    await emulator.control('POST', '/__reset');
    expect(emulator.journal).toEqual([]);
    const { body, headers } = await emulator.call('GET', `/collections${emulator.here}`);
    expect([body.collections, headers.get('x-ratelimit-remaining-month')]).toEqual([[], '9']);
    expect((await emulator.call('GET', '/environments')).status).toBe(500);
  });
});

describe('a state folder', () => {
  it('restores everything after a restart', async () => {
    const first = await start({ stateDir: folder });
    const made = await first.call('POST', `/collections${first.here}`, collectionNamed('Kept'));
    await first.close();
    const second = await start({ stateDir: folder });
    expect([second.apiKey, second.workspaceId]).toEqual([first.apiKey, first.workspaceId]);
    const { body } = await second.call('GET', `/collections/${made.body.collection.uid}`);
    expect(body.collection.info.name).toBe('Kept');
    expect((await second.call('GET', '/me')).body.operations).toContainEqual(
      expect.objectContaining({ name: 'api_usage', usage: 3 }),
    );
    second.reset();
    expect((await second.call('GET', '/collections')).body.collections).toEqual([]);
  });

  it('contains only the account after a reset', async () => {
    const first = await start({ stateDir: folder, clock: () => 1_700_000_000_000 });
    await first.control('POST', '/__clock', { advanceMs: 5 });
    await first.call('POST', '/workspaces', { workspace: { name: 'Later', type: 'team' } });
    const globals = `/workspaces/${first.workspaceId}/global-variables`;
    await first.call('PUT', globals, { values: [{ key: 'a', value: '1' }] });
    await first.close();
    const second = await start({ stateDir: folder });
    second.reset();
    expect((await second.call('GET', globals)).body).toEqual({ values: [] });
    const { workspaces } = (await second.call('GET', '/workspaces')).body;
    expect(workspaces.map(({ name }: { name: string }) => name)).not.toContain('Later');
  });

  it('is rejected when it is a file', async () => {
    const file = join(folder, 'a file, not a folder');
    await writeFile(file, '');
    const attempt = async () => (await createEmulator({ stateDir: file })).close();
    await expect(attempt()).rejects.toThrow(/cannot be (read|kept)/);
  });

  const lists = { collections: [], environments: [], monitors: [], mocks: [], tasks: [] };

  it.each([
    { format: 99 },
    { format: 1 },
    { format: 1, snapshot: { usage: {}, users: [], keys: [], workspaces: [], ...lists } },
    { format: 1, snapshot: { usage: {}, users: [1], keys: [2], workspaces: [3], ...lists } },
  ])('is not overwritten when it cannot be understood: %j', async (content) => {
    const path = join(folder, 'emulator-state.json');
    await writeFile(path, JSON.stringify(content));
    await expect(start({ stateDir: folder })).rejects.toThrow(/Delete it to start with a new account/);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(content);
  });
});

describe('starting', () => {
  it('creates independent emulators', async () => {
    const [one, two] = [await start(), await start()];
    await one.call('POST', `/collections${one.here}`, collectionNamed('Only here'));
    expect((await two.call('GET', '/collections')).body.collections).toEqual([]);
    expect((await two.call('GET', '/me', undefined, { 'x-api-key': one.apiKey })).status).toBe(401);
  });

  it('fails with the number of a port in use', async () => {
    const emulator = await start();
    const port = Number(new URL(emulator.url).port);
    await expect(createEmulator({ port })).rejects.toThrow(`cannot listen on port ${port}: the port is in use`);
  });
});

describe('closing', () => {
  const get = (url: string, options: { apiKey: string; agent: Agent }) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'x-api-key': options.apiKey };
      const sent = request(url, { headers, agent: options.agent }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      });
      sent.on('error', reject);
      sent.end();
    });

  const seen = async (emulator: Emulator, calls: number) => {
    while (emulator.journal.length < calls) await new Promise((resolve) => setImmediate(resolve));
  };

  it('answers received requests and does not wait for idle connections', async () => {
    const emulator = await createEmulator({ faults: ['/environments: slow 150ms before-apply'] });
    const agent = new Agent({ keepAlive: true, maxSockets: 30 });
    const { apiKey } = emulator;
    await Promise.all(Array.from({ length: 10 }, () => get(`${emulator.url}/me`, { apiKey, agent })));
    const arrived = Array.from({ length: 20 }, () => get(`${emulator.url}/environments`, { apiKey, agent }));
    await seen(emulator, 30);
    const closed = emulator.close();
    expect(new Set(await Promise.all(arrived))).toEqual(new Set([200]));
    await closed;
    await expect(get(`${emulator.url}/me`, { apiKey, agent })).rejects.toThrow(/ECONNREFUSED/);
    agent.destroy();
  });

  it('does not wait for unused connections', async () => {
    const emulator = await createEmulator();
    const socket = connect(Number(new URL(emulator.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const asked = performance.now();
    await emulator.close();
    expect(performance.now() - asked).toBeLessThan(3_000);
  });

  it('does not wait for a response that a fault prevents', async () => {
    const emulator = await createEmulator({ faults: ['/me: hang'] });
    const agent = new Agent();
    const waiting = get(`${emulator.url}/me`, { apiKey: emulator.apiKey, agent });
    const outcome = expect(waiting).rejects.toThrow();
    await seen(emulator, 1);
    await emulator.close();
    await outcome;
  });

  it('can be requested twice', async () => {
    const emulator = await createEmulator();
    await Promise.all([emulator.close(), emulator.close()]);
  });
});
