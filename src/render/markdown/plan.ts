import { count, plural } from '../../core/lib/text.ts';
import type { Difference } from '../../core/model/diff.ts';
import type { Report, ReportedChange } from '../../core/report/report.ts';
import { differenceLines, differenceWords, SHOWN_LINES } from '../difference.ts';
import { codeBlock, inlineCode, markdown, oneLine, shorten } from '../escape.ts';
import {
  conflictLine,
  differencesOf,
  isPull,
  markOf,
  type PlanGroups,
  planTitle,
  signOf,
  titledGroupsOf,
} from '../plan-groups.ts';
import { changeCounts, pendingChanges, planWords } from '../statistics.ts';
import type { Block } from './truncate.ts';

/** The plan: one sentence, then the pending changes in groups, each with its diff folded below it. */
export function planBlocks(report: Report): readonly Block[] {
  const { plan } = report;
  if (!plan) return [];
  const pending = pendingChanges(plan);
  const { unchanged } = changeCounts(plan);
  const rest = pending.length > 0 && unchanged > 0 ? `, ${count(unchanged)} unchanged` : '';
  const isFree = pending.length === 0 || plan.applied || isPull(report);
  const cost = isFree ? '' : `; applying costs ${plural(plan.cost, 'API call')}`;
  return [
    `### ${planTitle(report)}: ${planWords(plan)}${rest}${cost}\n`,
    ...titledGroupsOf(plan).flatMap(({ group, title, changes }) => [
      ...(title === '' ? [] : [`\n**${title}**\n`]),
      ...changes.map((change) => changeBlock(change, { group, report })).sort(listFirst),
    ]),
  ];
}

interface ChangeOptions {
  readonly group: keyof PlanGroups;
  readonly report: Report;
}

/** List items (changes without a diff) come first: folded diffs between them would break up the list. */
const listFirst = (a: Block, b: Block): number => Number(typeof a !== 'string') - Number(typeof b !== 'string');

function changeBlock(change: ReportedChange, options: ChangeOptions): Block {
  const { conflict, reason } = change;
  const head = headOf(change, options);
  const lines = conflict
    ? conflict.places.map((place) => oneLine(`! ${conflictLine(place, conflict)}`))
    : differencesOf(change, options.group).flatMap((difference) => diffLines(difference));
  const why = reason ? [`${markdown(shorten(reason, 1000))}\n`] : [];
  if (lines.length === 0 && why.length === 0) return `- ${head}`;
  const shown = lines.slice(0, SHOWN_LINES).join('\n');
  const more = lines.length - SHOWN_LINES;
  return {
    open: `<details><summary>${head}</summary>\n`,
    blocks: [
      ...why,
      ...(lines.length > 0 ? [`${codeBlock(shown, 'diff')}\n`] : []),
      ...(more > 0 ? [`… and ${plural(more, 'more line')} in the report.\n`] : []),
    ],
    close: '</details>\n',
  };
}

function headOf(change: ReportedChange, { group, report }: ChangeOptions): string {
  const { kind, name, path, status, conflict } = change;
  const differences = conflict ? [] : differencesOf(change, group);
  const mark = markOf(change, report);
  const marks = [
    ...(differences.length > 0 ? [plural(differences.length, 'difference')] : []),
    ...(mark ? [`⚠️ ${markdown(mark)}`] : []),
    ...(status === 'failed' ? ['❌ failed'] : []),
    ...(status === 'skipped' && !conflict ? ['⏭️ skipped'] : []),
  ];
  const tail = marks.length > 0 ? ` · ${marks.join(' · ')}` : '';
  return `<code>${signOf(change, group)}</code> ${kind} <b>${markdown(name)}</b> ${inlineCode(path)}${tail}`;
}

/** The signs of GitHub's diff blocks: a change is `!`, not `~`. */
const SIGNS: Readonly<Record<Difference['change'], string>> = {
  added: '+',
  removed: '-',
  changed: '!',
  moved: '!',
  renamed: '!',
};

const diffLines = (difference: Difference): readonly string[] => [
  oneLine(`${SIGNS[difference.change]} ${differenceWords(difference)}`),
  ...differenceLines(difference).map(({ sign, rest }) => `${sign}     ${rest}`.trimEnd()),
];
