import type { Difference } from '../../core/model/diff.ts';
import type { Report, ReportedChange, ReportedPlan } from '../../core/report/report.ts';
import { ACTION_SIGNS, DIFFERENCE_SIGNS, differenceLines, differenceWords, SHOWN_LINES } from '../difference.ts';
import { oneLine, shorten } from '../escape.ts';
import { plural } from '../format.ts';
import { changeCounts, pendingChanges, planWords } from '../statistics.ts';
import { type Ansi, ansiOf, columns, indent, type Style } from './ansi.ts';

/** The plan as lines: every pending change with its differences, the unchanged ones as a count. */
export function planLines(report: Pick<Report, 'plan' | 'workspace'>, style: Style): readonly string[] {
  const { plan, workspace } = report;
  if (!plan) return [];
  const paint = ansiOf(style);
  const where = workspace ? ` for ${oneLine(workspace.name)}` : '';
  const pending = pendingChanges(plan);
  if (pending.length === 0) return [`${paint.bold(`Plan${where}`)}: ${inSync(plan)}`];
  return [
    paint.bold(`Plan${where}`),
    '',
    ...changeLines(pending, style),
    '',
    `${planWords({ ...plan, applied: false })}, ${changeCounts(plan).unchanged} unchanged; costs ${plural(plan.cost, 'API call')}.`,
  ];
}

function inSync(plan: ReportedPlan): string {
  const { unchanged, drifted } = changeCounts(plan);
  const left = drifted > 0 ? `, ${drifted} left as changed in Postman` : '';
  return plan.changes.length === 0
    ? 'nothing to sync.'
    : `no changes, ${plural(unchanged, 'resource')} in sync${left}.`;
}

function changeLines(changes: readonly ReportedChange[], style: Style): readonly string[] {
  const paint = ansiOf(style);
  const heads = columns(changes.map(({ kind, name, path }) => [kind, oneLine(name), oneLine(path)]));
  return changes.flatMap((change, at) => {
    const sign = ACTION_SIGNS[change.action];
    const drift = change.drifted ? paint.warn('  (changed in Postman since the last apply)') : '';
    return [`  ${paintSign(sign, paint)(`${sign} ${heads[at] ?? ''}`)}${drift}`, ...indent(diffText(change, style), 6)];
  });
}

const paintSign = (sign: string, paint: Ansi): ((text: string) => string) =>
  sign === '+' ? paint.good : sign === '-' ? paint.bad : sign === '~' ? paint.warn : paint.dim;

/** What changes in one resource, as far as anyone reads it in a log. */
function diffText({ diff }: ReportedChange, style: Style): readonly string[] {
  const lines = diff.flatMap((difference) => differenceText(difference, style));
  const rest = lines.length - SHOWN_LINES;
  if (rest <= 0) return lines;
  return [...lines.slice(0, SHOWN_LINES), ansiOf(style).dim(`… and ${plural(rest, 'more line')} in report.json`)];
}

function differenceText(difference: Difference, style: Style): readonly string[] {
  const paint = ansiOf(style);
  const cut = (line: string, used: number): string =>
    style.width ? shorten(line, Math.max(20, style.width - used)) : line;
  const sign = DIFFERENCE_SIGNS[difference.change];
  return [
    `${paintSign(sign, paint)(sign)} ${cut(differenceWords(difference), 8)}`,
    ...differenceLines(difference).map(
      (line) => `    ${paintSign(line.sign, paint)(cut(`${line.sign} ${line.rest}`, 10))}`,
    ),
  ];
}

/** What became of an applied plan, failures and skips with their reasons. */
export function outcomeLines({ plan }: Report, style: Style): readonly string[] {
  if (!plan?.applied || pendingChanges(plan).length === 0) return [];
  const paint = ansiOf(style);
  const undone = pendingChanges(plan).filter(({ status }) => status === 'failed' || status === 'skipped');
  return [
    `${paint.bold('Applied')}: ${planWords(plan)}`,
    ...undone.map(({ status, kind, name, reason }) => {
      const line = `  ${status === 'failed' ? '✗' : '○'} ${kind} ${oneLine(name)} ${status}${reason ? `: ${oneLine(reason)}` : ''}`;
      return status === 'failed' ? paint.bad(line) : paint.warn(line);
    }),
  ];
}
