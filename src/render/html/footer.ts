import { count } from '../../core/lib/text.ts';
import type { MonitorResult } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';
import { callsOf, type LimitRow, limitRows, lookOf } from '../limits.ts';
import { beforeWords, latencyOf, linkOf, monitorMarks } from '../monitors.ts';
import type { Tally } from '../statistics.ts';
import { type Markup, markup, own } from './markup.ts';

/** The monitors that this run started in Postman's cloud; empty without monitors. */
export function monitorsSection({ monitors }: Report): Markup {
  if (monitors.length === 0) return own('');
  return markup`<section aria-labelledby="monitors"><h2 id="monitors">Monitors</h2>
<div class="row scroll" tabindex="0" role="region" aria-label="Table of monitors"><table><thead><tr><th scope="col">Monitor</th><th scope="col">Status</th><th scope="col" class="num">Requests</th><th scope="col" class="num">Assertions</th><th scope="col" class="num">Latency</th><th scope="col">Run before</th></tr></thead>
<tbody>${monitors.map((monitor) => monitorRow(monitor))}</tbody></table></div></section>`;
}

const monitorRow = (monitor: MonitorResult): Markup =>
  markup`<tr><td>${monitorName(monitor)}${monitorMarks(monitor).map((mark) => markup` <span class="pill">${mark}</span>`)}${monitor.message && markup`<br><span class="dim">${monitor.message}</span>`}</td>
<td><span class="pill ${own(monitorLook(monitor))}">${monitor.passed ? '✓' : '✗'} ${monitor.status}</span></td>
<td class="num">${tally(monitor.requests)}</td><td class="num">${tally(monitor.assertions)}</td>
<td class="num">${latencyOf(monitor)}</td><td class="dim">${beforeWords(monitor)}</td></tr>`;

function monitorName(monitor: MonitorResult): Markup {
  const link = linkOf(monitor);
  if (link === undefined) return markup`<span class="name">${monitor.name}</span>`;
  return markup`<a class="name" href="${link}" rel="noreferrer">${monitor.name}</a>`;
}

function monitorLook({ passed, blocking }: MonitorResult): string {
  if (passed) return 'good';
  return blocking ? 'bad' : 'warn';
}

const tally = ({ total, failed }: Tally): string =>
  failed > 0 ? `${count(failed)} of ${count(total)} failed` : count(total);

/** Whether this run called Postman's API, or knows its limits. */
export const usesPostman = (api: Report['api']): boolean =>
  api.apiCalls > 0 || limitRows(api, { all: true }).length > 0;

/** The limits of the API key and what is used of them; empty where Postman was not called. */
export function limitsSection({ api }: Report): Markup {
  const rows = limitRows(api, { all: true });
  if (!usesPostman(api)) return own('');
  const table = markup`<div class="row scroll" tabindex="0" role="region" aria-label="Table of limits"><table><thead><tr><th scope="col">Limit</th><th scope="col">Share</th><th scope="col"><span class="hidden">Percent</span></th><th scope="col" class="num">Used</th><th scope="col"><span class="hidden">Note</span></th></tr></thead>
<tbody>${rows.map((row) => limitRow(row))}</tbody></table></div>`;
  return markup`<section aria-labelledby="limits"><h2 id="limits">Limits</h2>
${rows.length > 0 ? table : markup`<p class="dim">Postman reported no limits.</p>`}
<p class="dim">This run: ${callsOf(api)}.</p></section>`;
}

function limitRow(row: LimitRow): Markup {
  const { name, share, percent, used, note } = row;
  const look = own(lookOf(row) ?? '');
  const width = Math.min(100, Math.max(0, share * 100)).toFixed(1);
  const meter = markup`<span class="meter ${look}" aria-hidden="true"><i style="width:${width}%"></i></span>`;
  return markup`<tr><td>${name}</td><td>${percent !== '' && meter}</td><td class="num">${percent}</td><td class="num">${used}</td><td class="dim">${note}</td></tr>`;
}

/** The tool that made the page, and the workspace. */
export const footer = ({ tool, workspace }: Report): Markup =>
  markup`<footer>${tool.name} ${tool.version}${workspace && markup` · workspace <code>${workspace.id}</code>`}</footer>`;
