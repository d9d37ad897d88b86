import { count, duration, plural } from '../../core/lib/text.ts';
import type { ComparedLatency } from '../../core/model/baseline.ts';
import type { RunResult } from '../../core/model/run-result.ts';
import { changeWords } from '../baseline.ts';
import { type Markup, markup, own } from './markup.ts';
import type { Page } from './page.ts';

/** Most requests that are listed; the largest rise of the 95th percentile comes first. */
const SHOWN = 200;

/** Response times of a suite and its requests, compared with the baseline; false where none can be compared. */
export function latencyPart({ report: { baseline } }: Page, { suite }: RunResult): Markup | false {
  const compared = (baseline?.latencies ?? []).filter((latency) => latency.suite === suite);
  if (compared.length === 0) return false;
  const whole = compared.filter(({ request }) => request === undefined);
  const requests = compared.filter(({ request }) => request !== undefined).sort((a, b) => b.change - a.change);
  const rest = requests.length - SHOWN;
  const slower = compared.filter(({ request, regressed }) => regressed && request !== undefined).length;
  const open = own(compared.some(({ regressed }) => regressed) ? ' open' : '');
  return markup`<details class="baseline"${open}><summary>Response times against the baseline${slower > 0 && markup` · <span class="warn">${plural(slower, 'request')} slower</span>`}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Response times of ${suite} against the baseline"><table><thead><tr><th scope="col">Request</th><th scope="col" class="num">Baseline p95</th><th scope="col" class="num">p95</th><th scope="col" class="num">Change</th><th scope="col" class="num">Answers</th></tr></thead>
<tbody>${[...whole, ...requests.slice(0, SHOWN)].map(row)}</tbody></table></div>
${rest > 0 && markup`<p class="dim">${plural(rest, 'more request')} in report.json.</p>`}</details>`;
}

function row({ request, before, after, change, regressed }: ComparedLatency): Markup {
  const look = own(regressed ? 'bad' : 'dim');
  return markup`<tr><td>${request ?? markup`<b>The suite</b>`}</td><td class="num">${duration(before.p95Ms)}</td><td class="num">${duration(after.p95Ms)}</td><td class="num ${look}">${changeWords({ change })}${regressed && ' slower'}</td><td class="num dim">${count(before.samples)} → ${count(after.samples)}</td></tr>`;
}
