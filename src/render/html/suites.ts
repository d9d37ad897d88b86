import type { Attempt, Exchange, Failure, RunResult } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';
import { shorten } from '../escape.ts';
import { exchangesOf, messageText } from '../exchange.ts';
import { type FailureGroup, groupFailures, whichOf } from '../failures.ts';
import { count, duration, plural } from '../format.ts';
import { fileOf, KIND_WORDS, whereOf } from '../statistics.ts';
import { type Markup, markup, own } from './markup.ts';
import { timeline } from './timeline.ts';

/** Failures of a suite that the page shows. */
const SHOWN = 200;
const LONGEST_TEXT = 5000;

/** Every suite: a line, and below it its failures and its timeline; failed ones are open. */
export function suitesSection({ runs }: Report): Markup {
  if (runs.length === 0) return own('');
  return markup`<section aria-labelledby="suites"><h2 id="suites">Suites</h2>${runs.map((run) => suiteRow(run))}</section>`;
}

function suiteRow(run: RunResult): Markup {
  const { attempt, earlier } = run;
  const open = own(run.status === 'failed' && run.blocking ? ' open' : '');
  return markup`<details class="row"${open}><summary>${suiteLine(run)}</summary><div class="body">
<p class="dim meta"><code>${run.collection}</code>${run.environment !== undefined && markup` · environment ${run.environment}`}${times(attempt)}</p>
${failureList(attempt.failures, run, 'bad')}
${attempt.warnings.length > 0 && markup`<h3>Warnings</h3>${failureList(attempt.warnings, run, 'warn')}`}
${earlier.map((one, at) => markup`<h3>Run ${at + 1}, before this one: ${plural(one.failures.length, 'failure')}</h3>${failureList(one.failures, run, 'warn')}`)}
${timeline(attempt)}</div></details>`;
}

function times({ responseTimes }: Attempt): string {
  if (!responseTimes) return '';
  const { mean, p95, max } = responseTimes;
  return ` · answers in ${duration(mean)} on average, p95 ${duration(p95)}, at most ${duration(max)}`;
}

function suiteLine(run: RunResult): Markup {
  const { requests, assertions, durationMs } = run.attempt;
  const failed = assertions.failed > 0 ? `, ${count(assertions.failed)} failed` : '';
  return markup`<span class="line">${pill(run)}<span class="name">${run.suite}</span>
${run.flaky && markup`<span class="pill warn">flaky</span>`}${!run.blocking && markup`<span class="pill">does not gate</span>`}
<span class="end">${plural(requests.total, 'request')} · ${plural(assertions.total, 'assertion')}${failed} · ${duration(durationMs)}</span></span>`;
}

const pill = ({ status, blocking }: RunResult): Markup =>
  status === 'passed'
    ? markup`<span class="pill good">✓ passed</span>`
    : markup`<span class="pill ${own(blocking ? 'bad' : 'warn')}">✗ failed</span>`;

function failureList(failures: readonly Failure[], run: RunResult, look: 'bad' | 'warn'): Markup {
  const groups = groupFailures(failures, run);
  const rest = groups.length - SHOWN;
  const exchangeOf = exchangesOf(run.attempt);
  return markup`${groups.slice(0, SHOWN).map((group) => failureCard(group, { look, exchange: exchangeOf(group.failure) }))}
${rest > 0 && markup`<p class="dim">${plural(rest, 'more failure')} in report.json.</p>`}`;
}

function failureCard(
  group: FailureGroup,
  { look, exchange }: { readonly look: 'bad' | 'warn'; readonly exchange: Exchange | undefined },
): Markup {
  const { failure } = group;
  const { message } = failure;
  const [place, which] = [fileOf(failure), whichOf(group)];
  return markup`<div class="failure ${own(look)}"><span class="where">${whereOf(failure) || KIND_WORDS[failure.kind]}</span>
${which && markup`<span class="pill">${which}</span>`} ${failure.kind !== 'assertion' && whereOf(failure) !== '' && markup`<span class="pill">${KIND_WORDS[failure.kind]}</span>`}
${place && markup`<br><code class="dim">${place}</code>`}
<pre>${shorten(message, LONGEST_TEXT)}</pre>${exchange && exchangePair(exchange)}</div>`;
}

const exchangePair = ({ request, response }: Exchange): Markup =>
  markup`<details><summary class="dim">Request and response</summary><div class="pair"><pre>${shorten(messageText(request), LONGEST_TEXT)}</pre>
${response !== undefined && markup`<pre>${shorten(messageText(response), LONGEST_TEXT)}</pre>`}</div></details>`;
