import { describe, expect, it } from '@jest/globals';
import type { RunResult } from '../../../src/core/model/run-result.ts';
import type { Log } from '../../../src/sync/ports.ts';
import { showSuites } from '../../../src/wiring/show-suites.ts';

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
  const group = (title: string): void => void lines.push(title.replace(/ · .*/, ''));
  return { line() {}, notice() {}, warning() {}, waiting: () => () => {}, group };
}

describe('suites that run', () => {
  it('are logged in the order of the list, whichever ends first', () => {
    const lines: string[] = [];
    const { ended } = showSuites(logTo(lines), undefined);
    ended(1, endOf('second'));
    expect(lines).toEqual([]);
    ended(0, endOf('first'));
    ended(2, endOf('third'));
    expect(lines).toEqual(['✓ first', '✓ second', '✓ third']);
  });

  it('are shown live, and their logs above', () => {
    const calls: string[] = [];
    const { progress, ended } = showSuites(logTo(calls), {
      set: (index, { suite }) => calls.push(`set ${index} ${suite}`),
      remove: (index) => calls.push(`remove ${index}`),
      above: (write) => {
        calls.push('above');
        write();
      },
    });
    progress(0, { suite: 'first', requests: 1, failures: 0 });
    ended(0, endOf('first'));
    expect(calls).toEqual(['set 0 first', 'remove 0', 'above', '✓ first']);
  });
});
