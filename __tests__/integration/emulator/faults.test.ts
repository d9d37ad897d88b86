import { describe, expect, it } from '@jest/globals';
import { collectionNamed, type Driver, start } from './start.ts';

const names = async (emulator: Driver): Promise<string[]> =>
  (await emulator.call('GET', '/collections')).body.collections.map(({ name }: { name: string }) => name);

const create = (emulator: Driver, name = 'A') =>
  emulator.call('POST', `/collections${emulator.here}`, collectionNamed(name));

describe('faults', () => {
  it('return a status before or after the call is applied', async () => {
    const emulator = await start({
      faults: ['POST /collections: 500 @1', 'POST /collections: 504 after-apply @2', 'GET /me: 503 html'],
    });
    expect((await create(emulator)).body.error.name).toBe('serverError');
    expect(await names(emulator)).toEqual([]);
    const applied = await create(emulator);
    expect([applied.status, applied.headers.get('content-type')]).toEqual([504, 'text/html']);
    expect(applied.text).toContain('504 Gateway Time-out');
    expect(await names(emulator)).toEqual(['A']);
    const gateway = await emulator.call('GET', '/me');
    expect([gateway.status, gateway.headers.get('x-ratelimit-limit')]).toEqual([503, null]);
  });

  it.each([
    [400, 'badRequest', 'Bad Request'],
    [403, 'forbiddenError', 'Forbidden'],
    [413, 'payloadTooLarge', 'Request Entity Too Large'],
    [418, 'requestError', "I'm a Teapot"],
    [503, '503 service unavailable', 'An error has occurred on the server.'],
    [520, 'serverError', 'An error has occurred on the server.'],
  ])('blame the side that the status %i blames', async (status, name, message) => {
    const emulator = await start({ faults: [`/me: ${status}`] });
    expect((await emulator.call('GET', '/me')).body.error).toEqual({ name, message });
  });

  it('imitate both kinds of 429 independently of the counters', async () => {
    const emulator = await start({ faults: ['/me: 429 @1', '/me: quota @2'] });
    const first = await emulator.call('GET', '/me');
    const second = await emulator.call('GET', '/me');
    expect([first.status, first.body.error.name, second.body.error.name]).toEqual([
      429,
      'rateLimited',
      'serviceLimitExhausted',
    ]);
    expect(first.headers.get('retry-after')).toBe('60');
  });

  it('reset the connection before or after the call is applied', async () => {
    const emulator = await start({
      faults: ['POST /collections: reset @1', 'POST /collections: reset after-apply @2'],
    });
    await expect(create(emulator, 'lost')).rejects.toThrow();
    await expect(create(emulator, 'made')).rejects.toThrow();
    expect(await names(emulator)).toEqual(['made']);
    expect(emulator.journal[0]).toMatchObject({ status: null, fault: 'POST /collections: reset @1' });
  });

  it('close the connection in the middle of the body, or truncate the JSON of a complete response', async () => {
    const emulator = await start({ faults: ['/me: cut @1', '/me: truncate @2', '/me: html @3'] });
    await expect(emulator.call('GET', '/me')).rejects.toThrow();
    const truncated = await emulator.call('GET', '/me');
    expect([truncated.status, truncated.body]).toEqual([200, undefined]);
    expect(truncated.text).toMatch(/^\{"user"/);
    expect((await emulator.call('GET', '/me')).text).toContain('<html>');
  });

  it('delay a response, or never send one', async () => {
    const emulator = await start({ faults: ['POST /collections: slow 10m', '/me: hang'] });
    const impatient = (path: string, init: RequestInit) => {
      const patience = new AbortController();
      const headers = { 'x-api-key': emulator.apiKey, 'content-type': 'application/json' };
      const answer = fetch(`${emulator.url}${path}`, { ...init, headers, signal: patience.signal });
      return { answer, giveUp: () => patience.abort() };
    };
    const body = JSON.stringify(collectionNamed('slow'));
    const slow = impatient(`/collections${emulator.here}`, { method: 'POST', body });
    let there: string[] = [];
    while (!there.includes('slow')) there = await names(emulator);
    const hanging = impatient('/me', {});
    for (const { answer, giveUp } of [slow, hanging]) {
      giveUp();
      await expect(answer).rejects.toThrow(/abort/);
    }
  });

  it('let lists and reads lag behind writes', async () => {
    const emulator = await start({ faults: ['POST /collections: lag 2', 'PUT /collections/*: lag 1'] });
    const { uid } = (await create(emulator, 'old')).body.collection;
    expect([await names(emulator), await names(emulator), await names(emulator)]).toEqual([[], [], ['old']]);
    await emulator.call('PUT', `/collections/${uid}`, collectionNamed('new'));
    const read = async () => (await emulator.call('GET', `/collections/${uid}`)).body.collection.info.name;
    expect([await read(), await read()]).toEqual(['old', 'new']);
  });

  it('let everything lag when the profile says so, workspace elements included', async () => {
    const emulator = await start({ profile: { listLag: 1 } });
    await create(emulator);
    const elements = async () =>
      (await emulator.call('GET', `/workspaces/${emulator.workspaceId}`)).body.workspace.collections.length;
    expect([await elements(), await elements()]).toEqual([0, 1]);
  });

  it('let a new workspace appear late', async () => {
    const emulator = await start({ faults: ['POST /workspaces: lag 1'] });
    await emulator.call('POST', '/workspaces', { workspace: { name: 'Late', type: 'team' } });
    const count = async () => (await emulator.call('GET', '/workspaces')).body.workspaces.length;
    expect([await count(), await count()]).toEqual([2, 3]);
  });

  it('can be added and removed at run time', async () => {
    const emulator = await start();
    await emulator.control('POST', '/__faults', { fault: '/me: 500 @2' });
    await emulator.control('POST', '/__faults', { faults: ['/environments: 500'] });
    await emulator.call('GET', '/me');
    expect((await emulator.control('GET', '/__faults')).body.faults).toEqual([
      { spec: '/me: 500 @2', seen: 1 },
      { spec: '/environments: 500', seen: 0 },
    ]);
    const unreadable = await emulator.control('POST', '/__faults', { fault: 'often' });
    expect([unreadable.status, unreadable.body.error.message]).toEqual([400, expect.stringContaining('"often"')]);
    await emulator.control('DELETE', '/__faults');
    expect((await emulator.call('GET', '/me')).status).toBe(200);
  });

  it('prevent the start of the emulator when they are invalid', async () => {
    await expect(start({ faults: ['nonsense'] })).rejects.toThrow(/cannot be read/);
  });
});
