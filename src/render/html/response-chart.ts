import { duration } from '../../core/lib/text.ts';
import type { Execution } from '../../core/model/run-result.ts';
import { type Markup, markup, own } from './markup.ts';

const COLUMNS = 180;
/** Height of the chart in its own units. */
const HEIGHT = 64;

interface ChartOptions {
  readonly totalMs: number;
  readonly isFailed: (execution: Execution) => boolean;
}

/** A column chart of the response times: the slowest response in each slice of time, red where a request failed. */
export function responseChart(executions: readonly Execution[], { totalMs, isFailed }: ChartOptions): Markup {
  const columns = Array.from({ length: COLUMNS }, () => ({ ms: 0, bad: false }));
  for (const execution of executions) {
    const column = columns[Math.min(COLUMNS - 1, Math.floor((COLUMNS * execution.startedMs) / Math.max(1, totalMs)))];
    if (!column) continue;
    column.ms = Math.max(column.ms, execution.responseMs ?? 0);
    column.bad ||= isFailed(execution);
  }
  const slowest = columns.reduce((most, { ms }) => Math.max(most, ms), 1);
  const bars = columns.flatMap(({ ms, bad }, at) => {
    if (ms === 0 && !bad) return [];
    const height = bad && ms === 0 ? HEIGHT - 4 : Math.max(2, ((HEIGHT - 8) * ms) / slowest);
    return [
      markup`<rect x="${at * 6 + 1}" y="${(HEIGHT - height).toFixed(1)}" width="4" height="${height.toFixed(1)}"${own(bad ? ' class="bad"' : '')}/>`,
    ];
  });
  return markup`<svg class="chart" role="img" viewBox="0 0 ${COLUMNS * 6} ${HEIGHT}" preserveAspectRatio="none" aria-label="Slowest response over time, at most ${duration(slowest)}">${bars}</svg>
<p class="dim">The slowest response at each time, up to ${duration(slowest)}; red where a request failed.</p>`;
}
