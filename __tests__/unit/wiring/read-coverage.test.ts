import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readCoverage } from '../../../src/wiring/read-coverage.ts';

let folder: string;

const write = (path: string, content: unknown): Promise<void> =>
  writeFile(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));

const read = (inputs: Readonly<Record<string, string>> = {}) =>
  readCoverage(new Map(Object.entries({ command: 'coverage', ...inputs })), folder);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coverage-'));
  await write('api.yaml', 'openapi: 3.1.0\npaths:\n  /orders: { get: {}, post: {} }\n  /health: { get: {} }\n');
  const test = { listen: 'test', script: { exec: ['pm.test("x", () => {})'] } };
  const request = (url: string, event = [test]) => ({ name: url, event, request: { method: 'GET', url } });
  await write('a.postman_collection.json', {
    info: { name: 'A', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [request('{{baseUrl}}/orders?page={{page}}'), request('{{baseUrl}}/health', [])],
  });
});

afterEach(() => rm(folder, { recursive: true }));

describe('the coverage of the files', () => {
  it('counts the operations that requests with assertions call', async () => {
    const { coverage } = await read({ openapi: 'api.yaml' });
    expect(coverage).toMatchObject({ operations: 3, tested: 1, percent: 33.3 });
    expect(coverage.untested).toEqual(['POST /orders', 'GET /health']);
  });

  it('reads documents and threshold from the configuration without environment variables', async () => {
    const suite = '{ collection: A, variables: { token: { env: NOT_SET } } }';
    await write('postman-sync.yaml', `openapi: api.yaml\nthresholds: { coverage: 80% }\nsuites: [${suite}]\n`);
    expect((await read()).least).toBe(0.8);
  });

  it('fails without a document, or with an invalid one', async () => {
    await expect(read()).rejects.toThrow('no OpenAPI document is named');
    await write('api.yaml', 'swagger: "2.0"\n');
    await expect(read({ openapi: 'api.yaml' })).rejects.toThrow('Swagger 2.0 is not supported');
  });
});
