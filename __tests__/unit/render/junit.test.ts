import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Report } from '../../../src/core/report/report.ts';
import { renderJunit } from '../../../src/render/junit.ts';
import { hostile, poisoned } from '../../support/hostile.ts';
import {
  aChange,
  aFailedRun,
  aFailure,
  aMonitor,
  anAttempt,
  anExecution,
  aReport,
  aRun,
} from '../../support/report.ts';
import { busyReport } from '../../support/sample-report.ts';

interface Element {
  readonly [name: string]: string | readonly Element[] | undefined;
}

/** What XML 1.0 forbids: most controls, half characters, two non-characters. */
const FORBIDDEN = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const LISTS = [
  'testsuite',
  'testcase',
  'failure',
  'error',
  'skipped',
  'flakyFailure',
  'rerunFailure',
  'system-out',
  'property',
];

/** The document as readers of JUnit get it: attributes as they are, elements as lists. */
function parse(report: Report) {
  const xml = renderJunit(report);
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    alwaysCreateTextNode: true,
    isArray: (name, _path, _leaf, isAttribute) => !isAttribute && LISTS.includes(name),
  });
  const root = parser.parse(xml).testsuites as Element;
  const groups = (root.testsuite ?? []) as readonly Element[];
  return { xml, root, groups, cases: groups.flatMap((group) => (group.testcase ?? []) as readonly Element[]) };
}

const red = ({ cases }: ReturnType<typeof parse>): readonly Element[] =>
  cases.filter(({ failure, error }) => failure ?? error);

describe('renderJunit', () => {
  it('has a case for each request and each assertion, with class, file, line and seconds', () => {
    const { groups, cases } = parse(aReport({ verdict: 'failed', runs: [aFailedRun()] }));
    expect(groups[0]).toMatchObject({
      name: 'Orders',
      tests: '2',
      failures: '1',
      errors: '0',
      time: '1.200',
      timestamp: '2026-01-31T12:00:01',
    });
    expect(cases[0]).toMatchObject({
      name: 'is answered',
      classname: 'Orders / Checkout / Place an order',
      time: '0.012',
    });
    expect(cases[1]).toMatchObject({
      name: 'status is 201',
      classname: 'Orders / Checkout / Place an order',
      file: 'postman/collections/orders.postman_collection.json',
      line: '42',
      failure: [{ type: 'assertion', message: 'expected response to have status code 201 but got 500' }],
    });
    expect(JSON.stringify(cases[1])).toContain(
      'at Checkout / Place an order › status is 201 (postman/collections/orders.postman_collection.json:42:17)',
    );
  });

  it('separates the iterations of a suite, and never hides a failure', () => {
    const passed = anExecution();
    const broken = anExecution({ iteration: 2, assertions: [{ name: 'status is 201', status: 'failed' }] });
    const attempt = anAttempt({
      iterations: 3,
      executions: [passed, broken, { ...passed, iteration: 3 }],
      failures: [aFailure({ iteration: 2 })],
    });
    const result = parse(aReport({ verdict: 'failed', runs: [aRun({ status: 'failed', attempt })] }));
    expect(red(result).map(({ name }) => name)).toEqual(['status is 201 (iteration 2)']);
  });

  it('assigns a failure to the right run of a request that ran twice', () => {
    const [passed, broken] = [
      anExecution(),
      anExecution({ assertions: [{ name: 'status is 201', status: 'failed' }] }),
    ];
    const attempt = anAttempt({ executions: [passed, broken], failures: [aFailure()] });
    const result = parse(aReport({ verdict: 'failed', runs: [aRun({ status: 'failed', attempt })] }));
    expect(result.cases.map((test) => test.failure !== undefined)).toEqual([false, false, false, true]);
  });

  it.each([
    ['not tested', aFailure({ kind: 'nothing-tested', message: 'No request was sent.' })],
    ['threshold exceeded', aFailure({ kind: 'threshold', message: 'p95 is 900 ms; 800 ms are allowed.' })],
  ])('has a failing case of its own when %s', (name, whole) => {
    const { kind, suite, message } = whole;
    const attempt = anAttempt({ executions: [], failures: [{ kind, suite, message, path: [] }] });
    const result = parse(aReport({ verdict: 'failed', runs: [aRun({ status: 'failed', attempt })] }));
    expect(red(result)).toMatchObject([{ name, classname: 'Orders', failure: [{ message, type: kind }] }]);
  });

  it('fails the case of a request without a response', () => {
    const { code: _none, ...dead } = anExecution({ assertions: [] });
    const failure = {
      kind: 'request',
      suite: 'Orders',
      iteration: 1,
      path: ['Checkout'],
      request: 'Place an order',
      message: 'connect ECONNREFUSED',
    } as const;
    const attempt = anAttempt({ executions: [dead], failures: [failure] });
    const result = parse(aReport({ verdict: 'failed', runs: [aRun({ status: 'failed', attempt })] }));
    expect(red(result)).toMatchObject([
      { name: 'is answered', failure: [{ message: 'connect ECONNREFUSED', type: 'request' }] },
    ]);
  });

  it('has a case for a failed script, and passes the request that got a response', () => {
    const { assertion: _none, ...script } = aFailure({ kind: 'script', message: 'TypeError: no' });
    const attempt = anAttempt({ executions: [anExecution()], failures: [script] });
    const result = parse(aReport({ verdict: 'failed', runs: [aRun({ status: 'failed', attempt })] }));
    expect(red(result)).toMatchObject([{ name: 'script failed', failure: [{ type: 'script' }] }]);
  });

  it('marks a flaky test as Surefire does, and counts it as passed', () => {
    const run = aRun({ flaky: true, earlier: [anAttempt({ failures: [aFailure()] })] });
    const { cases, root } = parse(aReport({ runs: [run] }));
    expect(root).toMatchObject({ failures: '0', errors: '0' });
    expect(cases[1]).toMatchObject({ name: 'status is 201', flakyFailure: [{ type: 'assertion' }] });
  });

  it('shows skipped tests as skipped', () => {
    const execution = anExecution({ assertions: [{ name: 'later', status: 'skipped' }] });
    const { cases, root } = parse(aReport({ runs: [aRun({ attempt: anAttempt({ executions: [execution] }) })] }));
    expect(root).toMatchObject({ skipped: '1', failures: '0' });
    expect(cases[1]).toHaveProperty('skipped');
  });

  it('reports problems, errors, failed changes and monitors', () => {
    const result = parse(
      aReport({
        verdict: 'error',
        problems: [
          {
            code: 'wrong-value',
            message: 'Unknown key "colections"',
            remedy: 'Did you mean "collections"?',
            path: 'postman-sync.yaml',
            position: { line: 2, column: 1 },
          },
        ],
        errors: [{ kind: 'network', message: 'Postman did not answer', remedy: 'Try again.' }],
        plan: {
          applied: true,
          cost: 1,
          changes: [aChange({ action: 'update', status: 'failed', reason: 'Postman refused the body' })],
        },
        monitors: [aMonitor({ status: 'failed', message: 'one test failed' })],
      }),
    );
    expect(red(result)).toMatchObject([
      { name: 'Unknown key "colections"', file: 'postman-sync.yaml', line: '2', error: [{ type: 'settings' }] },
      { name: 'network failed', error: [{ message: 'Postman did not answer' }] },
      { name: 'update collection Orders', error: [{ message: 'Postman refused the body' }] },
      { name: 'Orders every 6 hours', failure: [{ message: 'one test failed' }] },
    ]);
  });

  it.each(['failed', 'error'] as const)('is red when the verdict is %s, whatever else it knows', (verdict) => {
    const reports = [
      aReport({ verdict }),
      aReport({ verdict, failureKinds: ['drift'], runs: [aRun()] }),
      aReport({ verdict, runs: [aRun({ status: 'failed', attempt: anAttempt({ executions: [] }) })] }),
    ];
    for (const report of reports) expect(red(parse(report))).toHaveLength(1);
  });

  it('passes and is not empty when nothing was run', () => {
    const result = parse(aReport({ plan: { applied: false, cost: 0, changes: [aChange()] } }));
    expect(result.cases).toMatchObject([{ name: 'plan: in sync' }]);
    expect(red(result)).toEqual([]);
  });

  it('is valid XML for any report, with counts that match its cases', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { xml, root, cases } = parse(poisoned(busyReport(), text));
        expect(xml).not.toMatch(FORBIDDEN);
        expect(Number(root.tests)).toBe(cases.length);
        expect(Number(root.failures)).toBe(cases.filter(({ failure }) => failure).length);
      }),
      { numRuns: 50 },
    );
  });
});
