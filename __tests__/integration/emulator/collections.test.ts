import { describe, expect, it } from '@jest/globals';
import { collectionNamed, type Driver, format, start } from './start.ts';

const create = async (emulator: Driver, name = 'Orders') =>
  (await emulator.call('POST', `/collections${emulator.here}`, collectionNamed(name))).body.collection;

const read = async (emulator: Driver, uid: string) =>
  (await emulator.call('GET', `/collections/${uid}`)).body.collection;

describe('creating a collection', () => {
  it('returns 200 with id, name and uid, also for a name that exists', async () => {
    const emulator = await start();
    const first = await create(emulator);
    const second = await create(emulator);
    expect(first).toEqual({ id: expect.any(String), name: 'Orders', uid: expect.stringMatching(/^\d{8}-/) });
    expect(second.uid).not.toBe(first.uid);
  });

  it('creates it in the personal workspace by default', async () => {
    const emulator = await start();
    await emulator.call('POST', '/collections', collectionNamed('Lost'));
    expect((await emulator.call('GET', `/collections${emulator.here}`)).body.collections).toEqual([]);
    expect((await emulator.call('GET', '/collections')).body.collections).toHaveLength(1);
  });

  it('reports violations of the format with their path', async () => {
    const emulator = await start();
    const { status, body } = await emulator.call('POST', `/collections${emulator.here}`, {
      collection: { info: { name: 'x' } },
    });
    expect(status).toBe(400);
    expect(body.error).toEqual({
      name: 'malformedRequestError',
      message: 'Found 2 errors with the supplied collection.',
      details: [": must have required property 'item'", "info: must have required property 'schema'"],
    });
  });

  it('rejects ids that are in use and replaces others', async () => {
    const emulator = await start();
    const made = await create(emulator);
    const existing = await read(emulator, made.uid);
    const taken = await emulator.call('POST', `/collections${emulator.here}`, { collection: existing });
    expect(taken.body.error).toMatchObject({
      name: 'instanceFoundError',
      details: { item: 'collection', id: made.id },
    });
    const _postman_id = '12ece9e1-2abf-4edc-8e34-de66e74114d2';
    const free = { info: { ...collectionNamed('A').collection.info, _postman_id }, item: [] };
    const other = await emulator.call('POST', `/collections${emulator.here}`, { collection: free });
    expect(other.body.collection.id).not.toBe(_postman_id);
  });

  it('rejects an unknown workspace', async () => {
    const emulator = await start();
    expect((await emulator.call('POST', '/collections?workspace=typo', collectionNamed('A'))).status).toBe(403);
  });

  it('ignores a body without the content type of JSON', async () => {
    const emulator = await start();
    const plain = { 'content-type': 'text/plain' };
    const { body } = await emulator.call('POST', `/collections${emulator.here}`, collectionNamed('A'), plain);
    expect(body.error.name).toBe('paramMissingError');
  });
});

describe('listing collections', () => {
  it('is empty, not an error, for an unknown workspace', async () => {
    const emulator = await start();
    await create(emulator);
    expect(await emulator.call('GET', '/collections?workspace=typo')).toMatchObject({
      status: 200,
      body: { collections: [] },
    });
  });

  it('filters by the exact name, or pages, but not both', async () => {
    const emulator = await start();
    for (const name of ['A', 'AB', 'A']) await create(emulator, name);
    const count = async (query: string) => (await emulator.call('GET', `/collections?${query}`)).body;
    expect((await count('name=A')).collections).toHaveLength(2);
    expect(await count('name=A')).not.toHaveProperty('meta');
    expect(await count('name=A&limit=2&offset=1')).toMatchObject({
      collections: [{ name: 'AB' }, { name: 'A' }],
      meta: { total: 3, offset: 1, limit: 2 },
    });
  });
});

describe('reading a collection', () => {
  it('returns everything, with added ids, times and owners', async () => {
    const emulator = await start();
    const made = await create(emulator);
    const collection = await read(emulator, made.id);
    expect(collection.info).toMatchObject({ _postman_id: made.id, uid: made.uid, schema: format });
    expect(collection.item[0]).toMatchObject({ name: 'Request', request: 'http://localhost/', id: expect.any(String) });
  });

  it('can omit the items', async () => {
    const emulator = await start();
    const made = await create(emulator);
    const { body } = await emulator.call('GET', `/collections/${made.uid}?model=minimal`);
    expect(body.collection).toMatchObject({ rootLevelRequests: [expect.any(String)], rootLevelFolders: [] });
    expect(body.collection).not.toHaveProperty('item');
  });

  it('returns 400 for a missing one', async () => {
    const emulator = await start();
    const { status, body } = await emulator.call('GET', '/collections/12ece9e1-2abf-4edc-8e34-de66e74114d2');
    expect([status, body.error.name]).toEqual([400, 'instanceNotFoundError']);
  });
});

describe('replacing a collection', () => {
  it('keeps unknown fields and own ids, and removes what is not sent', async () => {
    const emulator = await start();
    const { uid } = await create(emulator);
    const before = await read(emulator, uid);
    const content = { ...before, item: [{ ...before.item[0], name: 'Renamed', 'x-team': 'blue' }], extra: [1] };
    await emulator.call('PUT', `/collections/${uid}`, { collection: content });
    const after = await read(emulator, uid);
    expect(after).toMatchObject({ extra: [1], item: [{ id: before.item[0].id, name: 'Renamed', 'x-team': 'blue' }] });
    await emulator.call('PUT', `/collections/${uid}`, collectionNamed('Orders'));
    const last = await read(emulator, uid);
    expect(last).not.toHaveProperty('extra');
    expect(last.item[0].id).not.toBe(before.item[0].id);
  });

  it('rejects ids that belong to another collection', async () => {
    const emulator = await start();
    const [one, two] = [await create(emulator), await create(emulator)];
    const foreign = await read(emulator, one.uid);
    const { body } = await emulator.call('PUT', `/collections/${two.uid}`, {
      collection: { ...foreign, info: { name: 'Orders', schema: format } },
    });
    expect(body.error).toMatchObject({ name: 'instanceFoundError', details: { id: foreign.item[0].id } });
  });

  it('can reject every id that is not its own', async () => {
    const emulator = await start({ profile: { foreignIds: 'any' } });
    const { uid } = await create(emulator);
    const content = collectionNamed('Orders').collection;
    const item = [{ ...content.item[0], id: 'b6cc1c9f-7f3c-4b8e-8f0e-1f1f0b6cc1c9' }];
    const { status } = await emulator.call('PUT', `/collections/${uid}`, { collection: { ...content, item } });
    expect(status).toBe(400);
  });

  it('rejects the id of another collection in info', async () => {
    const emulator = await start();
    const { uid } = await create(emulator);
    const content = collectionNamed('Orders').collection;
    const info = { ...content.info, _postman_id: '12ece9e1-2abf-4edc-8e34-de66e74114d2' };
    const { status, body } = await emulator.call('PUT', `/collections/${uid}`, { collection: { ...content, info } });
    expect([status, body.error.name]).toEqual([400, 'collectionMismatchError']);
  });

  it('returns 404 when GET returns 400', async () => {
    const emulator = await start();
    const path = '/collections/12ece9e1-2abf-4edc-8e34-de66e74114d2';
    expect((await emulator.call('PUT', path, collectionNamed('A'))).status).toBe(404);
    expect((await emulator.call('DELETE', path)).status).toBe(404);
  });

  it('can be asynchronous: 202, a task, and 409 until it ends', async () => {
    const emulator = await start({ profile: { taskMs: 60_000 } });
    const { uid } = await create(emulator);
    const later = { prefer: 'respond-async' };
    const { status, body } = await emulator.call('PUT', `/collections/${uid}`, collectionNamed('Later'), later);
    expect([status, body.task.status]).toEqual([202, 'in-progress']);
    expect((await emulator.call('PUT', `/collections/${uid}`, collectionNamed('Now'))).status).toBe(409);
    expect((await read(emulator, uid)).info.name).toBe('Orders');
    await emulator.control('POST', '/__clock', { advanceMs: 60_000 });
    const task = await emulator.call('GET', `/collection-updates-tasks/${body.task.id}`);
    expect(task.body).toEqual({ id: body.task.id, status: 'successful' });
    expect((await read(emulator, uid)).info.name).toBe('Later');
  });

  it('can fail asynchronously without a reason', async () => {
    const emulator = await start({ profile: { taskMs: 0, taskFails: true } });
    const { uid } = await create(emulator);
    const later = { prefer: 'respond-async' };
    const { body } = await emulator.call('PUT', `/collections/${uid}`, collectionNamed('Later'), later);
    const task = await emulator.call('GET', `/collection-updates-tasks/${body.task.id}`);
    expect(task.body).toEqual({ id: body.task.id, status: 'failed' });
    expect((await emulator.call('GET', '/collection-updates-tasks/none')).status).toBe(404);
  });

  it('reports errors in a different form when it is asynchronous', async () => {
    const emulator = await start();
    const { id } = await create(emulator);
    const later = { prefer: 'respond-async' };
    const details = async (body: unknown) =>
      (await emulator.call('PUT', `/collections/${id}`, body, later)).body.detail;
    expect(await details({})).toBe(
      `PUT request body for '/collections/${id}' failed to validate schema. Location: /required`,
    );
    expect(await details({ collection: {} })).toContain('Location: /properties/collection/required');
    expect(await details({ collection: { info: {} } })).toContain('Unable to parse the collection');
  });
});

describe('patching a collection', () => {
  it('changes name, variables, auth and events, and nothing else', async () => {
    const emulator = await start();
    const { uid } = await create(emulator);
    const before = await read(emulator, uid);
    const script = { id: '1', type: 'text/javascript', exec: [''] };
    const variable = [{ key: 'a', value: '1' }];
    const { body } = await emulator.call('PATCH', `/collections/${uid}`, {
      collection: { info: { name: 'New', description: 'Text' }, variable, events: [{ listen: 'test', script }] },
    });
    expect(body.collection).toMatchObject({ name: 'New', description: 'Text' });
    await emulator.call('PATCH', `/collections/${uid}`, {
      collection: {
        variable: [
          { key: 'a', value: '2' },
          { key: 'b', value: '3' },
        ],
      },
    });
    const after = await read(emulator, uid);
    expect(after.variable.map(({ value }: { value: string }) => value)).toEqual(['2', '3']);
    expect(after.event).toEqual([{ listen: 'test', script }]);
    expect(after.item).toEqual(before.item);
  });

  it.each([
    [{}, "'info' key is mandatory when 'collection' is empty."],
    [{ item: [] }, "Invalid parameters: ('item') for key: 'collection'"],
    [{ info: { schema: 'x' } }, "Invalid parameters: ('schema') for key: 'collection.info'"],
    [{ variable: [{ key: 'a' }] }, "Parameters required: ('value') for key: 'collection.variables'"],
    [
      { events: [{ listen: 'bell', script: { id: '1', type: 'a', exec: [] } }] },
      "Invalid parameters: ('bell') for key: 'collection.events.listen'",
    ],
    [
      { events: [{ listen: 'test', script: { id: 1, type: 'a', exec: [] } }] },
      "Invalid parameters: ('id') for key: 'collection.events.script'",
    ],
    [
      { events: [{ listen: 'test', script: { id: '1', type: 'a', exec: 'one' } }] },
      "Invalid parameters: ('exec') for key: 'collection.events.script'",
    ],
    [{ auth: { type: 'magic' } }, "Invalid parameters: ('magic') for key: 'collection.auth.type'"],
    [{ auth: { type: 'apikey' } }, "The key 'apikey' must be present in 'collection.auth' when 'type' is 'apikey'."],
    [{ events: [{ listen: 'test', id: '1' }] }, "Invalid parameters: ('id') for key: 'collection.events'"],
  ])('refuses %j', async (collection, message) => {
    const emulator = await start();
    const { uid } = await create(emulator);
    const { status, body } = await emulator.call('PATCH', `/collections/${uid}`, { collection });
    expect([status, body.error.message]).toEqual([400, message]);
  });

  it('cancels the second of two at the same time', async () => {
    const emulator = await start({ profile: { patchMs: 400 } });
    const { uid } = await create(emulator);
    const patch = (name: string) => emulator.call('PATCH', `/collections/${uid}`, { collection: { info: { name } } });
    const statuses = (await Promise.all([patch('A'), patch('B')])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409]);
  });
});

describe('forks, duplicates and deletion', () => {
  it.each(['limit=x', 'limit=0', 'limit=1.5', 'direction=up', 'cursor=zz'])(
    'refuses to page through forks by %s',
    async (query) => {
      const { status, body } = await (await start()).call('GET', `/collections/collection-forks?${query}`);
      expect([status, body.error.name]).toEqual([400, 'badRequest']);
    },
  );

  it('forks into a workspace, lists the forks, and marks them', async () => {
    const emulator = await start();
    const source = await create(emulator);
    expect((await emulator.call('GET', `/collections/${source.uid}/forks`)).status).toBe(400);
    const made = await emulator.call('POST', `/collections/fork/${source.uid}${emulator.here}`, { label: 'Mine' });
    const { collection } = made.body;
    expect(collection.fork).toMatchObject({ label: 'Mine', from: source.uid });
    const forks = await emulator.call('GET', `/collections/${source.uid}/forks`);
    expect(forks.body).toMatchObject({ data: [{ forkName: 'Mine', forkId: collection.uid }], meta: { total: 1 } });
    const own = await emulator.call('GET', '/collections/collection-forks');
    expect(own.body.data).toMatchObject([{ forkId: collection.uid, sourceId: source.uid }]);
    expect((await read(emulator, collection.uid)).info.fork.label).toBe('Mine');
    const nowhere = await emulator.call('GET', `/collections/${source.uid.replace(/.$/, 'x')}/forks`);
    expect([nowhere.status, nowhere.body.error.name]).toEqual([404, 'notFoundError']);
    const listed = (await emulator.call('GET', '/collections')).body.collections;
    expect(listed[1].fork.from).toBe(source.uid);
  });

  it('duplicates by a task, which fails for a missing collection', async () => {
    const emulator = await start({ profile: { taskMs: 0 } });
    const { uid } = await create(emulator);
    const duplicate = async (id: string) => {
      const body = { workspace: emulator.workspaceId, suffix: 'copy' };
      const { task } = (await emulator.call('POST', `/collections/${id}/duplicates`, body)).body;
      expect(task.status).toBe('processing');
      return (await emulator.call('GET', `/collection-duplicate-tasks/${task.id}`)).body.task;
    };
    expect(await duplicate(uid)).toMatchObject({ status: 'completed', reason: null });
    expect((await emulator.call('GET', '/collections?name=Orders%20copy')).body.collections).toHaveLength(1);
    const unknown = '1-12ece9e1-2abf-4edc-8e34-de66e74114d2';
    expect(await duplicate(unknown)).toMatchObject({ status: 'failed', reason: 'instance not found' });
  });

  it('deletes its monitors and deactivates its mocks when it is deleted', async () => {
    const emulator = await start();
    const { id, uid } = await create(emulator);
    const schedule = { cron: '0 0 * * *', timezone: 'UTC' };
    const monitor = { monitor: { name: 'M', collection: uid, schedule } };
    await emulator.call('POST', `/monitors${emulator.here}`, monitor);
    const made = await emulator.call('POST', `/mocks${emulator.here}`, { mock: { collection: uid } });
    expect((await emulator.call('DELETE', `/collections/${uid}`)).body).toEqual({ collection: { id, uid } });
    expect((await emulator.call('GET', '/monitors')).body.monitors).toEqual([]);
    expect((await emulator.call('GET', `/mocks/${made.body.mock.id}`)).body.mock.deactivated).toBe(true);
    expect((await emulator.call('GET', '/mocks')).body.mocks).toEqual([]);
  });
});
