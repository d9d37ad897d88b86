import { describe, expect, it } from '@jest/globals';
import type { RunResult } from '../../../../src/core/model/run-result.ts';
import { suiteChart } from '../../../../src/render/markdown/chart.ts';
import { anAttempt, aReport, aRun } from '../../../support/report.ts';

const linesOf = (runs: readonly RunResult[]): readonly string[] =>
  suiteChart(aReport({ runs }))
    .flatMap((block) => (typeof block === 'string' ? [block] : block.blocks))
    .join('')
    .split('\n')
    .filter((line) => line !== '');

const runAt = (startedAt: number, durationMs: number, parts: Partial<RunResult> = {}) =>
  aRun({ attempt: anAttempt({ startedAt, durationMs }), ...parts });

describe('the chart of suites', () => {
  it('is there for two suites and more', () => {
    expect(linesOf([])).toEqual([]);
    expect(linesOf([aRun()])).toEqual([]);
    expect(linesOf([aRun(), aRun()])).toHaveLength(7);
  });

  it('has a bar for each suite, from the start of the first one', () => {
    const runs = [
      runAt(1500, 20.4, { suite: 'A: <b>, #;c' }),
      runAt(1000, 0, { status: 'failed' }),
      runAt(1000.6, 1, { status: 'failed', blocking: false, suite: 'x'.repeat(50) }),
    ];
    expect(linesOf(runs).slice(4, -1)).toEqual([
      '  1 A b c :active, 500, 520',
      '  2 Orders :crit, 0, 1',
      expect.stringMatching(/^ {2}3 x{39}…? :done, 1, 2$/),
    ]);
  });

  it.each([
    [59_999, '%S.%L'],
    [60_000, '%M:%S'],
  ])('has an axis that fits: %d ms', (ms, format) => {
    expect(linesOf([runAt(0, 1), runAt(0, ms)])).toContain(`  axisFormat ${format}`);
  });

  it.each([30, 31])('has thirty bars at most: %d', (count) => {
    const bars = linesOf(Array.from({ length: count }, () => aRun())).filter((line) => line.includes(':active'));
    expect(bars).toHaveLength(30);
  });
});
