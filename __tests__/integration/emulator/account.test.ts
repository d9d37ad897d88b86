import { describe, expect, it } from '@jest/globals';
import { collectionNamed, start } from './start.ts';

describe('the key', () => {
  it('is required, with either error envelope', async () => {
    const emulator = await start();
    const missing = await fetch(`${emulator.url}/me`);
    expect(missing.status).toBe(401);
    expect(await missing.json()).toEqual({
      error: {
        name: 'AuthenticationError',
        message: 'Invalid API Key. Every request requires a valid API Key to be sent.',
      },
    });
    await emulator.control('PATCH', '/__profile', { unauthorized: 'problem' });
    const wrong = await emulator.call('GET', '/me', undefined, { 'x-api-key': 'PMAK-wrong' });
    expect(wrong.headers.get('content-type')).toBe('application/problem+json');
    expect(wrong.body.detail).toBe('A valid API key must be provided in the request header.');
  });

  it('may come in the query, but never appears in the journal or the log', async () => {
    const lines: string[] = [];
    const emulator = await start({ log: (line) => lines.push(line) });
    const answer = await fetch(`${emulator.url}/me?apikey=${emulator.apiKey}`);
    expect(answer.status).toBe(200);
    await emulator.call('GET', '/me');
    expect(lines).toHaveLength(2);
    expect(JSON.stringify(emulator.journal) + lines.join('')).not.toContain(emulator.apiKey);
    expect(emulator.journal[0]?.query).toEqual({ apikey: '***' });
  });

  it('may be one of several of a user, and may be expired', async () => {
    const emulator = await start({ profile: { rateLimit: 2 } });
    const second = (await emulator.control('POST', '/__keys', { user: 'owner' })).body.key;
    const expired = (await emulator.control('POST', '/__keys', { expired: true })).body.key;
    const other = (await emulator.control('POST', '/__keys', { user: 'teammate' })).body.key;
    const status = async (key: string) => (await emulator.call('GET', '/me', undefined, { 'x-api-key': key })).status;
    expect(await status(expired)).toBe(401);
    expect([await status(emulator.apiKey), await status(second), await status(second)]).toEqual([200, 200, 429]);
    expect(await status(other)).toBe(200);
  });
});

describe('GET /me', () => {
  it('counts its own call, and matches the headers', async () => {
    const emulator = await start({ quota: 100 });
    await emulator.call('GET', '/environments');
    const { body, headers } = await emulator.call('GET', '/me');
    expect(body.operations).toContainEqual({ name: 'api_usage', limit: 100, usage: 2, overage: 0 });
    expect(headers.get('x-ratelimit-remaining-month')).toBe('98');
  });

  it.each([
    ['guest', (body: { operations?: unknown }) => expect(body.operations).toBeUndefined()],
    ['service-account', (body: { user: object }) => expect(body.user).toMatchObject({ username: null, email: null })],
    ['no-team', (body: { user: object }) => expect(body.user).toMatchObject({ teamId: 0, teamName: '' })],
    ['free', (body: { operations: object[] }) => expect(JSON.stringify(body.operations)).toContain('flow_count')],
  ] as const)('describes the account of a %s', async (account, check) => {
    const emulator = await start({ profile: { account } });
    check((await emulator.call('GET', '/me')).body);
  });
});

describe('workspaces', () => {
  it('are at first a team workspace and a personal one', async () => {
    const emulator = await start();
    const { body } = await emulator.call('GET', '/workspaces');
    expect(body.workspaces.map((each: { visibility: string }) => each.visibility)).toEqual(['team', 'personal']);
    expect(body.workspaces[0].id).toBe(emulator.workspaceId);
  });

  it('show their elements with uids', async () => {
    const emulator = await start();
    const { collection } = (await emulator.call('POST', `/collections${emulator.here}`, collectionNamed('A'))).body;
    const { workspace } = (await emulator.call('GET', `/workspaces/${emulator.workspaceId}`)).body;
    expect(workspace).toMatchObject({ collections: [collection], environments: [], monitors: [], mocks: [] });
  });

  it('can omit kinds of resources that they do not have', async () => {
    const emulator = await start({ profile: { emptyElements: 'omit' } });
    const { workspace } = (await emulator.call('GET', `/workspaces/${emulator.workspaceId}`)).body;
    expect(workspace).not.toHaveProperty('collections');
  });

  it('have their own error when they are missing', async () => {
    const emulator = await start();
    const { status, body } = await emulator.call('GET', '/workspaces/1f0df51a-8658-4ee8-a2a1-d2567dfa09a9');
    expect(status).toBe(404);
    expect(body.error).toEqual({ name: 'workspaceNotFoundError', message: 'Workspace not found', statusCode: 404 });
  });

  it('can be created, renamed, listed in pages and deleted with their resources', async () => {
    const emulator = await start();
    const made = await emulator.call('POST', '/workspaces', { workspace: { name: 'New', type: 'team' } });
    const { id } = made.body.workspace;
    await emulator.call('PUT', `/workspaces/${id}`, { workspace: { name: 'Renamed' } });
    const { collection } = (await emulator.call('POST', `/collections?workspace=${id}`, collectionNamed('A'))).body;
    const first = await emulator.call('GET', '/workspaces?limit=2');
    const second = await emulator.call('GET', `/workspaces?limit=2&cursor=${first.body.meta.nextCursor}`);
    expect(second.body.workspaces).toMatchObject([{ name: 'Renamed' }]);
    await emulator.call('DELETE', `/workspaces/${id}`);
    expect((await emulator.call('GET', `/collections/${collection.uid}`)).status).toBe(400);
  });

  it('do not include personal workspaces of other users', async () => {
    const emulator = await start();
    const { key } = (await emulator.control('POST', '/__keys', { user: 'teammate' })).body;
    const theirs = { 'x-api-key': key };
    const { collection } = (await emulator.call('POST', '/collections', collectionNamed('Mine'), theirs)).body;
    expect((await emulator.call('GET', `/collections/${collection.uid}`, undefined, theirs)).status).toBe(200);
    expect((await emulator.call('GET', `/collections/${collection.uid}`)).status).toBe(400);
    expect((await emulator.call('GET', '/collections')).body.collections).toEqual([]);
  });

  it('have global variables, replaced as a whole', async () => {
    const emulator = await start();
    const path = `/workspaces/${emulator.workspaceId}/global-variables`;
    const values = [{ key: 'a', value: '1', type: 'default', enabled: true }];
    expect((await emulator.call('PUT', path, { values })).body).toEqual({ values });
    expect((await emulator.call('PUT', path, {})).status).toBe(400);
    expect((await emulator.call('GET', path)).body).toEqual({ values });
    await emulator.call('PUT', path, { values: [] });
    expect((await emulator.call('GET', path)).body).toEqual({ values: [] });
  });
});
