import type { Attempt, Execution, Failure } from '../../core/model/run-result.ts';
import { count, duration, plural } from '../format.ts';
import { type Markup, markup, own } from './markup.ts';

/** Requests of a suite that the page lists. */
const SHOWN = 150;

/** A longer list is folded. */
const UNFOLDED = 30;

/** Columns of the chart over all requests. */
const COLUMNS = 180;

type IsBad = (execution: Execution) => boolean;

const placeOf = ({ iteration, path, request }: Pick<Failure, 'iteration' | 'path' | 'request'>): string =>
  JSON.stringify([iteration, path, request]);

/** Tells the executions in which an assertion, the request itself or a script failed. */
function badIn({ failures }: Attempt): IsBad {
  const places = new Set(failures.filter(({ assertion }) => assertion === undefined).map(placeOf));
  return (execution) =>
    (execution.code === undefined && wasSent(execution)) ||
    execution.assertions.some(({ status }) => status === 'failed') ||
    places.has(placeOf(execution));
}

/** A script may have skipped its request. */
const wasSent = ({ method }: Execution): boolean => method !== '';

/** When each request was sent and how long it took: a row each, and a chart over all where there are too many. */
export function timeline(attempt: Attempt): Markup {
  const { executions, durationMs, iterations } = attempt;
  if (executions.length === 0) return markup`<p class="dim">No request was sent.</p>`;
  const total = executions.reduce(
    (end, { startedMs, responseMs = 0 }) => Math.max(end, startedMs + responseMs),
    durationMs,
  );
  const isBad = badIn(attempt);
  const shown = selected(executions, isBad);
  const cut = shown.length < executions.length;
  return markup`${cut && chart(executions, { total, isBad })}
<details${own(executions.length <= UNFOLDED ? ' open' : '')}><summary class="title">Timeline of ${plural(executions.length, 'request')} over ${duration(total)}</summary>
<div class="scroll"><table class="timeline"><thead><tr><th scope="col"><span class="hidden">Result</span></th><th scope="col">Request</th><th scope="col" class="num">Status</th><th scope="col" class="num">Assertions</th><th scope="col" class="num">Time</th><th scope="col">From start</th></tr></thead>
<tbody>${shown.flatMap((execution, at) => [
    ...(iterations > 1 && shown[at - 1]?.iteration !== execution.iteration ? [iterationRow(execution)] : []),
    executionRow(execution, { total, isBad }),
  ])}</tbody></table></div>
${cut && markup`<p class="dim">${count(shown.length)} of ${count(executions.length)} requests are listed, failed ones first of all; report.json has every one.</p>`}</details>`;
}

/** The failed executions and the first of the others, in the order they ran. */
function selected(executions: readonly Execution[], isBad: IsBad): readonly Execution[] {
  if (executions.length <= SHOWN) return executions;
  const bad = new Set(executions.filter(isBad).slice(0, SHOWN));
  const good = new Set(executions.filter((execution) => !bad.has(execution)).slice(0, SHOWN - bad.size));
  return executions.filter((execution) => bad.has(execution) || good.has(execution));
}

const iterationRow = ({ iteration }: Execution): Markup =>
  markup`<tr><th colspan="6" scope="rowgroup">Iteration ${count(iteration)}</th></tr>`;

/** What all rows and columns share. */
interface Frame {
  /** Milliseconds from the first request to the end of the last. */
  readonly total: number;
  readonly isBad: IsBad;
}

function executionRow(execution: Execution, { total, isBad }: Frame): Markup {
  const { path, request, method, url, code, startedMs, responseMs = 0, assertions } = execution;
  const failed = assertions.filter(({ status }) => status === 'failed').length;
  const bad = isBad(execution);
  const percent = (ms: number): string => ((100 * ms) / Math.max(1, total)).toFixed(2);
  return markup`<tr${own(bad ? ' class="bad"' : '')}><td>${bad ? markup`<span aria-hidden="true">✗</span><span class="hidden">failed</span>` : markup`<span class="good" aria-hidden="true">✓</span><span class="hidden">passed</span>`}</td>
<td title="${url}"><span class="mono dim">${method}</span> ${[...path, request].join(' / ')}</td>
<td class="num">${code ?? (wasSent(execution) ? 'no answer' : 'not sent')}</td><td class="num">${failed > 0 ? `${failed} of ${assertions.length} failed` : assertions.length}</td>
<td class="num">${execution.responseMs === undefined ? '–' : duration(responseMs)}</td>
<td aria-hidden="true"><span class="track"><i style="margin-left:${percent(Math.min(startedMs, total * 0.99))}%;width:${percent(responseMs)}%"></i></span></td></tr>`;
}

/** The slowest answer of each stretch of time as a column; red where something failed. */
function chart(executions: readonly Execution[], { total, isBad }: Frame): Markup {
  const columns = Array.from({ length: COLUMNS }, () => ({ ms: 0, bad: false }));
  for (const execution of executions) {
    const column = columns[Math.min(COLUMNS - 1, Math.floor((COLUMNS * execution.startedMs) / Math.max(1, total)))];
    if (!column) continue;
    column.ms = Math.max(column.ms, execution.responseMs ?? 0);
    column.bad ||= isBad(execution);
  }
  const slowest = columns.reduce((most, { ms }) => Math.max(most, ms), 1);
  const bars = columns.flatMap(({ ms, bad }, at) => {
    if (ms === 0 && !bad) return [];
    const height = bad && ms === 0 ? 60 : Math.max(2, (56 * ms) / slowest);
    return [
      markup`<rect x="${at * 6 + 1}" y="${(64 - height).toFixed(1)}" width="4" height="${height.toFixed(1)}"${own(bad ? ' class="bad"' : '')}/>`,
    ];
  });
  return markup`<svg class="chart" role="img" viewBox="0 0 ${COLUMNS * 6} 64" preserveAspectRatio="none" aria-label="Slowest answer over time, at most ${duration(slowest)}">${bars}</svg>
<p class="dim">The slowest answer at each time, up to ${duration(slowest)}; red where something failed.</p>`;
}
