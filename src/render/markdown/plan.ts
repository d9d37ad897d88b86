import type { Difference } from '../../core/model/diff.ts';
import type { Report, ReportedChange } from '../../core/report/report.ts';
import { ACTION_SIGNS, differenceLines, differenceWords, SHOWN_LINES } from '../difference.ts';
import { codeBlock, inlineCode, markdown, oneLine, shorten } from '../escape.ts';
import { count, plural } from '../format.ts';
import { conflictLine, GROUP_TITLES, groupsOf, isPull, markOf, type PlanGroups, planTitle } from '../plan-groups.ts';
import { changeCounts, pendingChanges, planWords } from '../statistics.ts';
import type { Block } from './truncate.ts';

/** The plan: a sentence, then every pending change by groups, its diff folded below it. */
export function planBlocks(report: Report): readonly Block[] {
  const { plan } = report;
  if (!plan) return [];
  const pending = pendingChanges(plan);
  const { unchanged } = changeCounts(plan);
  const rest = pending.length > 0 && unchanged > 0 ? `, ${count(unchanged)} unchanged` : '';
  const isFree = pending.length === 0 || plan.applied || isPull(report);
  const cost = isFree ? '' : `; applying costs ${plural(plan.cost, 'API call')}`;
  const groups = groupsOf(plan);
  const shown = GROUPS.filter((name) => groups[name].length > 0);
  return [
    `### ${planTitle(report)}: ${planWords(plan)}${rest}${cost}\n`,
    ...shown.flatMap((name) => [
      ...(shown.length === 1 && name === 'others' ? [] : [`\n**${GROUP_TITLES[name]}**\n`]),
      ...groups[name].map((change) => changeBlock(change, { group: name, report })).sort(listFirst),
    ]),
  ];
}

const GROUPS = ['atStake', 'others', 'ahead'] as const;

interface Showing {
  readonly group: keyof PlanGroups;
  readonly report: Report;
}

/** What has no diff is a list; a list that is torn apart by folded diffs reads badly. */
const listFirst = (a: Block, b: Block): number => Number(typeof a !== 'string') - Number(typeof b !== 'string');

function changeBlock(change: ReportedChange, showing: Showing): Block {
  const { conflict, reason } = change;
  const head = headOf(change, showing);
  const lines = conflict
    ? conflict.places.map((place) => oneLine(`! ${conflictLine(place, conflict)}`))
    : diffOf(change, showing).flatMap((difference) => diffLines(difference));
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

const diffOf = ({ diff, behind = [] }: ReportedChange, { group }: Showing): readonly Difference[] =>
  group === 'ahead' ? behind : diff;

function headOf(change: ReportedChange, showing: Showing): string {
  const { action, kind, name, path, status, conflict } = change;
  const differences = conflict ? [] : diffOf(change, showing);
  const mark = markOf(change, showing.report);
  const marks = [
    ...(differences.length > 0 ? [plural(differences.length, 'difference')] : []),
    ...(mark ? [`⚠️ ${markdown(mark)}`] : []),
    ...(status === 'failed' ? ['❌ failed'] : status === 'skipped' && !conflict ? ['⏭️ skipped'] : []),
  ];
  const tail = marks.length > 0 ? ` · ${marks.join(' · ')}` : '';
  const sign = showing.group === 'ahead' ? '←' : conflict ? '✗' : ACTION_SIGNS[action];
  return `<code>${sign}</code> ${kind} <b>${markdown(name)}</b> ${inlineCode(path)}${tail}`;
}

/** In GitHub's diff blocks `!` is what `~` means elsewhere: changed. */
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
