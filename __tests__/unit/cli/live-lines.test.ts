import { describe, expect, it } from '@jest/globals';
import { LiveLines } from '../../../src/cli/live-lines.ts';
import { anAttempt, aRun } from '../../support/report.ts';

describe('live lines', () => {
  it('stay below other output, one for each suite, without control characters from names', () => {
    const written: string[] = [];
    let now = 1000;
    const lines = new LiveLines({ columns: 40, write: (text) => written.push(text) }, { now: () => now });
    lines.set(0, { suite: 'A\u001b[2J', requests: 1, failures: 0 });
    now += 200;
    lines.set(1, { suite: 'B', requests: 2, failures: 1 });
    lines.above(() => written.push('log\n'));
    lines.clear();
    expect(written.join('')).toBe(
      '▸ A · 1 request\n' +
        '\u001b[1A\u001b[0J▸ A · 1 request\n▸ B · 2 requests · 1 failure\n' +
        '\u001b[2A\u001b[0Jlog\n▸ A · 1 request\n▸ B · 2 requests · 1 failure\n' +
        '\u001b[2A\u001b[0J',
    );
  });

  it('show the number of ended suites, the running time, and the slowest suites', () => {
    const written: string[] = [];
    let now = 0;
    const lines = new LiveLines({ columns: 80, write: (text) => written.push(text) }, { now: () => now });
    const drawn = (): string => (written.at(-1) ?? '').trimEnd();
    const end = (index: number, suite: string, durationMs: number): void =>
      lines.remove(index, aRun({ suite, attempt: anAttempt({ durationMs }) }));
    lines.begin(3);
    now = 63_500;
    lines.set(0, { suite: 'A', requests: 1, failures: 0 });
    expect(drawn()).toBe('▸ A · 1 request\n0 of 3 suites · 1:03');
    end(0, 'A', 12_000);
    expect(drawn()).toBe('1 of 3 suites · 1:03 · slowest: A, 12.0 s');
    end(1, 'B', 4_000);
    expect(drawn()).toBe('2 of 3 suites · 1:03 · slowest: A, 12.0 s');
    end(2, 'C', 20_000);
    expect(written.at(-1)).toBe('\u001b[1A\u001b[0J');
  });
});
