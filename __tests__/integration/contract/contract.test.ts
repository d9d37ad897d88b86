import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { exitCodeOf } from '../../../src/core/model/verdict.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { renderOutputs } from '../../../src/render/outputs.ts';
import { renderResult } from '../../../src/render/text.ts';
import { execute } from '../../../src/wiring/execute.ts';
import { programEntry } from '../../support/compile.ts';
import { startServer, type TestServer } from '../../support/http-server.ts';
import { documented } from '../../support/report-file.ts';

const ORDERS = {
  '/v1/orders/1': { id: 'one', token: 'top-secret-value' },
  '/v1/orders': [{ id: 1 }, { id: 'x' }, { id: 'y' }],
};

let server: TestServer;
let folder: string;

beforeAll(async () => {
  server = await startServer((request, response) => {
    if (request.url === '/v1/moved') response.writeHead(302, { location: '/v1/orders' });
    else response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(ORDERS[request.url as keyof typeof ORDERS] ?? {}));
  });
});

afterAll(async () => {
  await server.close();
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contract-'));
  await write('api/openapi.yaml', OPENAPI);
  await write('api/schemas.yaml', SCHEMAS);
  await write('orders.postman_collection.json', JSON.stringify(collection, null, 2));
});

afterEach(() => rm(folder, { recursive: true }));

const OPENAPI = `openapi: 3.0.3
info: { title: Orders, version: '1' }
servers: [{ url: 'https://api.example.com/v1' }]
paths:
  /orders:
    get:
      tags: [orders]
      responses:
        200:
          description: all
          content:
            application/json:
              schema: { type: array, items: { $ref: 'schemas.yaml#/Order' } }
    delete:
      tags: [orders]
      responses: { 204: { description: gone } }
  /orders/{id}:
    get:
      responses:
        200:
          description: one
          content: { application/json: { schema: { $ref: 'schemas.yaml#/Order' } } }
  /moved:
    get: { responses: { 302: { description: elsewhere } } }
`;

const SCHEMAS = `Order:
  type: object
  properties:
    id:
      type: integer
    token:
      enum: [none]
`;

const test = [{ listen: 'test', script: { exec: ['pm.test("answers", () => pm.response.to.have.status(200));'] } }];
const request = (name: string, path: string) => ({
  name,
  event: test,
  request: { method: 'GET', url: `{{baseUrl}}${path}` },
});
const collection = {
  info: { name: 'Orders', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  item: [
    request('List', '/orders'),
    { name: 'One', item: [request('Read', '/orders/1')] },
    request('Moved', '/moved'),
    request('Other', '/other'),
  ],
};

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

async function run(inputs: Readonly<Record<string, string>> = {}): Promise<Report> {
  const line = (): void => {};
  const log = { line, notice: line, warning: line, waiting: () => () => {}, group: line };
  const variables = `baseUrl=${server.url}/v1\ntoken=top-secret-value`;
  const raw = { command: 'test', openapi: 'api/openapi.yaml', variables, ...inputs };
  const { report } = await execute(new Map(Object.entries(raw)), {
    cwd: folder,
    env: process.env,
    log,
    entry: programEntry(),
  });
  return documented(report);
}

describe('suites with an OpenAPI document', () => {
  it('are compared with it: deviations are grouped and placed in both files, and change no verdict', async () => {
    const report = await run();
    expect(report.verdict).toBe('passed');
    expect(report.contract).toMatchObject({ mode: 'warn', checked: 3, deviating: 2, unmatched: ['GET /other'] });
    const lines = JSON.stringify(collection, null, 2).split('\n');
    expect(report.contract?.violations).toEqual([
      {
        suite: 'Orders',
        request: 'List',
        path: [],
        iteration: 1,
        operation: 'GET /orders',
        part: 'body',
        pointer: '/1/id',
        expected: 'integer',
        actual: 'string "x"',
        document: { file: 'api/schemas.yaml', line: 5, column: 7 },
        place: {
          file: 'orders.postman_collection.json',
          line: lines.findIndex((text) => text.includes('"List"')) + 1,
          column: 15,
        },
        count: 2,
      },
      expect.objectContaining({ request: 'Read', path: ['One'], pointer: '/id', actual: 'string "one"' }),
      expect.objectContaining({ request: 'Read', pointer: '/token', expected: 'one of "none"', actual: 'string' }),
    ]);
    expect(report.notices).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('2 answers deviate') }),
    );
  });

  it('tell what they cover, in outputs and in the terminal', async () => {
    const report = await run();
    const outputs = renderOutputs(report);
    const untested = ['DELETE /orders'];
    expect(JSON.parse(outputs.get('coverage') ?? '')).toEqual({ operations: 4, tested: 3, percent: 75, untested });
    expect(outputs.get('contract-violations')).toBe('2');
    const text = renderResult(report, { color: false });
    expect(text).toContain('2 of 3 answers deviate');
    expect(text).toContain('3 of 4 operations tested (75%)');
    expect(text).toContain('untested: DELETE /orders');
    expect(text).not.toContain('top-secret-value');
  });

  it('fail with contract: fail, and pass when every deviation is accepted with a reason', async () => {
    const failed = await run({ contract: 'fail' });
    expect(failed.failureKinds).toEqual(['contract']);
    expect(exitCodeOf(failed.failureKinds)).toBe(1);
    await write('postman-sync.yaml', "contract-ignore:\n  - { operation: '*', pointer: '/**', reason: old clients }\n");
    const accepted = await run({ contract: 'fail' });
    expect(accepted.verdict).toBe('passed');
    expect(accepted.contract?.ignored).toContainEqual({
      operation: 'GET /orders',
      pointer: '/**',
      reason: 'old clients',
      count: 2,
    });
  });

  it('do not fail for a schema that cannot be checked: the defect of the document is told once', async () => {
    await write('api/schemas.yaml', SCHEMAS.replace('integer', 'text').replace('enum: [none]', 'type: string'));
    const report = await run({ contract: 'fail' });
    expect(report.verdict).toBe('passed');
    expect(report.contract?.defects).toHaveLength(1);
    expect(report.notices.filter(({ level }) => level === 'warning')).toEqual([
      {
        level: 'warning',
        message:
          'api/schemas.yaml:5:7: The value of type is not valid: "text". Nothing is compared with this part of the schema: correct the document.',
        path: 'api/schemas.yaml',
        position: { line: 5, column: 7 },
      },
    ]);
  });

  it('fail below the threshold of coverage', async () => {
    await write('postman-sync.yaml', 'openapi: api/*api.yaml\nthresholds: { coverage: 80% }\n');
    const report = await run({ openapi: '' });
    expect(report.failureKinds).toEqual(['threshold']);
    expect(report.errors[0]?.message).toBe('The suites test 3 of 4 operations (75%); the threshold is 80%.');
  });

  it('are not run with a document that is wrong: every problem is told with its place', async () => {
    await write('api/openapi.yaml', OPENAPI.replaceAll('schemas.yaml#/Order', 'schemas.yaml#/Ordr'));
    const report = await run();
    expect(exitCodeOf(report.failureKinds)).toBe(2);
    expect(report.problems).toMatchObject([
      { path: 'api/openapi.yaml', position: { line: 13 }, message: 'The reference "schemas.yaml#/Ordr" leads nowhere' },
      { path: 'api/openapi.yaml', position: { line: 22 } },
    ]);
    expect(report.runs).toEqual([]);
  });

  it('are not run with rules for operations that no document has', async () => {
    await write('postman-sync.yaml', 'contract-ignore:\n  - { operation: GET /ordrs, reason: typo }\n');
    const report = await run();
    expect(report.problems[0]?.message).toBe('contract-ignore: no OpenAPI document has an operation "GET /ordrs"');
    expect(await readFile(join(folder, 'postman-report', 'report.json'), 'utf8')).toContain('GET /ordrs');
  });
});
