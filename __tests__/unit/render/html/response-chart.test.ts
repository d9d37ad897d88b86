import { describe, expect, it } from '@jest/globals';
import { responseChart } from '../../../../src/render/html/response-chart.ts';
import { anExecution } from '../../../support/report.ts';

/** The columns of a chart: place, height and whether something failed. */
const columnsOf = (...executions: readonly (readonly [startedMs: number, responseMs: number, failed?: boolean])[]) => {
  const list = executions.map(([startedMs, responseMs]) => anExecution({ startedMs, responseMs }));
  const failed = new Set(list.filter((_, at) => executions[at]?.[2]));
  const { text } = responseChart(list, { totalMs: 1_800, isFailed: (execution) => failed.has(execution) });
  const found = [...text.matchAll(/<rect x="(\d+)" y="([\d.]+)" width="4" height="([\d.]+)"( class="bad")?/g)];
  return found.map(([, x, y, height, bad]) => ({
    x: Number(x),
    y: Number(y),
    height: Number(height),
    bad: bad !== undefined,
  }));
};

describe('the chart of response times', () => {
  it('has a column for each interval, with the height of its slowest response', () => {
    expect(columnsOf([0, 50], [5, 100], [900, 25])).toEqual([
      { x: 1, y: 8, height: 56, bad: false },
      { x: 541, y: 50, height: 14, bad: false },
    ]);
  });

  it('marks a column with a failure, even without a response', () => {
    expect(columnsOf([0, 100], [3, 1, true], [900, 0, true])).toEqual([
      { x: 1, y: 8, height: 56, bad: true },
      { x: 541, y: 4, height: 60, bad: true },
    ]);
  });

  it('shows very fast responses, and late ones in the last column', () => {
    expect(columnsOf([0, 10_000], [5_000, 1])).toEqual([
      { x: 1, y: 8, height: 56, bad: false },
      { x: 1075, y: 62, height: 2, bad: false },
    ]);
  });

  it('has no column when no request was sent', () => {
    expect(columnsOf()).toEqual([]);
  });
});
