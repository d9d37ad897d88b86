import { describe, expect, it } from '@jest/globals';
import { renderJson } from '../../../src/render/json.ts';
import { renderOutputs } from '../../../src/render/outputs.ts';
import { aChange, aFailedRun, aFailure, aMonitor, anAttempt, aReport, aRun } from '../../support/report.ts';
import { busyReport } from '../../support/sample-report.ts';

const NAMES = [
  ...['verdict', 'failure-kinds', 'plan', 'created', 'updated', 'deleted', 'unchanged', 'drifted'],
  ...['behind', 'conflicts', 'resources', 'changed-files'],
  ...['requests-total', 'requests-failed', 'assertions-total', 'assertions-failed', 'flaky', 'failures', 'monitors'],
  ...['coverage', 'contract-violations'],
  ...[
    'rate-limit',
    'rate-limit-remaining',
    'rate-limit-reset',
    'quota-limit',
    'quota-remaining',
    'quota-used',
    'usage',
  ],
  ...['api-calls', 'waited-ms', 'report', 'junit', 'html', 'artifact-url'],
];

const outputsOf = (...given: Parameters<typeof renderOutputs>): Record<string, string> =>
  Object.fromEntries(renderOutputs(...given));

const json = (text: string | undefined): unknown => JSON.parse(text ?? '');

describe('renderOutputs', () => {
  it('always contains every output, empty without a value', () => {
    const outputs = outputsOf(aReport());
    expect(Object.keys(outputs)).toEqual(NAMES);
    expect(outputs).toMatchObject({
      verdict: 'passed',
      'failure-kinds': '',
      plan: '[]',
      resources: '{}',
      failures: '[]',
      monitors: '[]',
      usage: '{}',
    });
    expect(outputs).toMatchObject({
      'rate-limit': '',
      'rate-limit-reset': '',
      'quota-used': '',
      report: '',
      created: '0',
    });
  });

  it('contains counts, limits and paths', () => {
    expect(outputsOf(busyReport(), { report: 'r/report.json', junit: 'r/junit.xml' })).toMatchObject({
      verdict: 'failed',
      'failure-kinds': 'assertion,threshold,monitor',
      created: '1',
      updated: '2',
      deleted: '1',
      unchanged: '1',
      drifted: '1',
      'requests-total': '47',
      'requests-failed': '1',
      'assertions-total': '92',
      'assertions-failed': '3',
      flaky: '1',
      'rate-limit': '300',
      'rate-limit-remaining': '281',
      'rate-limit-reset': '1769860860',
      'quota-limit': '10000',
      'quota-remaining': '1700',
      'quota-used': '8300',
      'api-calls': '19',
      'waited-ms': '1350',
      report: 'r/report.json',
      junit: 'r/junit.xml',
      html: '',
    });
  });

  it('counts applied changes when a plan was applied', () => {
    const changes = [
      aChange({ action: 'create', status: 'applied', path: 'a.json', uid: 'u-a' }),
      aChange({ action: 'update', status: 'failed', path: 'b.json', uid: 'u-b' }),
      aChange({ action: 'delete', status: 'skipped', path: 'c.json', uid: 'u-c' }),
      aChange({ path: 'd.json', uid: 'u-d' }),
    ];
    const outputs = outputsOf(aReport({ plan: { applied: true, cost: 3, changes } }));
    expect(outputs).toMatchObject({ created: '1', updated: '0', deleted: '0', unchanged: '1' });
    expect(json(outputs.resources)).toEqual({ 'a.json': 'u-a', 'b.json': 'u-b', 'd.json': 'u-d' });
  });

  it('lists a change without a uid', () => {
    const { uid: _none, ...created } = aChange({ action: 'create', path: 'a.json' });
    const outputs = outputsOf(aReport({ plan: { applied: false, cost: 1, changes: [created] } }));
    expect(json(outputs.plan)).toEqual([
      { action: 'create', kind: 'collection', name: 'Orders', path: 'a.json', uid: null, drifted: false },
    ]);
    expect(outputs.resources).toBe('{}');
  });

  it('lists the first fifty failures, blocking ones first, and limits their texts', () => {
    const failures = Array.from({ length: 60 }, (_, at) =>
      aFailure({ path: ['A', 'B'], assertion: `test ${at}`, message: 'm'.repeat(50_000) }),
    );
    const gentle = aFailedRun({ suite: 'Gentle' }, { blocking: false });
    const outputs = outputsOf(aReport({ runs: [gentle, aFailedRun({}, { attempt: anAttempt({ failures }) })] }));
    const listed = json(outputs.failures) as readonly { readonly message: string }[];
    expect(listed).toHaveLength(50);
    expect(listed[0]).toMatchObject({
      suite: 'Orders',
      iteration: 1,
      path: 'A / B',
      request: 'Place an order',
      assertion: 'test 0',
      file: 'postman/collections/orders.postman_collection.json',
      line: 42,
    });
    expect(listed[0]?.message).toHaveLength(1000);
  });

  it('shows names of up to 300 characters as a whole', () => {
    const failures = [300, 301].map((length) => aFailure({ assertion: 'n'.repeat(length) }));
    const outputs = outputsOf(aReport({ runs: [aFailedRun({}, { attempt: anAttempt({ failures }) })] }));
    const listed = json(outputs.failures) as readonly { readonly assertion: string }[];
    expect(listed.map(({ assertion }) => assertion)).toEqual(['n'.repeat(300), `${'n'.repeat(299)}…`]);
  });

  it('limits the list of failures to what an environment variable can contain on Linux', () => {
    const long = '語'.repeat(5000);
    const failures = Array.from({ length: 60 }, () => aFailure({ path: [long], assertion: long, message: long }));
    const outputs = outputsOf(aReport({ runs: [aFailedRun({}, { attempt: anAttempt({ failures }) })] }));
    expect(Buffer.byteLength(outputs.failures ?? '')).toBeLessThan(128 * 1024);
    expect((json(outputs.failures) as readonly unknown[]).length).toBeGreaterThan(10);
  });

  it('keeps every output below the limit of GitHub, as valid JSON', () => {
    const changes = Array.from({ length: 20_000 }, (_, at) =>
      aChange({ path: `collections/${at}.json`, uid: `u-${at}` }),
    );
    const outputs = outputsOf(aReport({ plan: { applied: true, cost: 0, changes } }));
    for (const text of [outputs.plan, outputs.resources]) {
      expect(text?.length).toBeLessThanOrEqual(250_002);
      expect(() => json(text)).not.toThrow();
    }
    expect(outputs.unchanged).toBe('20000');
  });

  it('takes the quota from the account when no header contained it', () => {
    const usage = [{ name: 'api_usage', limit: 1000, usage: 1200, overage: 200 }];
    const outputs = outputsOf(aReport({ api: { limits: {}, usage, apiCalls: 1, waitedMs: 0 } }));
    expect(outputs).toMatchObject({ 'quota-limit': '1000', 'quota-remaining': '0', 'quota-used': '1200' });
    expect(json(outputs.usage)).toEqual({ api_usage: { limit: 1000, usage: 1200, overage: 200 } });
  });

  it('lists monitors with their counts, and counts flaky suites', () => {
    const outputs = outputsOf(aReport({ monitors: [aMonitor()], runs: [aRun({ flaky: true })] }));
    expect(json(outputs.monitors)).toEqual([
      {
        name: 'Orders every 6 hours',
        uid: aMonitor().uid,
        status: 'success',
        assertions: { total: 4, failed: 0 },
        requests: { total: 2, failed: 0 },
      },
    ]);
    expect(outputs.flaky).toBe('1');
  });
});

describe('renderJson', () => {
  it('contains the whole report with a version', () => {
    const report = busyReport();
    expect(JSON.parse(renderJson(report))).toEqual(JSON.parse(JSON.stringify(report)));
    expect(JSON.parse(renderJson(report))).toMatchObject({
      version: 3,
      api: { limits: { window: { resetAt: '2026-01-31T12:01:00.000Z' } } },
    });
  });
});
