import { count, duration, plural } from '../../core/lib/text.ts';
import type { RunResult } from '../../core/model/run-result.ts';
import { reasonsOf } from '../reasons.ts';
import { assertionTally, requestTally, type Tally } from '../statistics.ts';
import { isNotable } from '../suite-order.ts';
import { type Markup, markup, own } from './markup.ts';
import type { Page } from './page.ts';

/** With more suites, the green ones share one row. */
const FEW = 12;

/** A table of contents of the suites; empty for a single suite. */
export function suiteIndex({ runs, anchors }: Page): Markup {
  const listed = runs.length <= FEW ? runs : runs.filter(isNotable);
  if (runs.length < 2 || listed.length === 0) return own('');
  const others = runs.filter((run) => !listed.includes(run));
  return markup`<div class="row scroll" tabindex="0" role="region" aria-label="Index of suites"><table class="index"><thead><tr><th scope="col"><span class="hidden">Result</span></th><th scope="col">Suite</th><th scope="col">Why</th><th scope="col" class="num">Requests</th><th scope="col" class="num">Assertions</th><th scope="col" class="num">Time</th><th scope="col"><span class="hidden">Share</span></th></tr></thead>
<tbody>${listed.map((run) => suiteRow(run, anchors.suite(run)))}${others.length > 0 && othersRow(others)}</tbody></table></div>`;
}

const suiteRow = (run: RunResult, id: string): Markup =>
  markup`<tr><td>${mark(run)}</td><td><a href="#${id}">${run.suite}</a>${!run.blocking && markup` <span class="pill">does not gate</span>`}</td>
<td class="dim">${reasonsOf(run).join(', ')}</td>${numbers([run])}</tr>`;

const othersRow = (runs: readonly RunResult[]): Markup =>
  markup`<tr><td><span class="good" role="img" aria-label="passed">✓</span></td><td><a href="#passed">${plural(runs.length, 'suite')} passed</a></td><td></td>${numbers(runs)}</tr>`;

function numbers(runs: readonly RunResult[]): Markup {
  const [requests, assertions] = [requestTally({ runs }), assertionTally({ runs })];
  const time = runs.reduce((total, { attempt }) => total + attempt.durationMs, 0);
  return markup`<td class="num">${tally(requests)}</td><td class="num">${tally(assertions)}</td><td class="num">${duration(time)}</td><td>${shareBar(assertions)}</td>`;
}

/** The result of a suite as a coloured sign. */
export function mark({ status, flaky, blocking }: RunResult): Markup {
  if (status === 'failed')
    return markup`<span class="${own(blocking ? 'bad' : 'warn')}" role="img" aria-label="failed">✗</span>`;
  return markup`<span class="${own(flaky ? 'warn' : 'good')}" role="img" aria-label="${flaky ? 'flaky' : 'passed'}">✓</span>`;
}

/** A total, with the number of failed ones before it: `3 of 12`. */
export const tally = ({ total, failed }: Tally): Markup =>
  failed > 0 ? markup`<b class="bad">${count(failed)}</b> of ${count(total)}` : markup`${count(total)}`;

/** A bar with the share of failed assertions; empty without assertions. */
function shareBar({ total, failed }: Tally): Markup {
  if (total === 0) return own('');
  const bad = failed === 0 ? 0 : Math.max(3, (100 * failed) / total);
  return markup`<span class="share" aria-hidden="true"><i class="bad" style="width:${bad.toFixed(1)}%"></i></span>`;
}
