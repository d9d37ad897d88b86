import type { Difference } from '../../core/model/diff.ts';
import type { Report, ReportedChange } from '../../core/report/report.ts';
import { ACTION_SIGNS, differenceLines, differenceWords, SHOWN_LINES } from '../difference.ts';
import { codeBlock, inlineCode, markdown, oneLine, shorten } from '../escape.ts';
import { count, plural } from '../format.ts';
import { changeCounts, pendingChanges, planWords } from '../statistics.ts';
import type { Block } from './truncate.ts';

/** The plan: a sentence, then every pending change, its diff folded below it. */
export function planBlocks({ plan }: Report): readonly Block[] {
  if (!plan) return [];
  const pending = pendingChanges(plan);
  const { unchanged } = changeCounts(plan);
  const rest = pending.length > 0 && unchanged > 0 ? `, ${count(unchanged)} unchanged` : '';
  const cost = pending.length > 0 && !plan.applied ? `; applying costs ${plural(plan.cost, 'API call')}` : '';
  return [
    `### ${plan.applied ? 'Applied' : 'Plan'}: ${planWords(plan)}${rest}${cost}\n`,
    ...pending.map((change) => changeBlock(change)).sort(listFirst),
    ...plan.changes.filter(({ action, drifted }) => drifted && action === 'none').map(keptBlock),
  ];
}

/** What has no diff is a list; a list that is torn apart by folded diffs reads badly. */
const listFirst = (a: Block, b: Block): number => Number(typeof a !== 'string') - Number(typeof b !== 'string');

/** What stays as it is in Postman, with what the repository lacks of it. */
function keptBlock({ kind, name, behind = [], conflict }: ReportedChange): Block {
  const what = conflict ? 'was changed on both sides' : 'was changed in Postman and is left as it is there';
  if (behind.length === 0) return `> ⚠️ ${kind} ${markdown(name)} ${what}.\n`;
  const lines = behind.flatMap((difference) => diffLines(difference));
  const more = lines.length - SHOWN_LINES;
  return {
    open: `<details><summary>⚠️ ${kind} <b>${markdown(name)}</b> ${what} · ${plural(behind.length, 'change')} that the repository lacks</summary>\n`,
    blocks: [
      `${codeBlock(lines.slice(0, SHOWN_LINES).join('\n'), 'diff')}\n`,
      ...(more > 0 ? [`… and ${plural(more, 'more line')} in the report.\n`] : []),
    ],
    close: '</details>\n',
  };
}

function changeBlock(change: ReportedChange): Block {
  const head = headOf(change);
  const lines = change.diff.flatMap((difference) => diffLines(difference));
  const reason = change.reason ? [`${markdown(shorten(change.reason, 1000))}\n`] : [];
  if (lines.length === 0 && reason.length === 0) return `- ${head}`;
  const shown = lines.slice(0, SHOWN_LINES).join('\n');
  const more = lines.length - SHOWN_LINES;
  return {
    open: `<details><summary>${head}</summary>\n`,
    blocks: [
      ...reason,
      ...(lines.length > 0 ? [`${codeBlock(shown, 'diff')}\n`] : []),
      ...(more > 0 ? [`… and ${plural(more, 'more line')} in the report.\n`] : []),
    ],
    close: '</details>\n',
  };
}

function headOf({ action, kind, name, path, drifted, status, diff }: ReportedChange): string {
  const marks = [
    ...(diff.length > 0 ? [plural(diff.length, 'difference')] : []),
    ...(drifted ? ['⚠️ changed in Postman since the last apply'] : []),
    ...(status === 'failed' ? ['❌ failed'] : status === 'skipped' ? ['⏭️ skipped'] : []),
  ];
  const tail = marks.length > 0 ? ` · ${marks.join(' · ')}` : '';
  return `<code>${ACTION_SIGNS[action]}</code> ${kind} <b>${markdown(name)}</b> ${inlineCode(path)}${tail}`;
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
