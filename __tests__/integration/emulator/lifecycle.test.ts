import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
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

  it('names the file that is wrong and what is wrong with it', async () => {
    await writeFile(join(folder, 'a.postman_collection.json'), '{"info":{"name":"x"}}');
    await expect(start({ seedDir: folder })).rejects.toThrow(/a\.postman_collection\.json.*required property 'item'/);
    await expect(start({ seedDir: join(folder, 'none') })).rejects.toThrow(/cannot be read/);
  });
});

describe('reset', () => {
  it('goes back to the start: same key and workspace, nothing else', async () => {
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
  it('brings everything back after a restart', async () => {
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

  it('is said to be unusable when it is a file', async () => {
    const file = join(folder, 'a file, not a folder');
    await writeFile(file, '');
    const attempt = async () => (await createEmulator({ stateDir: file })).close();
    await expect(attempt()).rejects.toThrow(/cannot be (read|kept)/);
  });

  it('is not overwritten when it cannot be understood', async () => {
    const path = join(folder, 'emulator-state.json');
    await writeFile(path, '{"format":99}');
    await expect(start({ stateDir: folder })).rejects.toThrow(/Delete it to start afresh/);
    expect(await readFile(path, 'utf8')).toBe('{"format":99}');
  });
});

describe("the emulator's own endpoints", () => {
  const ask = (emulator: Emulator, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const sent = request(`${emulator.url}/__journal`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject);
      sent.end();
    });

  it('do not answer to a web page that calls loopback by another name', async () => {
    const emulator = await start();
    expect(await ask(emulator, {})).toBe(200);
    expect(await ask(emulator, { host: 'localhost:4010' })).toBe(200);
    expect(await ask(emulator, { host: 'rebound.example.com' })).toBe(403);
  });
});

describe('starting', () => {
  it('works twice side by side, with nothing in common', async () => {
    const [one, two] = [await start(), await start()];
    await one.call('POST', `/collections${one.here}`, collectionNamed('Only here'));
    expect((await two.call('GET', '/collections')).body.collections).toEqual([]);
    expect((await two.call('GET', '/me', undefined, { 'x-api-key': one.apiKey })).status).toBe(401);
  });

  it('says which port is taken', async () => {
    const emulator = await start();
    const port = Number(new URL(emulator.url).port);
    await expect(createEmulator({ port })).rejects.toThrow(`cannot listen on port ${port}: it is in use`);
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

  it('answers what has arrived and does not wait for idle connections', async () => {
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

  it('does not wait for an answer that never comes', async () => {
    const emulator = await createEmulator({ faults: ['/me: hang'] });
    const agent = new Agent();
    const waiting = get(`${emulator.url}/me`, { apiKey: emulator.apiKey, agent });
    const outcome = expect(waiting).rejects.toThrow();
    await seen(emulator, 1);
    await emulator.close();
    await outcome;
  });

  it('may be asked for twice', async () => {
    const emulator = await createEmulator();
    await Promise.all([emulator.close(), emulator.close()]);
  });
});
