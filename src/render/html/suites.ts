import { duration, noun, plural } from '../../core/lib/text.ts';
import type { Attempt, RunResult } from '../../core/model/run-result.ts';
import { bytes } from '../format.ts';
import { sourceLink } from '../links.ts';
import { reasonsOf } from '../reasons.ts';
import { isNotable } from '../suite-order.ts';
import { earlierAttempts } from './earlier-attempts.ts';
import { failureCards } from './failures.ts';
import { latencyPart } from './latencies.ts';
import { linked, type Markup, markup, own } from './markup.ts';
import type { Page } from './page.ts';
import { requestsPart } from './requests.ts';
import { mark, suiteIndex, tally } from './suite-index.ts';

/** With more suites, the green ones are folded into one group. */
const FEW = 12;

/** The index of suites, then every suite with its failures and requests. Failed suites are open. */
export function suitesSection(page: Page): Markup {
  const { runs } = page;
  if (runs.length === 0) return own('');
  const [notable, green] = [runs.filter(isNotable), runs.filter((run) => !isNotable(run))];
  const folded = runs.length > FEW && notable.length > 0 && green.length > 1;
  return markup`<section aria-labelledby="suites"><h2 id="suites">Suites</h2>
${suiteIndex(page)}${tools()}
${notable.map((run) => suitePart(page, run))}
${folded ? greenSuites(page, green) : green.map((run) => suitePart(page, run))}</section>`;
}

const greenSuites = (page: Page, runs: readonly RunResult[]): Markup =>
  markup`<details class="row group" id="passed"><summary><span class="line"><span class="good" aria-hidden="true">✓</span><span class="name">${plural(runs.length, 'suite')} passed</span></span></summary>
<div class="body">${runs.map((run) => suitePart(page, run))}</div></details>`;

function suitePart(page: Page, run: RunResult): Markup {
  const { attempt } = run;
  const open = own(run.status === 'failed' && run.blocking ? ' open' : '');
  const state = own(run.status === 'passed' && run.flaky ? 'flaky' : run.status);
  return markup`<details class="row suite" id="${page.anchors.suite(run)}" data-state="${state}"${open}><summary>${suiteLine(run)}</summary><div class="body">
<p class="dim meta">${fileLink(page, run)}${run.environment !== undefined && markup` · environment ${run.environment}`}${times(attempt)}</p>
${failureCards(page, { run, failures: attempt.failures, look: 'bad' })}
${attempt.warnings.length > 0 && markup`<h4>Warnings</h4>${failureCards(page, { run, failures: attempt.warnings, look: 'warn' })}`}
${earlierAttempts(run)}
${latencyPart(page, run)}
${requestsPart(page, run)}</div></details>`;
}

const fileLink = ({ report }: Page, { collection }: RunResult): Markup =>
  linked(sourceLink(report, { path: collection }), markup`<code>${collection}</code>`);

function times({ responseTimes, executions }: Attempt): string {
  if (!responseTimes) return '';
  const { mean, p95, max } = responseTimes;
  const received = executions.reduce((sum, { responseBytes = 0 }) => sum + responseBytes, 0);
  const size = received > 0 ? ` · ${bytes(received)} received` : '';
  return ` · responses in ${duration(mean)} on average, p95 ${duration(p95)}, at most ${duration(max)}${size}`;
}

function suiteLine(run: RunResult): Markup {
  const { requests, assertions, durationMs } = run.attempt;
  const why = reasonsOf(run).join(', ');
  return markup`<span class="line">${mark(run)}<h3 class="name">${run.suite}</h3>
${run.flaky && markup`<span class="pill warn">flaky</span>`}${!run.blocking && markup`<span class="pill">does not gate</span>`}${why && markup`<span class="dim why">${why}</span>`}
<span class="end">${plural(requests.total, 'request')} · ${tally(assertions)} ${noun(assertions.total, 'assertion')} · ${duration(durationMs)}</span></span>`;
}

/** Search, filter and order of the requests. Hidden until the page's script runs. */
const tools = (): Markup =>
  markup`<form id="tools" class="card tools" role="search" aria-label="Find requests" hidden>
<label class="grow"><span class="hidden">Search requests</span><input type="search" id="find" placeholder="Search: name, URL, test, log ( / )" autocomplete="off" spellcheck="false"></label>
<label><span class="hidden">Result</span><select id="state"><option value="">All results</option><option value="failed">Failed</option><option value="flaky">Flaky suites</option><option value="passed">Passed</option></select></label>
<label><span class="hidden">Folder</span><select id="folder"><option value="">All folders</option></select></label>
<label><span class="hidden">Order</span><select id="order"><option value="">As they ran</option><option value="slow">Slowest first</option></select></label>
<button type="button" id="next">Next failure <kbd>n</kbd></button><button type="button" id="unfold">Unfold all</button>
<p id="found" class="dim" role="status"></p></form>`;
