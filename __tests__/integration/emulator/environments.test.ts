import { request } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { collectionNamed, type Driver, start } from './start.ts';

const create = async (emulator: Driver, values: readonly unknown[] = [{ key: 'host', value: 'a' }]) =>
  (await emulator.call('POST', `/environments${emulator.here}`, { environment: { name: 'Stage', values } })).body
    .environment;

const read = async (emulator: Driver, uid: string) =>
  (await emulator.call('GET', `/environments/${uid}`)).body.environment;

describe('environments', () => {
  it('are returned with default types and enabled flags, and without a uid', async () => {
    const emulator = await start();
    const { id, uid } = await create(emulator, [
      { key: 'host', value: 'a', type: 'any' },
      { key: 'token', value: 'clear text', type: 'secret', enabled: false },
    ]);
    const environment = await read(emulator, uid);
    expect(environment.values).toEqual([
      { key: 'host', value: 'a', type: 'default', enabled: true },
      { key: 'token', value: 'clear text', type: 'secret', enabled: false },
    ]);
    expect(environment).not.toHaveProperty('uid');
    expect((await emulator.call('GET', `/environments${emulator.here}`)).body.environments).toMatchObject([
      { id, uid },
    ]);
    expect((await emulator.call('GET', '/environments?workspace=typo')).body).toEqual({ environments: [] });
  });

  it('lose their variables in a replacement without variables', async () => {
    const emulator = await start();
    const { uid } = await create(emulator);
    await emulator.call('PUT', `/environments/${uid}`, { environment: { name: 'Stage' } });
    expect((await read(emulator, uid)).values).toEqual([]);
  });

  it('return 400 for GET and 404 for other methods when they are missing', async () => {
    const emulator = await start();
    const path = '/environments/12ece9e1-2abf-4edc-8e34-de66e74114d2';
    const statuses = [
      (await emulator.call('GET', path)).status,
      (await emulator.call('PUT', path, { environment: { name: 'A' } })).status,
      (await emulator.call('PATCH', path, [])).status,
      (await emulator.call('DELETE', path)).status,
    ];
    expect(statuses).toEqual([400, 404, 404, 404]);
  });

  it.each([
    [{ environment: {} }, 'Found 1 errors with the supplied environment.'],
    [{ environment: { name: 'A', values: [null] } }, 'Invalid type: null (expected object) at environment.values.0'],
    [
      { environment: { name: 'A', values: [{ key: 'a', value: 1 }] } },
      'Invalid type: number (expected string) at environment.values.0.value',
    ],
  ])('refuse %j', async (body, message) => {
    const emulator = await start();
    const answer = await emulator.call('POST', `/environments${emulator.here}`, body);
    expect([answer.status, answer.body.error.message]).toEqual([400, message]);
  });

  it('deactivate their mocks when they are deleted', async () => {
    const emulator = await start();
    const { id, uid } = await create(emulator);
    const served = await emulator.call('POST', `/collections${emulator.here}`, collectionNamed('Served'));
    const mock = { collection: served.body.collection.uid, environment: uid };
    const made = await emulator.call('POST', `/mocks${emulator.here}`, { mock });
    expect((await emulator.call('DELETE', `/environments/${id}`)).body).toEqual({ environment: { id, uid } });
    expect((await emulator.call('GET', `/mocks/${made.body.mock.id}`)).body.mock.deactivated).toBe(true);
  });
});

describe('patching an environment', () => {
  it('takes JSON Patch for the name, whole variables and their members', async () => {
    const emulator = await start();
    const { uid } = await create(emulator);
    const patch = (...operations: unknown[]) => emulator.call('PATCH', `/environments/${uid}`, operations);
    await patch({ op: 'replace', path: '/name', value: 'Production' });
    await patch({ op: 'add', path: '/values/1', value: { key: 'port', value: '80' } });
    await patch({ op: 'add', path: '/values/0/description', value: 'Where it runs' });
    const last = await patch({ op: 'replace', path: '/values/0/value', value: 'b' });
    expect(last.body.environment).toMatchObject({
      uid,
      name: 'Production',
      values: [
        { key: 'host', value: 'b', description: 'Where it runs' },
        { key: 'port', value: '80', type: 'default', enabled: true },
      ],
    });
    await patch(
      { op: 'remove', path: '/values/1' },
      { op: 'remove', path: '/values/0' },
      { op: 'add', path: '/values/0', value: { key: 'only', value: '1' } },
    );
    expect((await read(emulator, uid)).values).toMatchObject([{ key: 'only' }]);
  });

  it.each([
    [{}, 'Patch sequence must be an array'],
    [[{ op: 'replace', path: '/name' }], 'Patch operations with empty value are not supported'],
    [[{ op: 'replace', path: '/owner', value: 'x' }], 'Invalid path in JSON Patch operation'],
    [
      [{ op: 'replace', path: '/values/7/value', value: 'x' }],
      'Cannot perform the operation at a path that does not exist',
    ],
    [[{ op: 'replace', path: '/values/0/value', value: 1 }], ['/values/0/value: must be a string']],
    [
      [
        { op: 'add', path: '/values/0/description', value: 'x' },
        { op: 'replace', path: '/name', value: 'x' },
      ],
      'Only one type of operation can be performed at a time',
    ],
  ])('refuses %j and changes nothing', async (body, detail) => {
    const emulator = await start();
    const { uid } = await create(emulator);
    const before = await read(emulator, uid);
    const answer = await emulator.call('PATCH', `/environments/${uid}`, body);
    expect([answer.status, answer.body.detail]).toEqual([400, detail]);
    expect(await read(emulator, uid)).toEqual(before);
  });
});

describe('the size of a body', () => {
  const chunked = (emulator: Driver, path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'x-api-key': emulator.apiKey, 'content-type': 'application/json' };
      const sent = request(`${emulator.url}${path}`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject);
      sent.write('{"environment":');
      sent.end('{"name":"A"}}');
    });

  it('is required for environments: 411', async () => {
    const emulator = await start();
    expect(await chunked(emulator, `/environments${emulator.here}`)).toBe(411);
    await emulator.control('PATCH', '/__profile', { lengthRequired: 'never' });
    expect(await chunked(emulator, `/environments${emulator.here}`)).toBe(200);
  });

  it('has a limit: 413', async () => {
    const emulator = await start({ profile: { maxBodyBytes: 1_000, maxEnvironmentBytes: 500 } });
    const environment = (length: number) => ({ environment: { name: 'x'.repeat(length) } });
    expect((await emulator.call('POST', `/environments${emulator.here}`, environment(400))).status).toBe(200);
    const refused = await emulator.call('POST', `/environments${emulator.here}`, environment(600));
    expect([refused.status, refused.body.title]).toEqual([413, 'Payload Too Large']);
    expect((await emulator.call('POST', `/collections${emulator.here}`, environment(1_000))).status).toBe(413);
  });
});
