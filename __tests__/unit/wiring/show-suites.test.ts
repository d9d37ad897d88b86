import { describe, expect, it } from '@jest/globals';
import type { RunResult } from '../../../src/core/model/run-result.ts';
import type { Log } from '../../../src/sync/ports.ts';
import { showSuites } from '../../../src/wiring/show-suites.ts';
import { aFailedRun } from '../../support/report.ts';

const none = { total: 0, failed: 0 };
const attempt = { startedAt: 0, durationMs: 5, iterations: 1, executions: [], failures: [], warnings: [] };
const endOf = (suite: string) => ({
  result: {
    suite,
    collection: 'c.json',
    blocking: true,
    status: 'passed',
    flaky: false,
    earlier: [],
    attempt: { ...attempt, requests: none, assertions: none },
  } satisfies RunResult,
  output: [],
});

function logTo(lines: string[]): Log {
  const group = (title: string, details: readonly string[]): void =>
    void lines.push(title.replace(/ · .*?(?= \(|$)/, ''), ...details);
  return { line() {}, notice() {}, warning() {}, waiting: () => () => {}, group };
}

describe('suites that run', () => {
  it('are logged when they end, with the number of ended suites', () => {
    const lines: string[] = [];
    const { begin, ended } = showSuites(logTo(lines), {});
    begin(3);
    ended(1, endOf('second'));
    ended(0, endOf('first'));
    ended(2, endOf('third'));
    expect(lines).toEqual(['✓ second (1 of 3)', '✓ first (2 of 3)', '✓ third (3 of 3)']);
  });

  it('are logged with their failures, unless the result shows them', () => {
    const end = { result: aFailedRun(), output: ['log: hello'] };
    const linesOf = (failuresInResult: boolean): readonly string[] => {
      const lines: string[] = [];
      showSuites(logTo(lines), { failuresInResult }).ended(0, end);
      return lines;
    };
    expect(linesOf(false)).toEqual([
      '✗ Orders',
      expect.stringMatching(/^✗ Checkout \/ Place an order .*status code 201/),
      '  log: hello',
    ]);
    expect(linesOf(true)).toEqual(['✗ Orders', '  log: hello']);
  });

  it('are shown live below their logs', () => {
    const calls: string[] = [];
    const live = {
      begin: (total: number) => calls.push(`begin ${total}`),
      set: (index: number, { suite }: { readonly suite: string }) => calls.push(`set ${index} ${suite}`),
      remove: (index: number) => calls.push(`remove ${index}`),
      above: (write: () => void) => {
        calls.push('above');
        write();
      },
    };
    const { begin, progress, ended } = showSuites(logTo(calls), { live });
    begin(2);
    progress(0, { suite: 'first', requests: 1, failures: 0 });
    ended(0, endOf('first'));
    expect(calls).toEqual(['begin 2', 'set 0 first', 'remove 0', 'above', '✓ first']);
  });
});
