import { describe, expect, it } from '@jest/globals';
import { type Driver, format, start } from './start.ts';

const example = (name: string, code: number, body: string) => ({
  name,
  code,
  body,
  header: [{ key: 'Content-Type', value: 'application/json' }],
});

const items = [
  {
    name: 'One order',
    request: { method: 'GET', url: { raw: '{{base}}/orders/:id', host: ['{{base}}'], path: ['orders', ':id'] } },
    response: [example('Found', 200, '{"id":1}'), example('Gone', 410, '{}')],
  },
  {
    name: 'Latest order',
    request: { method: 'GET', url: '{{base}}/orders/latest' },
    response: [example('Latest', 200, '{"id":9}')],
  },
];

const create = async (emulator: Driver, settings: Record<string, unknown> = {}) => {
  const collection = { info: { name: 'Served', schema: format }, item: items };
  const made = await emulator.call('POST', `/collections${emulator.here}`, { collection });
  const mock = { collection: made.body.collection.uid, ...settings };
  return emulator.call('POST', `/mocks${emulator.here}`, { mock });
};

describe('mocks', () => {
  it('can be created, renamed, published and deleted', async () => {
    const emulator = await start();
    const { mock } = (await create(emulator, { name: 'Orders', private: true })).body;
    await emulator.call('PUT', `/mocks/${mock.id}`, { mock: { name: 'Renamed' } });
    expect((await emulator.call('POST', `/mocks/${mock.id}/publish`)).body).toEqual({ mock: { id: mock.id } });
    const again = await emulator.call('POST', `/mocks/${mock.id}/publish`);
    expect(again.body.error.name).toBe('mockAlreadyPublishedError');
    expect((await emulator.call('GET', `/mocks${emulator.here}`)).body.mocks).toMatchObject([
      { name: 'Renamed', isPublic: true, deactivated: false },
    ]);
    expect((await emulator.call('DELETE', `/mocks/${mock.id}`)).body.mock.id).toBe(mock.id);
    expect((await emulator.call('GET', `/mocks/${mock.id}`)).status).toBe(404);
  });

  it('require the uid of a collection', async () => {
    const emulator = await start();
    const bare = { collection: '12ece9e1-2abf-4edc-8e34-de66e74114d2' };
    expect((await create(emulator, bare)).status).toBe(403);
    expect((await create(emulator, { collection: undefined })).body.error.details).toEqual({ param: ['collection'] });
  });

  it('accept only an id or null as the default response', async () => {
    const emulator = await start();
    const { id } = (await create(emulator)).body.mock;
    const put = (serverResponseId: unknown) =>
      emulator.call('PUT', `/mocks/${id}`, { mock: { config: { serverResponseId, other: 1 } } });
    expect((await put('x')).body.mock.config).toMatchObject({ serverResponseId: 'x', matchBody: false });
    expect((await put(null)).body.mock.config).not.toHaveProperty('other');
    expect((await put(5)).body.error.details).toEqual({ param: 'config.serverResponseId' });
  });

  it('respond with the best matching example, and count as usage', async () => {
    const emulator = await start();
    const { mockUrl, id } = (await create(emulator)).body.mock;
    const get = async (path: string, headers: Record<string, string> = {}) => {
      const response = await fetch(`${mockUrl}${path}`, { headers });
      return [response.status, await response.json()];
    };
    expect(await get('/orders/77')).toEqual([200, { id: 1 }]);
    expect(await get('/orders/latest')).toEqual([200, { id: 9 }]);
    expect(await get('/orders/77', { 'x-mock-response-code': '410' })).toEqual([410, {}]);
    expect(await get('/customers')).toEqual([
      404,
      { error: expect.objectContaining({ name: 'mockRequestNotFoundError' }) },
    ]);
    expect((await emulator.call('GET', '/me')).body.operations).toContainEqual(
      expect.objectContaining({ name: 'mock_usage', usage: 4 }),
    );
    const { mock } = (await emulator.call('GET', `/mocks/${id}`)).body;
    await emulator.call('DELETE', `/collections/${mock.collection}`);
    expect((await get('/orders/77'))[0]).toBe(404);
  });
});
