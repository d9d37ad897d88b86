import { plural } from '../../core/lib/text.ts';
import type { Difference } from '../../core/model/diff.ts';
import type { Report, ReportedChange, ReportedPlan } from '../../core/report/report.ts';
import { ACTION_SIGNS, DIFFERENCE_SIGNS, differenceLines, differenceWords } from '../difference.ts';
import { postmanLink, sourceLink } from '../links.ts';
import { GROUP_TITLES, isAhead, markOf, planGroupsOf, planTitle } from '../plan-groups.ts';
import { planWords } from '../statistics.ts';
import { type Markup, markup, own } from './markup.ts';

/** Most changes, and most differences of one change, that the page shows. */
const SHOWN = 500;

const COLOURS: ReadonlyMap<string, string> = new Map([
  ['+', 'good'],
  ['-', 'bad'],
  ['~', 'warn'],
]);

const LINE_LOOKS = { '+': 'add', '-': 'del', ' ': 'same' } as const;

/** The plan: every change with its differences and its result. Deletions and overwrites come first. */
export function planSection(report: Report): Markup {
  const { plan } = report;
  if (!plan) return own('');
  const { atStake, others, ahead } = planGroupsOf(plan);
  // Conflicts have their own section.
  const lost = atStake.filter(({ conflict }) => conflict === undefined);
  return markup`<section aria-labelledby="plan"><h2 id="plan">${planTitle(report)}: ${planWords(plan)}</h2>
${lost.length > 0 && markup`<h3 class="title">Deletions and overwrites</h3>`}${rows(lost, report)}
${others.length > 0 && lost.length > 0 && markup`<h3 class="title">${GROUP_TITLES.others}</h3>`}${rows(others, report)}
${ahead.length > 0 && markup`<h3 class="title">${GROUP_TITLES.ahead}</h3>`}${ahead.map((change) => aheadRow(change, report))}
${unchanged(plan)}</section>`;
}

const rows = (changes: readonly ReportedChange[], report: Report): readonly Markup[] => [
  ...changes.slice(0, SHOWN).map((change) => changeRow(change, report)),
  ...(changes.length > SHOWN
    ? [markup`<p class="dim">${plural(changes.length - SHOWN, 'more change')} in report.json.</p>`]
    : []),
];

function aheadRow(change: ReportedChange, report: Report): Markup {
  const { behind = [] } = change;
  return markup`<details class="row"><summary><span class="line">${signOf('←')}<span class="name">${change.name}</span>
<span class="dim">${change.kind}</span><code class="dim">${change.path}</code><span class="end">${behind.length > 0 && plural(behind.length, 'difference')}</span><span class="pill warn">${markOf(change, report)}</span></span></summary><div class="body">
${linksOf(change, report)}<ul class="diff">${behind.slice(0, SHOWN).map((difference) => differenceItem(difference))}</ul></div></details>`;
}

function changeRow(change: ReportedChange, report: Report): Markup {
  const line = markup`<span class="line">${signOf(ACTION_SIGNS[change.action])}<span class="name">${change.name}</span>
<span class="dim">${change.kind}</span><code class="dim">${change.path}</code>${pills(change, report)}</span>`;
  const links = linksOf(change, report);
  if (change.diff.length === 0 && !change.reason) return markup`<div class="row flat">${line}${links}</div>`;
  const rest = change.diff.length - SHOWN;
  return markup`<details class="row"><summary>${line}</summary><div class="body">
${links}${change.reason && markup`<p>${change.reason}</p>`}
<ul class="diff">${change.diff.slice(0, SHOWN).map((difference) => differenceItem(difference))}</ul>
${rest > 0 && markup`<p class="dim">${plural(rest, 'more difference')} in report.json.</p>`}</div></details>`;
}

/** Links to the file of a change and to the resource in Postman; empty where neither is known. */
export function linksOf(change: ReportedChange, report: Report): Markup {
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
  markup`<span class="sign mono ${own(COLOURS.get(sign) ?? 'dim')}">${sign}</span>`;

const ACTION_WORDS: Readonly<Record<ReportedChange['action'], string>> = {
  create: 'create',
  update: 'update',
  delete: 'delete',
  none: 'unchanged',
};

function pills(change: ReportedChange, report: Report): readonly Markup[] {
  const { action, status, diff } = change;
  const mark = markOf(change, report);
  const word = action === 'none' && status === 'failed' ? 'not read' : ACTION_WORDS[action];
  return [
    markup`<span class="end">${diff.length > 0 ? plural(diff.length, 'difference') : word}</span>`,
    ...(mark ? [markup`<span class="pill warn">${mark}</span>`] : []),
    ...(status === 'applied' ? [markup`<span class="pill good">applied</span>`] : []),
    ...(status === 'failed' ? [markup`<span class="pill bad">failed</span>`] : []),
    ...(status === 'skipped' ? [markup`<span class="pill warn">skipped</span>`] : []),
  ];
}

function differenceItem(difference: Difference): Markup {
  const lines = differenceLines(difference);
  const shown = lines.map(
    ({ sign, rest }) => markup`<span class="${own(LINE_LOOKS[sign])}">${`${sign} ${rest}`}</span>`,
  );
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
      ({ name, kind, path }) =>
        markup`<li>${name} <span class="dim">${kind}</span> <code class="dim">${path}</code></li>`,
    );
  return markup`<details class="row"><summary><span class="line"><span class="dim">${plural(same.length, 'resource')} unchanged</span></span></summary>
<div class="body"><ul class="diff">${items}</ul></div></details>`;
}
