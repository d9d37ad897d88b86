import type { Attempt, Execution, Failure, MonitorResult, RunResult } from '../../src/core/model/run-result.ts';
import type { Report, ReportedChange } from '../../src/core/report/report.ts';

/** A report in which nothing happened yet and everything is well; every part can be replaced. */
export const aReport = (parts: Partial<Report> = {}): Report => ({
  version: 3,
  tool: { name: 'postman-sync', version: '1.2.3' },
  command: 'plan',
  startedAt: Date.UTC(2026, 0, 31, 12, 0, 0),
  durationMs: 4200,
  verdict: 'passed',
  failureKinds: [],
  problems: [],
  errors: [],
  notices: [],
  runs: [],
  monitors: [],
  api: { limits: {}, usage: [], apiCalls: 0, waitedMs: 0 },
  ...parts,
});

export const aChange = (parts: Partial<ReportedChange> = {}): ReportedChange => ({
  action: 'none',
  kind: 'collection',
  name: 'Orders',
  path: 'postman/collections/orders.postman_collection.json',
  uid: '12345678-12ece9e1-2abf-4edc-8e34-de66e74114d2',
  drifted: false,
  diff: [],
  status: 'planned',
  ...parts,
});

export const anExecution = (parts: Partial<Execution> = {}): Execution => ({
  iteration: 1,
  path: ['Checkout'],
  request: 'Place an order',
  method: 'POST',
  url: 'http://127.0.0.1:4000/orders',
  code: 201,
  startedMs: 0,
  responseMs: 12,
  assertions: [{ name: 'status is 201', status: 'passed' }],
  ...parts,
});

export const aFailure = (parts: Partial<Failure> = {}): Failure => ({
  kind: 'assertion',
  suite: 'Orders',
  iteration: 1,
  path: ['Checkout'],
  request: 'Place an order',
  assertion: 'status is 201',
  message: 'expected response to have status code 201 but got 500',
  file: 'postman/collections/orders.postman_collection.json',
  position: { line: 42, column: 17 },
  ...parts,
});

/** An attempt whose totals are counted from its executions and failures. */
export function anAttempt(parts: Partial<Attempt> = {}): Attempt {
  const executions = parts.executions ?? [anExecution()];
  const failures = parts.failures ?? [];
  const assertions = executions.flatMap((execution) => execution.assertions);
  return {
    startedAt: Date.UTC(2026, 0, 31, 12, 0, 1),
    durationMs: 1200,
    iterations: 1,
    executions,
    failures,
    warnings: [],
    requests: { total: executions.length, failed: executions.filter(({ code }) => code === undefined).length },
    assertions: { total: assertions.length, failed: assertions.filter(({ status }) => status === 'failed').length },
    responseTimes: { mean: 12, p95: 14, max: 20 },
    ...parts,
  };
}

export const aRun = (parts: Partial<RunResult> = {}): RunResult => ({
  suite: 'Orders',
  collection: 'postman/collections/orders.postman_collection.json',
  environment: 'Local',
  blocking: true,
  status: 'passed',
  flaky: false,
  attempt: anAttempt(),
  earlier: [],
  ...parts,
});

/** A run in which one assertion failed. */
export const aFailedRun = (failure: Partial<Failure> = {}, run: Partial<RunResult> = {}): RunResult => {
  const broken = anExecution({ code: 500, assertions: [{ name: 'status is 201', status: 'failed' }] });
  return aRun({
    status: 'failed',
    attempt: anAttempt({ executions: [broken], failures: [aFailure(failure)] }),
    ...run,
  });
};

export const aMonitor = (parts: Partial<MonitorResult> = {}): MonitorResult => ({
  name: 'Orders every 6 hours',
  uid: '12345678-1e6b6c77-2031-4ad0-9948-76d7a9c6ca15',
  status: 'success',
  passed: (parts.status ?? 'success') === 'success',
  blocking: true,
  assertions: { total: 4, failed: 0 },
  requests: { total: 2, failed: 0 },
  ...parts,
});
