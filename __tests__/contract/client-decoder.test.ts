import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import {
  decodeContent,
  decodeCreated,
  decodeList,
  decodeMe,
  decodeWorkspace,
  decodeWorkspaces,
} from '../../src/postman/decode.ts';

const file = new URL('./example-answers.json', import.meta.url);
const examples = JSON.parse(await readFile(file, 'utf8')) as Record<string, { readonly body: unknown }>;
const body = (name: string): unknown => examples[name]?.body;

describe("the client's decoder and the example answers", () => {
  it('understands the account', () => {
    expect(decodeMe(body('getAuthenticatedUser'))).toEqual({
      user: 'Sam Sample',
      team: 'Samples',
      usage: [{ name: 'api_usage', limit: 10_000, usage: 812, overage: 0 }],
    });
  });

  it('understands workspaces and what is in them', () => {
    expect(decodeWorkspaces(body('getWorkspaces'))).toMatchObject([{ name: 'Samples' }]);
    const { resources } = decodeWorkspace(body('getWorkspace'));
    expect(resources).toContainEqual({
      kind: 'collection',
      uid: '40123456-a2b6c7a8-1111-4c6e-8c1d-0c2bb2a0a002',
      name: 'Orders',
    });
    expect(resources).toContainEqual(expect.objectContaining({ kind: 'environment', name: 'Stage' }));
  });

  it('understands lists, with and without paging', () => {
    expect(decodeList('collection', body('getCollections'))).toMatchObject({
      total: 1,
      resources: [{ kind: 'collection', name: 'Orders' }],
    });
    expect(decodeList('environment', body('getEnvironments')).resources).toMatchObject([{ name: 'Stage' }]);
  });

  it('takes contents out of their envelope whole', () => {
    const { collection } = body('getCollection') as { collection: unknown };
    expect(decodeContent(body('getCollection'), 'collection')).toEqual(collection);
    expect(decodeContent(body('getEnvironment'), 'environment')).toMatchObject({ name: 'Stage' });
    const odd = '{"environment":{"__proto__":{"a":1},"name":"Odd"}}';
    expect(JSON.stringify({ environment: decodeContent(JSON.parse(odd), 'environment') })).toBe(odd);
  });

  it.each([
    ['createCollection', 'collection', '40123456-a2b6c7a8-1111-4c6e-8c1d-0c2bb2a0a002'],
    ['createEnvironment', 'environment', '40123456-b3c7d8b9-2222-4d7f-9d2e-0c2bb2a0a003'],
    ['createMonitor', 'monitor', '40123456-c4d8e9ca-3333-4e80-8e3f-0c2bb2a0a004'],
  ])('finds the uid in the answer of %s', (name, envelope, uid) => {
    expect(decodeCreated(body(name), envelope)).toBe(uid);
  });
});
