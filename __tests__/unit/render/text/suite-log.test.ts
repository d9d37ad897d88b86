import { describe, expect, it } from '@jest/globals';
import { progressLine, suiteDetails, suiteTitle } from '../../../../src/render/text/suite-log.ts';
import { aFailedRun, aFailure, anAttempt, aRun } from '../../../support/report.ts';

describe('the log of a suite', () => {
  it('indents the lines of a text below it', () => {
    const failure = { kind: 'script' as const, suite: 'S', path: [], request: 'R', message: 'first\r\nsecond\n' };
    const attempt = { startedAt: 0, durationMs: 5, iterations: 1, executions: [], failures: [failure], warnings: [] };
    const none = { total: 0, failed: 0 };
    const result = {
      suite: 'S',
      collection: 'c.json',
      blocking: true,
      status: 'failed' as const,
      flaky: false,
      earlier: [],
    };
    const lines = suiteDetails(
      { ...result, attempt: { ...attempt, requests: none, assertions: none } },
      { output: ['log: a\nb'], failures: true },
    );
    expect(lines).toEqual(['✗ R · first', '    second', '  log: a', '    b']);
  });

  it('tells fifty failures, and counts the others', () => {
    const log = (count: number) => {
      const failures = Array.from({ length: count }, (_, at) => aFailure({ assertion: `test ${at}` }));
      return suiteDetails(aRun({ attempt: anAttempt({ failures }) }), { output: [], failures: true });
    };
    expect(log(50)).toHaveLength(50);
    expect(log(52)).toHaveLength(51);
    expect(log(52).at(-1)).toBe('… and 2 more failures; all of them are in the report');
  });

  it('is one line for a passed suite without console output', () => {
    expect(suiteTitle(aRun())).toBe('✓ Orders · 1 request · 1 assertion · p95 14 ms · 1.2 s');
    expect(suiteDetails(aRun(), { output: [], failures: true })).toEqual([]);
  });

  it('shows iterations and attempts in the title, and warnings below it', () => {
    const warnings = [aFailure({ kind: 'nothing-tested', path: [], message: 'Nothing was sent.' })];
    const run = aRun({ flaky: true, earlier: [anAttempt()], attempt: anAttempt({ iterations: 2, warnings }) });
    expect(suiteTitle(run)).toBe(
      '✓ Orders · 1 request · 1 assertion · 2 iterations · p95 14 ms · 1.2 s · flaky: passed at attempt 2',
    );
    expect(suiteDetails(run, { output: [], failures: true })[1]).toMatch(
      /^! Place an order › status is 201 · Nothing was sent\./,
    );
  });

  it('shortens a long list of failures, with the number of the others', () => {
    const failures = Array.from({ length: 60 }, (_, at) => aFailure({ message: `m${at}` }));
    const lines = suiteDetails(aRun({ attempt: anAttempt({ failures }) }), { output: [], failures: true });
    const shown = lines.filter((line) => line.startsWith('✗'));
    expect(lines.at(-1)).toBe(`… and ${60 - shown.length} more failures; all of them are in the report`);
    expect(shown.length).toBeLessThan(60);
  });

  it('shows the reason in the title, and position, cause and earlier attempts below it', () => {
    const run = aFailedRun({ iteration: 2 }, { blocking: false, earlier: [anAttempt({ durationMs: 900 })] });
    expect(suiteTitle(run)).toBe('✗ Orders · 1 failure · 1 request · 1 assertion · p95 14 ms · 1.2 s · does not gate');
    expect(suiteDetails(run, { output: [], failures: true })).toEqual([
      'attempt 1: 0 failures, 900 ms',
      '✗ Checkout / Place an order › status is 201 (iteration 2) · expected response to have status code 201 but got 500 (postman/collections/orders.postman_collection.json:42:17)',
    ]);
  });
});

describe('the line of a running suite', () => {
  it.each([
    [{ requests: 1, failures: 0 }, '▸ Orders · 1 request'],
    [
      { requests: 2000, failures: 1, request: 'Create\nan order' },
      '▸ Orders · 2,000 requests · 1 failure · Create an order',
    ],
  ])('for %j is %s', (progress, line) => expect(progressLine({ suite: 'Orders', ...progress })).toBe(line));
});
