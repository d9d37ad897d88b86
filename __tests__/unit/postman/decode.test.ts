import { describe, expect, it } from '@jest/globals';
import {
  decodeContent,
  decodeCreated,
  decodeGlobals,
  decodeList,
  decodeMe,
  decodeWorkspace,
  decodeWorkspaces,
} from '../../../src/postman/decode.ts';

const orders = { id: 'a', uid: '1-a', name: 'Orders', updatedAt: '2026-01-02T03:04:05.000Z', createdAt: 'never' };
const listedOrders = { uid: '1-a', name: 'Orders', updatedAt: new Date('2026-01-02T03:04:05.000Z') };

describe('a workspace', () => {
  const workspace = { id: 'w', name: 'Shop', collections: [orders], environments: [{ id: 'e', name: 'Local' }] };
  const resources = [
    { kind: 'collection', ...listedOrders },
    { kind: 'environment', uid: 'e', name: 'Local' },
    { kind: 'monitor', uid: '1-m', name: 'Watch' },
    { kind: 'globals', uid: 'w', name: 'Globals' },
  ];

  it.each([
    ['in its envelope', (content: object) => ({ workspace: content })],
    ['without one', (content: object) => content],
  ])('lists what is in it, globals included: %s', (_, wrapped) => {
    const answer = wrapped({ ...workspace, monitors: [{ id: 'm', uid: '1-m', name: 'Watch' }] });
    const decoded = decodeWorkspace(answer);
    expect(decoded).toMatchObject({ id: 'w', name: 'Shop' });
    expect([...decoded.resources].sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual(
      [...resources].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    );
  });

  it('may be empty, and is nothing else', () => {
    expect(decodeWorkspace({ workspace: { id: 'w', name: 'Shop' } }).resources).toHaveLength(1);
    expect(() => decodeWorkspace({ workspace: { id: 'w' } })).toThrow();
    expect(() => decodeWorkspace({ error: 'no' })).toThrow();
    expect(decodeWorkspaces({ workspaces: [{ id: 'w', name: 'Shop', type: 'team' }] })).toEqual([
      { id: 'w', name: 'Shop' },
    ]);
  });
});

describe('a list', () => {
  it.each(['collection', 'environment'] as const)('has every %s, and the total where there are pages', (kind) => {
    const list = { [`${kind}s`]: [orders] };
    expect(decodeList(kind, list)).toEqual({ resources: [{ kind, ...listedOrders }] });
    for (const meta of [null, {}]) expect(decodeList(kind, { ...list, meta })).not.toHaveProperty('total');
    expect(decodeList(kind, { ...list, meta: { total: 7 } }).total).toBe(7);
    expect(() => decodeList(kind, {})).toThrow();
  });
});

describe('a resource', () => {
  it('is the object in its envelope as it is, keys such as __proto__ included', () => {
    const content = JSON.parse('{"info":{},"__proto__":{"a":1}}');
    expect(decodeContent({ collection: content }, 'collection')).toBe(content);
    expect(decodeGlobals({ values: [] })).toEqual({ values: [] });
    for (const wrong of [{ collection: [] }, {}, null]) expect(() => decodeContent(wrong, 'collection')).toThrow();
    for (const wrong of [{}, { values: {} }, []]) expect(() => decodeGlobals(wrong)).toThrow();
  });

  it('has a uid once it is created', () => {
    expect(decodeCreated({ environment: { uid: '1-e', id: 'e' } }, 'environment')).toBe('1-e');
    for (const wrong of [{ environment: { uid: '' } }, { environment: {} }, {}])
      expect(() => decodeCreated(wrong, 'environment')).toThrow();
  });
});

describe('the account', () => {
  it.each([
    [{ fullName: 'Ada L', username: 'ada', email: 'a@b.c' }, 'Ada L'],
    [{ fullName: '', username: 'ada', email: 'a@b.c' }, 'ada'],
    [{ username: null, email: 'a@b.c' }, 'a@b.c'],
    [{}, 'user 7'],
  ])('is called by the best name that it has: %j', (names, user) => {
    expect(decodeMe({ user: { id: 7, ...names } })).toEqual({ user, usage: [] });
  });

  it('has its team and what the month has used, numbers in any form', () => {
    const operations = [{ name: 'api_usage', limit: '1000', usage: 3, overage: null }, { name: 'flows' }];
    expect(decodeMe({ user: { id: '7', teamName: 'Shop' }, operations })).toEqual({
      user: 'user 7',
      team: 'Shop',
      usage: [
        { name: 'api_usage', limit: 1000, usage: 3, overage: 0 },
        { name: 'flows', limit: 0, usage: 0, overage: 0 },
      ],
    });
    expect(decodeMe({ user: { id: '7', teamName: '' }, operations: null })).toEqual({ user: 'user 7', usage: [] });
  });
});
