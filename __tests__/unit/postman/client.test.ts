import { describe, expect, it } from '@jest/globals';
import { PostmanError } from '../../../src/core/model/errors.ts';
import { uid, workspaceId } from '../../../src/core/model/ids.ts';
import { createPostman } from '../../../src/postman/client.ts';
import type { Call } from '../../../src/postman/http/request.ts';
import type { Sender } from '../../../src/postman/sender.ts';

const WORKSPACE = workspaceId('1f0df51a-8658-4ee8-a2a1-d2567dfa09a9');
const UID = uid('1-12ece9e1-2abf-4edc-8e34-de66e74114d2');
const content = { info: { name: 'Orders' } };

/** A client whose sender gives these answers in turn, and what it was asked to send. */
function clientOf(...answers: readonly unknown[]) {
  const calls: Omit<Call<unknown>, 'decode'>[] = [];
  const left = [...answers];
  const sender = {
    send: async ({ decode, ...call }: Call<unknown>) => {
      calls.push(call);
      const answer = left.shift();
      if (answer instanceof Error) throw answer;
      return decode(answer);
    },
    use: () => ({ limits: {}, apiCalls: 3, waitedMs: 0 }),
    serverNow: () => new Date(0),
  };
  return { postman: createPostman(sender as unknown as Sender), calls };
}

const pageOf = (length: number, meta?: object) => ({
  collections: Array.from({ length }, (_, at) => ({ id: `c${at}`, uid: `1-c${at}`, name: `C ${at}` })),
  ...(meta ? { meta } : {}),
});

const failed = (code: 'not-found' | 'forbidden'): PostmanError =>
  new PostmanError({ code, message: 'Could not delete it.', remedy: 'Look.' });

describe('the client', () => {
  it.each<[string, object, object]>([
    [
      'the full name, the team and the usage, with 0 for what is not told',
      {
        user: { id: 7, fullName: 'Ada L', username: 'ada', email: 'a@b.c', teamName: 'Acme' },
        operations: [{ name: 'api_usage', limit: '100', usage: 5, overage: 1 }, { name: 'mock_usage' }],
      },
      {
        user: 'Ada L',
        team: 'Acme',
        usage: [
          { name: 'api_usage', limit: 100, usage: 5, overage: 1 },
          { name: 'mock_usage', limit: 0, usage: 0, overage: 0 },
        ],
      },
    ],
    ['the user name else', { user: { id: 7, fullName: '', username: 'ada' } }, { user: 'ada', usage: [] }],
    ['the address else', { user: { id: 7, username: null, email: 'a@b.c' } }, { user: 'a@b.c', usage: [] }],
    ['the id else', { user: { id: 'x', teamName: '' }, operations: null }, { user: 'user x', usage: [] }],
  ])('reads of the key %s', async (_, answer, account) => {
    const { postman, calls } = clientOf(answer);
    expect(await postman.me()).toEqual(account);
    expect(calls).toEqual([{ method: 'GET', path: '/me', what: "read the key's user and usage" }]);
  });

  it.each([
    ['with its envelope', true],
    ['without its envelope', false],
  ])('reads a workspace %s', async (_, wrapped) => {
    const workspace = {
      ...{ id: WORKSPACE, name: 'Shop' },
      collections: [{ id: 'c', uid: '1-c', name: 'C', updatedAt: '2026-01-31T12:00:00.000Z' }],
      environments: [{ id: 'e', name: 'E', updatedAt: 'yesterday' }],
      monitors: [{ id: 'm', uid: '1-m', name: 'M' }],
    };
    const { postman, calls } = clientOf(wrapped ? { workspace } : workspace);
    expect(await postman.workspace(WORKSPACE)).toEqual({
      id: WORKSPACE,
      name: 'Shop',
      resources: [
        { kind: 'collection', uid: '1-c', name: 'C', updatedAt: new Date('2026-01-31T12:00:00.000Z') },
        { kind: 'environment', uid: 'e', name: 'E' },
        { kind: 'monitor', uid: '1-m', name: 'M' },
        { kind: 'globals', uid: WORKSPACE, name: 'Globals' },
      ],
    });
    expect(calls).toEqual([{ method: 'GET', path: `/workspaces/${WORKSPACE}`, what: `read workspace ${WORKSPACE}` }]);
  });

  it('reads an empty workspace, and the list of workspaces', async () => {
    const { postman, calls } = clientOf(
      { id: WORKSPACE, name: 'Shop' },
      { workspaces: [{ id: 'w', name: 'W', x: 1 }] },
    );
    expect((await postman.workspace(WORKSPACE)).resources).toHaveLength(1);
    expect(await postman.workspaces()).toEqual([{ id: 'w', name: 'W' }]);
    expect(calls[1]).toEqual({ method: 'GET', path: '/workspaces', what: 'list the workspaces' });
  });

  it.each([
    ['until the total is reached', [pageOf(2, { total: 3 }), pageOf(3, { total: 3 })], [0, 2], 3],
    ['while pages are full, where no total is told', [pageOf(1000), pageOf(3)], [0, 1000], 1000],
    ['until a page brings nothing new', [pageOf(2, { total: 9 }), pageOf(2, { total: 9 })], [0, 2], 2],
    ['once, where the page is not full', [pageOf(999)], [0], 999],
    ['once, where the total is null', [{ ...pageOf(2), meta: null }], [0], 2],
  ])('lists collections page by page: %s', async (_, answers, offsets, length) => {
    const { postman, calls } = clientOf(...answers);
    expect(await postman.list('collection', WORKSPACE)).toHaveLength(length);
    const path = (offset: number) => `/collections?workspace=${WORKSPACE}&limit=1000&offset=${offset}`;
    expect(calls).toEqual(
      offsets.map((offset) => ({ method: 'GET', path: path(offset), what: 'list the collections' })),
    );
  });

  it('asks Postman for collections of a name, and filters the other lists itself', async () => {
    const named = [
      { id: 'a', uid: '1-a', name: 'A' },
      { id: 'b', uid: '1-b', name: 'B' },
    ];
    const { postman, calls } = clientOf({ collections: named }, { environments: named }, { environments: named });
    expect(await postman.list('collection', WORKSPACE, 'A')).toEqual([{ kind: 'collection', uid: '1-a', name: 'A' }]);
    expect(await postman.list('environment', WORKSPACE, 'B')).toMatchObject([{ kind: 'environment', uid: '1-b' }]);
    expect(await postman.list('environment', WORKSPACE)).toHaveLength(2);
    expect(await postman.list('globals', WORKSPACE)).toEqual([]);
    expect(calls.map(({ path }) => path)).toEqual([
      `/collections?workspace=${WORKSPACE}&name=A`,
      `/environments?workspace=${WORKSPACE}`,
      `/environments?workspace=${WORKSPACE}`,
    ]);
  });

  it('reads content out of its envelope, and globals as they come', async () => {
    const globals = { values: [] };
    const { postman, calls } = clientOf({ collection: content }, globals, { values: 1 });
    expect(await postman.fetch({ kind: 'collection', uid: UID, name: 'Orders' })).toBe(content);
    expect(await postman.fetch({ kind: 'globals', uid: uid(WORKSPACE), name: 'Globals' })).toBe(globals);
    await expect(postman.fetch({ kind: 'globals', uid: uid(WORKSPACE), name: 'Globals' })).rejects.toThrow();
    expect(calls.slice(0, 2)).toEqual([
      { method: 'GET', path: `/collections/${UID}`, what: 'read collection "Orders"' },
      { method: 'GET', path: `/workspaces/${WORKSPACE}/global-variables`, what: 'read globals "Globals"' },
    ]);
  });

  it('creates in a workspace, and returns the new uid', async () => {
    const { postman, calls } = clientOf({ environment: { uid: '1-e' } }, { environment: { uid: '' } });
    const upload = { kind: 'environment', name: 'Local', content: { name: 'Local' } } as const;
    expect(await postman.create({ ...upload, isRecord: true }, WORKSPACE)).toBe('1-e');
    expect(calls).toEqual([
      {
        method: 'POST',
        path: `/environments?workspace=${WORKSPACE}`,
        body: '{"environment":{"name":"Local"}}',
        what: 'create environment "Local"',
        isRecord: true,
      },
    ]);
    await expect(postman.create(upload, WORKSPACE)).rejects.toThrow();
    expect(calls[1]?.isRecord).toBe(false);
  });

  it('replaces content in its envelope, and globals without one', async () => {
    const { postman, calls } = clientOf({ collection: { uid: UID } }, {});
    await postman.replace({ kind: 'collection', name: 'Orders', content }, UID);
    await postman.replace(
      { kind: 'globals', name: 'Globals', content: { values: [] }, isRecord: true },
      uid(WORKSPACE),
    );
    expect(calls).toEqual([
      {
        ...{ method: 'PUT', path: `/collections/${UID}`, body: JSON.stringify({ collection: content }) },
        ...{ what: 'update collection "Orders"', isRecord: false },
      },
      {
        ...{ method: 'PUT', path: `/workspaces/${WORKSPACE}/global-variables`, body: '{"values":[]}' },
        ...{ what: 'update globals "Globals"', isRecord: true },
      },
    ]);
  });

  it.each([
    ['collection', 5_000_000, undefined],
    ['collection', 5_000_001, { prefer: 'respond-async' }],
    ['environment', 5_000_001, undefined],
  ] as const)('replaces a %s of %d bytes at once or as a task', async (kind, bytes, headers) => {
    const { postman, calls } = clientOf({ [kind]: { uid: UID } });
    const frame = JSON.stringify({ [kind]: { text: '' } }).length;
    await postman.replace({ kind, name: 'Big', content: { text: 'x'.repeat(bytes - frame) } }, UID);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.headers).toEqual(headers);
  });

  it('deletes, and accepts that the resource is gone already', async () => {
    const { postman, calls } = clientOf(undefined, failed('not-found'), failed('forbidden'));
    const resource = { kind: 'monitor', uid: UID, name: 'Watch' } as const;
    await postman.remove(resource);
    await postman.remove(resource);
    await expect(postman.remove(resource)).rejects.toMatchObject({ code: 'forbidden' });
    expect(calls[0]).toEqual({ method: 'DELETE', path: `/monitors/${UID}`, what: 'delete monitor "Watch"' });
  });

  it('never creates or deletes globals', async () => {
    const { postman, calls } = clientOf();
    const globals = { kind: 'globals', name: 'Globals', content: {} } as const;
    await expect(postman.create(globals, WORKSPACE)).rejects.toThrow('has its globals already');
    await expect(postman.remove({ ...globals, uid: uid(WORKSPACE) })).rejects.toThrow('cannot be deleted');
    expect(calls).toEqual([]);
  });
});
