import { count, duration, plural } from '../../core/lib/text.ts';
import type { RunResult } from '../../core/model/run-result.ts';
import { failedIn } from '../executions.ts';
import { shownAtFailures } from './failures.ts';
import { type Markup, markup, own } from './markup.ts';
import type { Page } from './page.ts';
import { type RowOptions, requestRow } from './request-row.ts';
import { type FolderNode, isFolder, requestTree, type TreeNode } from './request-tree.ts';
import { responseChart } from './response-chart.ts';

/** Suites with more requests have a chart above them, and folders without a failure are folded. */
const MANY = 100;

/** The values that all folders of one suite share. */
interface TreeOptions extends RowOptions {
  /** Whether folders without a failure are open. */
  readonly open: boolean;
}

/** The requests of a suite in their folders, each with a bar in a waterfall. */
export function requestsPart(page: Page, run: RunResult): Markup {
  const { attempt } = run;
  const { executions, durationMs, iterations } = attempt;
  if (executions.length === 0) return markup`<p class="dim">No request was sent.</p>`;
  const totalMs = executions.reduce(
    (end, { startedMs, responseMs = 0 }) => Math.max(end, startedMs + responseMs),
    Math.min(durationMs, 1),
  );
  const isFailed = failedIn(attempt);
  const listed = executions.filter((execution) => page.budget.isListed(execution));
  const options = { page, totalMs, isFailed, atFailures: shownAtFailures(run), open: executions.length <= MANY };
  return markup`<h4>${plural(executions.length, 'request')} over ${duration(totalMs)}</h4>
${executions.length > MANY && responseChart(executions, { totalMs, isFailed })}
<div class="tree">${axis(totalMs)}${requestTree(listed, { iterations, isFailed }).map((node) => nodePart(node, options))}</div>
${listed.length < executions.length && markup`<p class="dim">${count(listed.length)} of ${count(executions.length)} requests are listed, preferably failed ones; report.json has all of them.</p>`}`;
}

/** The time axis of the waterfall. */
const axis = (totalMs: number): Markup =>
  markup`<div class="axis" aria-hidden="true"><span>0</span><span>${duration(totalMs / 2)}</span><span>${duration(totalMs)}</span></div>`;

const nodePart = (node: TreeNode, options: TreeOptions): Markup =>
  isFolder(node) ? folderPart(node, options) : requestRow(node, options);

function folderPart({ name, nodes, requests, failed, ms }: FolderNode, options: TreeOptions): Markup {
  const open = own(options.open || failed > 0 ? ' open' : '');
  const bad = failed > 0 && markup` · <span class="bad">${count(failed)} failed</span>`;
  return markup`<details class="folder"${open}><summary><span class="line"><b>${name}</b><span class="end">${plural(requests, 'request')}${bad} · ${duration(ms)}</span></span></summary>
${nodes.map((node) => nodePart(node, options))}</details>`;
}
