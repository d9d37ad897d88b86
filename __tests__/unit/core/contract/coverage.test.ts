import { describe, expect, it } from '@jest/globals';
import { buildCoverage } from '../../../../src/core/contract/coverage.ts';
import { Documents } from '../../../../src/core/contract/documents.ts';
import { createRouter } from '../../../../src/core/contract/match.ts';
import { readOperations } from '../../../../src/core/contract/operations.ts';
import { staticRequests } from '../../../../src/core/contract/static-requests.ts';
import type { JsonObject } from '../../../../src/core/lib/json.ts';

const files = [
  {
    path: 'api.yaml',
    isRoot: true,
    value: {
      openapi: '3.0.0',
      paths: {
        '/orders': {
          get: { tags: ['orders'], responses: { 200: {}, '4XX': {} } },
          post: { tags: ['orders'], responses: { 201: {} } },
        },
        '/health': { get: { responses: { 200: {} } } },
      },
    },
  },
];
const operations = readOperations(new Documents(files), files);

describe('coverage', () => {
  it('counts the operations and responses whose answers were asserted, and names the others', () => {
    const requests = [
      { operation: 'GET /orders', response: '200', asserted: true },
      { operation: 'POST /orders', response: '201', asserted: false },
    ];
    expect(buildCoverage(operations, requests, { responses: true })).toEqual({
      operations: 3,
      tested: 1,
      percent: 33.3,
      untested: ['POST /orders', 'GET /health'],
      responses: { documented: 4, tested: 1 },
      untestedResponses: ['GET /orders 4XX'],
      tags: [
        { tag: 'orders', operations: 2, tested: 1 },
        { tag: '(no tag)', operations: 1, tested: 0 },
      ],
    });
  });

  it('is computed from files: requests count if their own script, or one of their folders, asserts something', () => {
    const test = (code: string): JsonObject => ({ event: [{ listen: 'test', script: { exec: [code] } }] });
    const request = (method: string, raw: string): JsonObject => ({ request: { method, url: { raw } } });
    const content = {
      variable: [{ key: 'baseUrl', value: 'https://api.example.com' }],
      item: [
        { ...request('GET', '{{baseUrl}}/orders'), ...test('pm.test("fine", () => {})') },
        { request: { url: '{{unknown}}/health' }, ...test('console.log(1)') },
        { ...test('pm.response.to.have.status(201)'), item: [request('POST', '{{baseUrl}}/orders')] },
        { request: 'https://elsewhere.example.com/nothing' },
      ],
    };
    expect(staticRequests({ content, variables: new Map() }, createRouter(operations))).toEqual([
      { operation: 'GET /orders', asserted: true },
      { operation: 'GET /health', asserted: false },
      { operation: 'POST /orders', asserted: true },
    ]);
  });
});
