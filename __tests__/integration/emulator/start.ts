import { afterEach } from '@jest/globals';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../../src/emulator/index.ts';

/** An answer of the emulator; the body is whatever JSON it was. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read into answers of many shapes.
  readonly body: any;
  readonly text: string;
}

export interface Driver extends Emulator {
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** One of the emulator's own endpoints. */
  control(method: string, path: string, body?: unknown): Promise<Reply>;
  /** `?workspace=` of the team workspace. */
  readonly here: string;
}

export const format = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** The smallest collection with one request. */
export const collectionNamed = (name: string, request: unknown = 'http://localhost/') => ({
  collection: { info: { name, schema: format }, item: [{ name: 'Request', request }] },
});

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const send = async (url: string, init: RequestInit): Promise<Reply> => {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parse(text), text };
};

const running: Emulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
});

/** Starts an emulator that is closed after the test. Without the tighter buckets, unless a test wants them. */
export const start = async (options: EmulatorOptions = {}): Promise<Driver> => {
  const emulator = await createEmulator({ ...options, profile: { specialLimit: 0, patchMs: 1, ...options.profile } });
  running.push(emulator);
  const json = { 'content-type': 'application/json' };
  return {
    url: emulator.url,
    apiKey: emulator.apiKey,
    workspaceId: emulator.workspaceId,
    get journal() {
      return emulator.journal;
    },
    reset: () => emulator.reset(),
    idle: () => emulator.idle(),
    close: () => emulator.close(),
    here: `?workspace=${emulator.workspaceId}`,
    call: (method, path, body, headers) =>
      send(`${emulator.url}${path}`, {
        method,
        headers: { 'x-api-key': emulator.apiKey, ...(body === undefined ? {} : json), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    control: (method, path, body) =>
      send(`${emulator.url}${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
  };
};
