import { describe, expect, it } from '@jest/globals';
import { readBaseline } from '../../../../src/core/baseline/baseline.ts';
import { compareWithBaseline } from '../../../../src/core/baseline/compare.ts';
import type { RunResult } from '../../../../src/core/model/run-result.ts';
import { baselineNotices } from '../../../../src/core/report/baseline-notices.ts';
import { aFailure, anAttempt, anExecution, aReport, aRun } from '../../../support/report.ts';

const executions = (responseMs: number) =>
  Array.from({ length: 20 }, (_, index) => anExecution({ request: 'List', responseMs: responseMs + (index % 3) }));

const runOf = (attempt: Partial<RunResult['attempt']>): RunResult =>
  aRun({ suite: 'Orders', status: attempt.failures?.length ? 'failed' : 'passed', attempt: anAttempt(attempt) });

const baselineOf = (run: RunResult) => {
  const baseline = readBaseline(JSON.stringify(aReport({ commit: 'b51b7e6a1c2d3e4f', runs: [run] })));
  if (!baseline) throw new Error('no baseline');
  return baseline;
};

const old = aFailure({ suite: 'Orders', assertion: 'status is 200', message: 'expected 503 to equal 200' });
const fresh = aFailure({ suite: 'Orders', assertion: 'has items', message: 'no items' });

const compare = (before: RunResult, after: RunResult, { newFailuresOnly = false, regression = 0.25 } = {}) =>
  compareWithBaseline([after], {
    baseline: baselineOf(before),
    policy: { newFailuresOnly, regressions: new Map([['Orders', regression]]) },
  });

describe('a run compared with an earlier report', () => {
  it('distinguishes known failures from new ones, regardless of numbers in their messages', () => {
    const after = runOf({ failures: [{ ...old, message: 'expected 500 to equal 200' }, fresh] });
    const { runs, baseline } = compare(runOf({ failures: [old] }), after);
    expect(runs[0]?.attempt.failures.map(({ known }) => known)).toEqual([true, false]);
    expect(runs[0]?.status).toBe('failed');
    expect(baseline.fixed).toEqual([]);
  });

  it('lists each fixed failure once, for requests that ran again', () => {
    const skipped = aFailure({ suite: 'Orders', request: 'Not sent today', assertion: 'status is 200' });
    const before = runOf({ failures: [old, { ...old, iteration: 2 }, fresh, skipped] });
    const after = runOf({ failures: [fresh], executions: [anExecution()] });
    expect(compare(before, after).baseline.fixed).toEqual([
      { suite: 'Orders', path: ['Checkout'], request: 'Place an order', assertion: 'status is 200' },
    ]);
  });

  it('passes with new-failures-only if every failure is known', () => {
    const { runs } = compare(runOf({ failures: [old] }), runOf({ failures: [old] }), { newFailuresOnly: true });
    expect(runs[0]).toMatchObject({ status: 'passed', attempt: { failures: [], warnings: [{ known: true }] } });
    const more = compare(runOf({ failures: [old] }), runOf({ failures: [old, fresh] }), { newFailuresOnly: true });
    expect(more.runs[0]).toMatchObject({ status: 'failed', attempt: { failures: [{ known: false }] } });
  });

  it('stays flaky only if it passes', () => {
    const flaky = (run: RunResult) => compare(runOf({ failures: [old] }), { ...run, flaky: true }).runs[0]?.flaky;
    expect([flaky(runOf({})), flaky(runOf({ failures: [fresh] }))]).toEqual([true, false]);
  });

  it('fails for latencies that rose by more than the threshold', () => {
    const { runs, baseline } = compare(runOf({ executions: executions(100) }), runOf({ executions: executions(150) }));
    expect(runs[0]?.status).toBe('failed');
    expect(runs[0]?.attempt.failures[0]).toMatchObject({
      kind: 'threshold',
      message:
        'The 95th percentile of response times of the suite rose from 102 ms to 152 ms (+49%); the threshold is +25%.',
    });
    expect(baseline.latencies[0]).toMatchObject({
      suite: 'Orders',
      before: { p95Ms: 102, samples: 20 },
      regressed: true,
    });
    expect(baselineNotices(baseline)).toMatchObject([
      {
        level: 'warning',
        message: expect.stringContaining('Slower than the baseline b51b7e6: Orders (p95 102 → 152 ms'),
      },
    ]);
    expect(baseline.latencies[1]).toMatchObject({ request: expect.stringContaining('List') });
  });

  it('fails for a regression on top of the one that the baseline failed for', () => {
    const [fast, slow, slower] = [100, 150, 220].map((ms) => runOf({ executions: executions(ms) }));
    const [first] = fast && slow ? compare(fast, slow).runs : [];
    const [second] = first && slower ? compare(first, slower, { newFailuresOnly: true }).runs : [];
    expect(second?.status).toBe('failed');
    expect(second?.attempt.failures.map(({ kind, known }) => [kind, known])).toContainEqual(['threshold', false]);
  });

  it('passes below the threshold, and for a suite that the baseline does not have', () => {
    const slow = runOf({ executions: executions(150) });
    expect(compare(runOf({ executions: executions(100) }), slow, { regression: 0.6 }).runs[0]?.status).toBe('passed');
    expect(compare(aRun({ suite: 'Others' }), slow).baseline.latencies).toEqual([]);
  });
});

describe('the latencies of a comparison', () => {
  it('leave out requests that a script sent, and those without an answer', () => {
    const { responseMs: _, ...unanswered } = anExecution({ request: 'Lost' });
    const runWith = (responseMs: number) =>
      runOf({
        executions: [
          anExecution({ request: 'List', path: [], responseMs }),
          anExecution({ request: 'Script', responseMs, byScript: true }),
          unanswered,
        ],
      });
    expect(compare(runWith(10), runWith(20)).baseline.latencies).toMatchObject([
      { suite: 'Orders', before: { p95Ms: 10, samples: 1 }, after: { p95Ms: 20, samples: 1 } },
      { suite: 'Orders', request: 'List', before: { p95Ms: 10, samples: 1 } },
    ]);
  });
});

describe('a baseline', () => {
  it.each(['', '{}', '[]', '{"version":1}'])('is none in the text %j', (text) => {
    expect(readBaseline(text)).toBeUndefined();
  });
});
