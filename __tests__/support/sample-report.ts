import type { Execution } from '../../src/core/model/run-result.ts';
import type { Report } from '../../src/core/report/report.ts';
import { aChange, aFailedRun, aFailure, aMonitor, anAttempt, anExecution, aReport, aRun } from './report.ts';

/** A busy day: something of everything that a report can hold. */
export const busyReport = (parts: Partial<Report> = {}): Report =>
  aReport({
    project: 'acme/shop',
    workspace: { id: '1f0df51a-8658-4ee8-a2a1-d2567dfa09a9', name: 'Shop API' },
    commit: 'b51b7e6a1c2d3e4f5061728394a5b6c7d8e9f001',
    durationMs: 18_730,
    verdict: 'failed',
    failureKinds: ['assertion', 'threshold', 'monitor'],
    notices: [{ level: 'warning', message: '83% of the monthly API quota is used (8,300 of 10,000 calls).' }],
    plan: {
      applied: false,
      cost: 6,
      changes: [
        aChange({
          action: 'update',
          drifted: true,
          diff: [
            { change: 'added', what: 'request', path: ['Checkout', 'Cancel an order'] },
            {
              change: 'changed',
              what: 'url',
              path: ['Checkout', 'Place an order'],
              before: '{{baseUrl}}/order',
              after: '{{baseUrl}}/orders',
            },
            {
              change: 'changed',
              what: 'test script',
              path: ['Checkout', 'Place an order'],
              lines: [
                " pm.test('status is 201', () => {",
                '-  pm.response.to.have.status(200);',
                '+  pm.response.to.have.status(201);',
                ' });',
              ],
            },
            { change: 'renamed', what: 'folder', path: ['Smoke'], before: 'Smoke test', after: 'Smoke' },
            { change: 'removed', what: 'example', path: ['Checkout', 'Place an order', 'Out of stock'] },
          ],
        }),
        aChange({ action: 'create', name: 'Catalog', path: 'postman/collections/catalog.postman_collection.json' }),
        aChange({
          action: 'delete',
          kind: 'environment',
          name: 'Old staging',
          path: 'postman/environments/old.postman_environment.json',
        }),
        aChange({
          action: 'update',
          kind: 'environment',
          name: 'Staging',
          path: 'postman/environments/staging.postman_environment.json',
          diff: [{ change: 'changed', what: 'variable', path: ['baseUrl'] }],
        }),
        aChange({ kind: 'environment', name: 'Local', path: 'postman/environments/local.postman_environment.json' }),
      ],
    },
    runs: [
      ordersRun(),
      aRun({ suite: 'Catalog', attempt: anAttempt({ executions: shop(24), durationMs: 3100 }) }),
      flakyRun(),
      stagingRun(),
    ],
    monitors: [
      aMonitor(),
      aMonitor({
        name: 'Catalog in Europe',
        status: 'failed',
        assertions: { total: 12, failed: 2 },
        message: 'Two assertions failed in eu-central.',
        link: 'https://go.postman.co/workspace/1f0df51a-8658-4ee8-a2a1-d2567dfa09a9/monitor/1e6b6c77-2031-4ad0-9948-76d7a9c6ca15',
        durationMs: 4_210,
        latencyMs: 318,
        before: {
          status: 'success',
          assertions: { total: 12, failed: 0 },
          requests: { total: 6, failed: 0 },
          latencyMs: 290,
        },
      }),
    ],
    api: {
      limits: {
        window: { limit: 300, remaining: 281, resetAt: new Date(Date.UTC(2026, 0, 31, 12, 1, 0)) },
        month: { limit: 10_000, remaining: 1_700 },
      },
      usage: [
        { name: 'api_usage', limit: 10_000, usage: 8_300, overage: 0 },
        { name: 'monitor_request_runs', limit: 1_000, usage: 1_040, overage: 40 },
        { name: 'mock_usage', limit: 99_999_999, usage: 12, overage: 0 },
        { name: 'file_storage_limit', limit: 5, usage: 0.25, overage: 0 },
      ],
      apiCalls: 19,
      waitedMs: 1_350,
    },
    ...parts,
  });

const PLACES: readonly (readonly [string, string, string])[] = [
  ['Session', 'POST', 'Log in'],
  ['Products', 'GET', 'List products'],
  ['Products', 'GET', 'Get a product'],
  ['Checkout', 'POST', 'Place an order'],
  ['Checkout', 'GET', 'Read the order'],
];

/** So many executions of a shop's requests, one after another, with response times that differ. */
export function shop(length: number): readonly Execution[] {
  let startedMs = 8;
  return Array.from({ length }, (_, at) => {
    const [folder, method, request] = PLACES[at % PLACES.length] ?? ['', 'GET', ''];
    const responseMs = 9 + ((at * 37) % 90);
    const execution = anExecution({
      iteration: 1 + Math.floor(at / PLACES.length),
      path: [folder],
      method,
      request,
      url: `http://127.0.0.1:4000/${folder.toLowerCase()}`,
      code: method === 'POST' ? 201 : 200,
      startedMs,
      responseMs,
      assertions: [
        { name: `status is ${method === 'POST' ? 201 : 200}`, status: 'passed' },
        { name: 'answers as JSON', status: 'passed' },
      ],
    });
    startedMs += responseMs + 6;
    return execution;
  });
}

function ordersRun() {
  const broken: Execution = {
    ...anExecution({ code: 500, startedMs: 1400, responseMs: 212, iteration: 3 }),
    assertions: [
      { name: 'status is 201', status: 'failed', message: 'expected response to have status code 201 but got 500' },
      { name: 'total is the sum of its lines', status: 'failed', message: 'expected undefined to equal 59.8' },
      { name: 'has a Location header', status: 'skipped' },
    ],
    console: ['log: placing an order of 2 mugs', 'warn: stock is low'],
    responseBytes: 44,
    exchange: {
      request: {
        line: 'POST http://127.0.0.1:4000/orders',
        headers: ['content-type: application/json', 'authorization: ***'],
        body: '{"items":[{"sku":"MUG-1","quantity":2}]}',
        bodyBytes: 40,
      },
      response: {
        line: 'HTTP 500 Internal Server Error',
        headers: ['content-type: application/json'],
        body: '{"error":{"message":"stock service is down"}}',
        bodyBytes: 44,
      },
    },
  };
  const dead = {
    ...anExecution({ path: ['Payment'], request: 'Pay', startedMs: 1700, iteration: 3, assertions: [] }),
    code: undefined,
    responseMs: undefined,
  };
  const { code: _code, responseMs: _ms, ...unanswered } = dead;
  return aFailedRun(
    {},
    {
      attempt: anAttempt({
        iterations: 3,
        durationMs: 2400,
        executions: [...shop(15), broken, unanswered],
        responseTimes: { mean: 61, p95: 212, max: 212 },
        failures: [
          aFailure({ iteration: 3, source: "pm.test('status is 201', () => {" }),
          aFailure({
            iteration: 3,
            assertion: 'total is the sum of its lines',
            message: "expected { currency: 'EUR' } to deeply equal { Object (currency, total) }",
            comparison: {
              expected: '{\n  "currency": "EUR",\n  "total": 59.8\n}',
              actual: '{\n  "currency": "EUR"\n}',
            },
            position: { line: 48, column: 17 },
          }),
          {
            kind: 'request',
            suite: 'Orders',
            iteration: 3,
            path: ['Payment'],
            request: 'Pay',
            message: 'connect ECONNREFUSED 127.0.0.1:4001',
            file: 'postman/collections/orders.postman_collection.json',
            position: { line: 97, column: 7 },
          },
          {
            kind: 'threshold',
            suite: 'Orders',
            path: [],
            message: 'p95 of the response times is 212 ms; at most 200 ms are allowed.',
          },
        ],
      }),
    },
  );
}

const flakyRun = () =>
  aRun({
    suite: 'Search',
    environment: 'Staging',
    flaky: true,
    attempt: anAttempt({ executions: shop(5) }),
    earlier: [
      anAttempt({
        failures: [
          aFailure({
            suite: 'Search',
            path: ['Products'],
            request: 'List products',
            assertion: 'answers within 100 ms',
            message: 'expected 131 to be below 100',
          }),
        ],
      }),
    ],
  });

const stagingRun = () =>
  aFailedRun(
    { suite: 'Smoke on staging', message: 'expected response to have status code 201 but got 503' },
    { suite: 'Smoke on staging', environment: 'Staging', blocking: false },
  );
