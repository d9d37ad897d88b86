import type { Execution, RunResult } from '../../src/core/model/run-result.ts';
import type { Report } from '../../src/core/report/report.ts';
import { aChange, aFailedRun, aFailure, aMonitor, anAttempt, anExecution, aReport, aRun } from './report.ts';
import { busyReport } from './sample-report.ts';

const document = { file: 'api/openapi.yaml', line: 31, column: 9 };
const place = { file: 'postman/collections/orders.postman_collection.json', line: 42, column: 17 };

const contract: NonNullable<Report['contract']> = {
  mode: 'fail',
  documents: ['api/openapi.yaml'],
  checked: 31,
  deviating: 3,
  violations: [
    {
      ...{ suite: 'Orders', request: 'Place an order', path: ['Checkout'], iteration: 3, operation: 'POST /orders' },
      ...{ part: 'body', pointer: '/total', expected: 'number', actual: 'missing', document, place, count: 2 },
    },
    {
      ...{ suite: 'Orders', request: 'List', path: [], iteration: 1, operation: 'GET /orders' },
      ...{ part: 'status', pointer: '', expected: 'one of 200, 404', actual: '500', document, count: 1 },
    },
    {
      ...{ suite: 'Catalog', request: 'Find', path: ['Products'], iteration: 1, operation: 'GET /products' },
      ...{ part: 'parameter', pointer: 'page', expected: 'integer', actual: 'string "x"', document, place, count: 1 },
    },
  ],
  ignored: [{ operation: 'GET /health', pointer: '', reason: 'undocumented on purpose', count: 4 }],
  unchecked: [{ mediaType: 'application/xml', count: 2 }],
  defects: [{ message: 'The value of type is not valid: "file"', document }],
  unmatched: ['GET /metrics', 'DELETE /orders/7'],
};

const coverage: NonNullable<Report['coverage']> = {
  operations: 8,
  tested: 5,
  percent: 62.5,
  untested: ['GET /health', 'PUT /orders/{id}', 'DELETE /orders/{id}'],
  responses: { documented: 19, tested: 7 },
  untestedResponses: ['GET /orders 404', 'POST /orders 422'],
  tags: [
    { tag: 'orders', operations: 5, tested: 3 },
    { tag: 'products', operations: 3, tested: 2 },
  ],
};

const baseline: NonNullable<Report['baseline']> = {
  commit: 'a41b7e6a1c2d3e4f5061728394a5b6c7d8e9f001',
  fixed: [{ suite: 'Catalog', path: ['Products'], request: 'List products', assertion: 'has a price' }],
  latencies: [
    {
      ...{ suite: 'Orders', change: 0.42, regressed: true },
      ...{ before: { p95Ms: 149, samples: 60 }, after: { p95Ms: 212, samples: 17 } },
    },
    {
      ...{ suite: 'Orders', request: 'Checkout / Place an order', change: -0.1, regressed: false },
      ...{ before: { p95Ms: 100, samples: 20 }, after: { p95Ms: 90, samples: 5 } },
    },
  ],
};

/** A plan of a pull request with something of every kind: drift, conflicts, deviations, a baseline, every origin. */
export const reviewedReport = (): Report => {
  const busy = busyReport();
  const [orders, ...others] = busy.runs.map(shortened);
  const known = aFailure({ known: true, assertion: 'has a total', message: 'expected undefined to be a number' });
  const warned = aFailure({ kind: 'nothing-tested', message: 'The suite sent no request.', path: [] });
  const conflict = { at: 'Checkout / Pay › method', base: 'GET', ours: 'POST', theirs: 'PUT' };
  return busyReport({
    branch: 'feature/checkout',
    pullRequest: 42,
    mergeRequest: { number: 42, url: 'https://github.com/acme/shop/pull/42' },
    run: { url: 'https://github.com/acme/shop/actions/runs/7' },
    sources: {
      file: 'https://github.com/acme/shop/blob/abc/{path}',
      line: 'https://github.com/acme/shop/blob/abc/{path}#L{line}',
    },
    account: { user: 'Ada', team: 'Acme' },
    leftOut: ['Billing', 'Search in Europe'],
    ...{ contract, coverage, baseline },
    notices: [
      ...busy.notices,
      { level: 'notice', message: 'Two files have no id.', path: 'a.json', position: { line: 2, column: 3 } },
    ],
    plan: {
      applied: false,
      cost: 9,
      changes: [
        ...(busy.plan?.changes ?? []),
        aChange({
          name: 'Torn',
          drifted: true,
          conflict: {
            reason: 'both-changed',
            places: [
              { ...conflict, position: { line: 9, column: 3 } },
              { at: 'Checkout › auth', ours: '***' },
            ],
          },
        }),
        aChange({ name: 'Older', drifted: true, conflict: { reason: 'no-base', places: [] } }),
        aChange({ name: 'Found', drifted: true, conflict: { reason: 'adopted', places: [] } }),
        aChange({
          ...{ name: 'Gone', drifted: true, isGone: true },
          conflict: {
            reason: 'deleted',
            places: [{ at: 'Gone', base: 'present', ours: 'changed', theirs: 'deleted' }],
          },
        }),
        aChange({ name: 'Ahead', drifted: true, behind: [{ change: 'added', what: 'request', path: ['New one'] }] }),
        aChange({ name: 'Kept', kind: 'globals', drifted: true }),
      ],
    },
    runs: [
      ...(orders
        ? [
            {
              ...orders,
              attempt: {
                ...orders.attempt,
                failures: [...orders.attempt.failures, known],
                warnings: [warned],
                assertions: { total: 35, failed: 3 },
              },
            },
          ]
        : []),
      ...others,
      aFailedRun({}, { suite: 'Rerun', earlier: [anAttempt({ failures: [aFailure({ suite: 'Rerun' })] })] }),
      aRun({ suite: 'Empty', attempt: anAttempt({ executions: [], iterations: 0 }) }),
      aRun({ suite: 'Odd', attempt: anAttempt({ executions: oddExecutions() }) }),
    ],
  });
};

/** The run with its first two and last two executions. */
const shortened = ({ attempt, ...run }: RunResult): RunResult => ({
  ...run,
  attempt: { ...attempt, executions: attempt.executions.filter((_, at, all) => at < 2 || at >= all.length - 2) },
});

const oddExecutions = (): readonly Execution[] => [
  anExecution({
    byScript: true,
    request: 'Token',
    path: [],
    responseBytes: 2345,
    console: ['log: a line of the script', 'error: another'],
    assertions: [
      { name: 'skipped one', status: 'skipped' },
      { name: 'failed one', status: 'failed', message: 'no' },
    ],
    exchange: {
      request: { line: 'POST http://host/token', headers: ['authorization: ***'], body: 'a=1&b=2', bodyBytes: 7 },
      response: { line: 'HTTP 201 Created', headers: ['x-answer: yes'], body: '{"b":[1,2]}', bodyBytes: 11_000 },
    },
  }),
  anExecution({ iteration: 2, path: ['A', 'B'], method: 'GET', code: 404, responseMs: 1700, assertions: [] }),
];

/** An apply that wrote some resources, failed with others, and lost the network at its end. */
export const brokenReport = (): Report =>
  aReport({
    command: 'apply',
    verdict: 'error',
    stopped: true,
    failureKinds: ['sync', 'settings', 'network'],
    workspace: { id: '1f0df51a-8658-4ee8-a2a1-d2567dfa09a9', name: 'Shop | API' },
    problems: [
      {
        code: 'unknown-key',
        message: 'The key is not known',
        remedy: 'Remove it.',
        path: 'x.yaml',
        position: { line: 3, column: 1 },
      },
      { code: 'no-file', message: 'No file matches *.json', remedy: 'Name the files.', kind: 'sync' },
      { code: 'credential', message: 'A credential', remedy: 'Move it.', path: 'a b.json', kind: 'secret' },
    ],
    errors: [{ kind: 'network', message: 'Postman did not answer.', remedy: 'Run it again.' }],
    changedFiles: ['a.json', 'b.json'],
    plan: {
      applied: true,
      cost: 4,
      changes: [
        aChange({ action: 'create', status: 'applied', name: 'New' }),
        aChange({ action: 'update', status: 'applied', name: 'Overwritten', drifted: true }),
        aChange({ action: 'update', status: 'failed', name: 'Refused', reason: 'Postman refused it: name.' }),
        aChange({ action: 'delete', status: 'skipped', name: 'Left', reason: 'an earlier write failed' }),
        aChange({ name: 'Same' }),
      ],
    },
    monitors: [
      aMonitor({ status: 'timeout', message: 'It took longer than 15 min.' }),
      aMonitor({ name: 'Soft', status: 'failed', blocking: false, assertions: { total: 3, failed: 1 } }),
    ],
    api: {
      limits: { window: { limit: 300, remaining: 0 }, month: { remaining: 12 } },
      usage: [],
      apiCalls: 1,
      host: 'proxy.example.com',
      waitedMs: 61_000,
    },
  });

/** Nothing changed, everything passed. */
export const calmReport = (): Report =>
  aReport({
    command: 'apply',
    commit: 'b51b7e6a1c2d3e4f5061728394a5b6c7d8e9f001',
    plan: { applied: true, cost: 0, changes: [aChange()] },
    runs: [aRun()],
    monitors: [aMonitor()],
  });
