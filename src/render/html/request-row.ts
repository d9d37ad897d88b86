import { duration, plural } from '../../core/lib/text.ts';
import type { AssertionResult, Execution, Failure } from '../../core/model/run-result.ts';
import { shorten } from '../escape.ts';
import { wasSent } from '../executions.ts';
import { bytes } from '../format.ts';
import { consolePart, exchangePart } from './exchange.ts';
import { type Markup, markup, own } from './markup.ts';
import type { Page } from './page.ts';

const LONGEST_MESSAGE = 1000;

/** The values that all rows of one suite share. */
export interface RowOptions {
  readonly page: Page;
  /** The duration that the whole width of the waterfall shows. */
  readonly totalMs: number;
  readonly isFailed: (execution: Execution) => boolean;
  /** Executions whose request and response are shown at a failure. */
  readonly atFailures: ReadonlyMap<Execution, Failure>;
}

/** A request: one line with its bar in the waterfall, and folded below it URL, assertions, request and response. */
export function requestRow(execution: Execution, options: RowOptions): Markup {
  const { page, totalMs, isFailed } = options;
  const { request, method, code, startedMs, responseMs, responseBytes } = execution;
  const bad = isFailed(execution);
  const left = percentOf(Math.min(startedMs, totalMs * 0.995), totalMs);
  const width = percentOf(responseMs ?? 0, totalMs);
  const status = code ?? (wasSent(execution) ? 'no response' : 'not sent');
  return markup`<details class="q${own(bad ? ' f' : '')}" id="${page.anchors.execution(execution)}" data-m="${Math.round(responseMs ?? 0)}"><summary><span class="k" role="img" aria-label="${bad ? 'failed' : 'passed'}">${bad ? '✗' : '✓'}</span><span class="n"><i>${method}</i> ${request}</span><span>${status}</span><span>${responseMs === undefined ? '–' : duration(responseMs)}</span><span>${responseBytes === undefined ? '–' : bytes(responseBytes)}</span><span class="w"><i style="margin-left:${left}%;width:${width}%"></i></span></summary>
${rowDetails(execution, options)}</details>`;
}

const percentOf = (ms: number, totalMs: number): string => ((100 * ms) / Math.max(1, totalMs)).toFixed(1);

function rowDetails(execution: Execution, options: RowOptions): Markup {
  const { url, assertions } = execution;
  return markup`<div class="d">${url && markup`<code>${url}</code>`}
${options.page.budget.hasAssertions(execution) ? assertionList(assertions) : markup`<p class="dim">${plural(assertions.length, 'assertion')}; their names are in report.json.</p>`}
${messages(execution, options)}</div>`;
}

/** Console output, request and response; or a link to the failure that shows them. */
function messages(execution: Execution, { page, atFailures }: RowOptions): Markup | false {
  const failure = atFailures.get(execution);
  if (!page.budget.hasExchange(execution))
    return execution.exchange !== undefined && markup`<p class="dim">Request and response are in report.json.</p>`;
  if (failure)
    return markup`<p><a href="#${page.anchors.failure(failure)}">Request and response are at the failure</a></p>`;
  return markup`${consolePart(execution)}${exchangePart(execution)}`;
}

function assertionList(assertions: readonly AssertionResult[]): Markup {
  if (assertions.length === 0) return markup`<p class="dim">No assertion.</p>`;
  return markup`<ul class="a">${assertions.map((assertion) => assertionItem(assertion))}</ul>`;
}

function assertionItem({ name, status, message }: AssertionResult): Markup {
  switch (status) {
    case 'passed':
      return markup`<li>${name}</li>`;
    case 'skipped':
      return markup`<li class="s">${name} <span class="dim">skipped</span></li>`;
    case 'failed':
      return markup`<li class="f">${name}${message !== undefined && markup`<br><span class="dim">${shorten(message, LONGEST_MESSAGE)}</span>`}</li>`;
  }
}
