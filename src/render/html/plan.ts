import type { Difference } from '../../core/model/diff.ts';
import type { Report, ReportedChange, ReportedPlan } from '../../core/report/report.ts';
import { ACTION_SIGNS, DIFFERENCE_SIGNS, differenceLines, differenceWords } from '../difference.ts';
import { plural } from '../format.ts';
import { postmanLink, sourceLink } from '../links.ts';
import { pendingChanges, planWords } from '../statistics.ts';
import { type Markup, markup, own } from './markup.ts';

/** Changes, and differences of one change, that the page shows. */
const SHOWN = 500;

const COLOURS = { '+': 'good', '-': 'bad', '~': 'warn', ' ': 'dim' } as const;

/** The plan with what every change does, and what became of it. */
export function planSection(report: Report): Markup {
  const { plan } = report;
  if (!plan) return own('');
  const pending = pendingChanges(plan);
  const rest = pending.length - SHOWN;
  return markup`<section aria-labelledby="plan"><h2 id="plan">${plan.applied ? 'Applied' : 'Plan'}: ${planWords(plan)}</h2>
${pending.slice(0, SHOWN).map((change) => changeRow(change, report))}
${rest > 0 && markup`<p class="dim">${plural(rest, 'more change')} in report.json.</p>`}
${plan.changes.filter(isAhead).map((change) => aheadRow(change, report))}
${unchanged(plan)}</section>`;
}

/** Whether Postman has changes that the repository lacks, and that stand in nobody's way. */
const isAhead = ({ behind, isGone, conflict }: ReportedChange): boolean =>
  conflict === undefined && ((behind?.length ?? 0) > 0 || isGone === true);

function aheadRow({ behind = [], isGone, ...change }: ReportedChange, report: Report): Markup {
  const what = isGone
    ? 'deleted in Postman, kept in the repository'
    : `Postman is ahead: ${plural(behind.length, 'change')}; pull brings them`;
  return markup`<details class="row"><summary><span class="line">${signOf('~')}<span class="name">${change.name}</span>
<span class="dim">${change.kind}</span><code class="dim">${change.path}</code><span class="pill warn">${what}</span></span></summary><div class="body">
${linksOf(change, report)}<ul class="diff">${behind.slice(0, SHOWN).map((difference) => differenceItem(difference))}</ul></div></details>`;
}

function changeRow(change: ReportedChange, report: Report): Markup {
  const line = markup`<span class="line">${signOf(ACTION_SIGNS[change.action])}<span class="name">${change.name}</span>
<span class="dim">${change.kind}</span><code class="dim">${change.path}</code>${pills(change)}</span>`;
  const links = linksOf(change, report);
  if (change.diff.length === 0 && !change.reason) return markup`<div class="row flat">${line}${links}</div>`;
  const rest = change.diff.length - SHOWN;
  return markup`<details class="row"><summary>${line}</summary><div class="body">
${links}${change.reason && markup`<p>${change.reason}</p>`}
<ul class="diff">${change.diff.slice(0, SHOWN).map((difference) => differenceItem(difference))}</ul>
${rest > 0 && markup`<p class="dim">${plural(rest, 'more difference')} in report.json.</p>`}</div></details>`;
}

/** The file where it is shown, and the resource in Postman. */
function linksOf(change: Omit<ReportedChange, 'behind' | 'isGone'>, report: Report): Markup {
  const links = [
    ['File', change.kind === 'monitor' ? undefined : sourceLink(report, { path: change.path })],
    ['Open in Postman', postmanLink(report, change)],
  ] as const;
  const shown = links.flatMap(([text, link]) =>
    link === undefined ? [] : [markup`<a href="${link}" rel="noreferrer">${text}</a> `],
  );
  return shown.length === 0 ? own('') : markup`<p class="links">${shown}</p>`;
}

const signOf = (sign: string): Markup =>
  markup`<span class="sign mono ${own(COLOURS[sign as keyof typeof COLOURS] ?? 'dim')}">${sign}</span>`;

const WORDS: Readonly<Record<ReportedChange['action'], string>> = {
  create: 'create',
  update: 'update',
  delete: 'delete',
  none: 'unchanged',
};

function pills({ action, status, drifted, diff }: ReportedChange): readonly Markup[] {
  const word = action === 'none' && status === 'failed' ? 'not read' : WORDS[action];
  return [
    markup`<span class="end">${diff.length > 0 ? plural(diff.length, 'difference') : word}</span>`,
    ...(drifted ? [markup`<span class="pill warn">changed in Postman</span>`] : []),
    ...(status === 'applied' ? [markup`<span class="pill good">applied</span>`] : []),
    ...(status === 'failed' ? [markup`<span class="pill bad">failed</span>`] : []),
    ...(status === 'skipped' ? [markup`<span class="pill warn">skipped</span>`] : []),
  ];
}

function differenceItem(difference: Difference): Markup {
  const lines = differenceLines(difference);
  const shown = lines.map(({ sign, rest }) => {
    const look = own(sign === '+' ? 'add' : sign === '-' ? 'del' : 'same');
    return markup`<span class="${look}">${`${sign} ${rest}`}</span>`;
  });
  return markup`<li>${signOf(DIFFERENCE_SIGNS[difference.change])}${differenceWords(difference)}${lines.length > 0 && markup`<pre>${shown}</pre>`}</li>`;
}

function unchanged({ changes }: ReportedPlan): Markup {
  const same = changes.filter(
    (change) => change.action === 'none' && change.status !== 'failed' && !change.conflict && !isAhead(change),
  );
  if (same.length === 0) return own('');
  const items = same
    .slice(0, SHOWN)
    .map(
      ({ name, kind, path, drifted }) =>
        markup`<li>${name} <span class="dim">${kind}</span> <code class="dim">${path}</code>${drifted && markup` <span class="pill warn">changed in Postman, left as it is there</span>`}</li>`,
    );
  return markup`<details class="row"><summary><span class="line"><span class="dim">${plural(same.length, 'resource')} unchanged</span></span></summary>
<div class="body"><ul class="diff">${items}</ul></div></details>`;
}
