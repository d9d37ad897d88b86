import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEmulator, type Emulator } from '../../src/emulator/index.ts';

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}

const file = new URL('./example-answers.json', import.meta.url);
const examples = JSON.parse(await readFile(file, 'utf8')) as Record<string, Answer>;

const format = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const kindOf = (text: string): string => {
  if (new RegExp(`^${uuid}$`).test(text)) return 'id';
  if (new RegExp(`^\\d+-${uuid}$`).test(text)) return 'uid';
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return 'time';
  return /^\d+$/.test(text) ? 'digits' : 'text';
};

/** What an answer looks like, whatever the values: lists are told by their first element. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value === 'string') return kindOf(value);
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shapeOf(member)]));
};

const errorName = (body: unknown): unknown => (body as { error?: { name?: string } }).error?.name;

describe('example answers of the Postman API', () => {
  const produced: Record<string, Answer> = {};
  let emulator: Emulator;

  const ask = async (
    name: string,
    [method, path, body]: readonly [string, string, unknown?],
    key = emulator.apiKey,
  ) => {
    const later = name.endsWith(', later') ? { prefer: 'respond-async' } : {};
    const answer = await fetch(`${emulator.url}${path}`, {
      method,
      headers: { 'x-api-key': key, 'content-type': 'application/json', ...later },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: the answers have many shapes.
    const json = (await answer.json()) as any;
    produced[name] = { status: answer.status, contentType: answer.headers.get('content-type') ?? '', body: json };
    return json;
  };

  const askAboutCollections = async (): Promise<{ uid: string; content: unknown }> => {
    const url = { raw: '{{base}}/orders' };
    const response = [{ name: 'Empty list', code: 200, body: '[]' }];
    const item = [{ name: 'List orders', request: { method: 'GET', url }, response }];
    const content = { collection: { info: { name: 'Orders', schema: format }, item } };
    const here = `/collections?workspace=${emulator.workspaceId}`;
    const { uid } = (await ask('createCollection', ['POST', here, content])).collection;
    await ask('createCollection, malformed', ['POST', here, { collection: { info: content.collection.info } }]);
    await ask('getCollections', ['GET', `${here}&limit=10&offset=0`]);
    await ask('getCollection', ['GET', `/collections/${uid}`]);
    const unknown = '/collections/a2b6c7a8-1111-4c6e-8c1d-0c2bb2a0a002';
    await ask('getCollection, unknown', ['GET', unknown]);
    await ask('deleteCollection, unknown', ['DELETE', unknown]);
    return { uid, content };
  };

  const askAboutMonitors = async (collection: string): Promise<void> => {
    const environments = `/environments?workspace=${emulator.workspaceId}`;
    const values = [{ key: 'base', value: 'https://stage.example.com' }];
    const made = await ask('createEnvironment', ['POST', environments, { environment: { name: 'Stage', values } }]);
    await ask('getEnvironments', ['GET', environments]);
    await ask('getEnvironment', ['GET', `/environments/${made.environment.uid}`]);
    const monitor = {
      name: 'Watch',
      collection,
      environment: made.environment.uid,
      schedule: { cron: '0 17 * * *', timezone: 'UTC' },
      distribution: [{ region: 'us-east' }],
      notifications: { onError: [{ email: 'oncall@example.com' }], onFailure: [] },
    };
    const here = `/monitors?workspace=${emulator.workspaceId}`;
    const { id } = (await ask('createMonitor', ['POST', here, { monitor }])).monitor;
    const tooOften = { ...monitor, schedule: { cron: '* * * * *', timezone: 'UTC' } };
    await ask('createMonitor, too often', ['POST', here, { monitor: tooOften }]);
    await ask('getMonitors', ['GET', here]);
    await ask('getMonitor', ['GET', `/monitors/${id}`]);
    await ask('runMonitor, later', ['POST', `/monitors/${id}/run?async=true`]);
  };

  const set = (settings: Record<string, unknown>) =>
    fetch(`${emulator.url}/__profile`, { method: 'PATCH', body: JSON.stringify(settings) });

  beforeAll(async () => {
    emulator = await createEmulator({ profile: { taskMs: 60_000 } });
    await ask('getAuthenticatedUser', ['GET', '/me']);
    await ask('getWorkspaces', ['GET', '/workspaces']);
    await ask('getWorkspace, unknown', ['GET', '/workspaces/0f3cf1f2-7d0c-4f0e-a5f7-0c2bb2a0a001']);
    const { uid, content } = await askAboutCollections();
    await askAboutMonitors(uid);
    await ask('getWorkspace', ['GET', `/workspaces/${emulator.workspaceId}`]);
    await ask('putCollection', ['PUT', `/collections/${uid}`, content]);
    await ask('putCollection, later', ['PUT', `/collections/${uid}`, content]);
    await ask('putCollection, busy', ['PUT', `/collections/${uid}`, content]);
    await ask('any, without a key', ['GET', '/me'], '');
    await set({ rateLimit: 1 });
    await ask('any, in a full window', ['GET', '/me']);
    await set({ quota: 0 });
    await ask('any, in a full month', ['GET', '/me']);
  });

  afterAll(() => emulator?.close());

  it.each(Object.keys(examples))('%s: the emulator answers in the same shape', (name) => {
    const { status, contentType, body } = produced[name]!;
    const example = examples[name]!;
    expect({ status, contentType, shape: shapeOf(body), error: errorName(body) }).toEqual({
      status: example.status,
      contentType: example.contentType,
      shape: shapeOf(example.body),
      error: errorName(example.body),
    });
  });
});
