import type { Difference } from '../../core/model/diff.ts';
import type { Report, ReportedChange } from '../../core/report/report.ts';
import { ACTION_SIGNS, DIFFERENCE_SIGNS, differenceLines, differenceWords, SHOWN_LINES } from '../difference.ts';
import { oneLine, shorten } from '../escape.ts';
import { plural } from '../format.ts';
import { conflictLine, GROUP_TITLES, groupsOf, isPull, markOf, type PlanGroups, planSummary } from '../plan-groups.ts';
import { pendingChanges, planWords } from '../statistics.ts';
import { type Ansi, ansiOf, columns, indent, type Style } from './ansi.ts';

/** What the plan is shown from; without a command it is one that is about to be applied. */
export type PlanSource = Pick<Report, 'plan' | 'workspace'> & Partial<Pick<Report, 'command'>>;

/** The plan as lines: what takes something away first, then every other change, then what Postman has beyond the files. */
export function planLines(report: PlanSource, style: Style): readonly string[] {
  const { plan, workspace } = report;
  if (!plan) return [];
  const paint = ansiOf(style);
  const [what, to] = isPull(report) ? ['Pull', 'from'] : ['Plan', 'for'];
  const title = paint.bold(`${what}${workspace ? ` ${to} ${oneLine(workspace.name)}` : ''}`);
  const groups = groupsOf(plan);
  const shown = GROUPS.filter((name) => groups[name].length > 0);
  if (shown.length === 0) return [`${title}: ${planSummary(plan, report)}`];
  return [
    title,
    '',
    ...shown.flatMap((name) => [
      ...(shown.length === 1 && name === 'others' ? [] : [`  ${paint.bold(GROUP_TITLES[name])}`]),
      ...changeLines(groups[name], { group: name, report, style }),
      '',
    ]),
    capital(planSummary(plan, report)),
  ];
}

const GROUPS = ['atStake', 'others', 'ahead'] as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Showing {
  readonly group: keyof PlanGroups;
  readonly report: PlanSource;
  readonly style: Style;
}

function changeLines(changes: readonly ReportedChange[], { group, report, style }: Showing): readonly string[] {
  const paint = ansiOf(style);
  const heads = columns(changes.map(({ kind, name, path }) => [kind, oneLine(name), oneLine(path)]));
  return changes.flatMap((change, at) => {
    const sign = group === 'ahead' ? '←' : change.conflict ? '✗' : ACTION_SIGNS[change.action];
    const mark = markOf(change, report);
    const line = paintSign(sign, paint)(`${sign} ${heads[at] ?? ''}`);
    const details = change.conflict ? conflictText(change, style) : diffText(diffOf(change, group), style);
    return [`  ${line}${mark && paint.warn(`  (${mark})`)}`, ...indent(details, 6)];
  });
}

const diffOf = ({ diff, behind = [] }: ReportedChange, group: keyof PlanGroups): readonly Difference[] =>
  group === 'ahead' ? behind : diff;

const paintSign = (sign: string, paint: Ansi): ((text: string) => string) =>
  sign === '+' ? paint.good : sign === '-' || sign === '✗' ? paint.bad : sign === '~' ? paint.warn : paint.dim;

/** What changes in one resource, as far as anyone reads it in a log. */
function diffText(diff: readonly Difference[], style: Style): readonly string[] {
  return limited(
    diff.flatMap((difference) => differenceText(difference, style)),
    style,
  );
}

function limited(lines: readonly string[], style: Style): readonly string[] {
  const rest = lines.length - SHOWN_LINES;
  if (rest <= 0) return lines;
  return [...lines.slice(0, SHOWN_LINES), ansiOf(style).dim(`… and ${plural(rest, 'more line')} in report.json`)];
}

const cut = (line: string, { width }: Style, used: number): string =>
  width ? shorten(line, Math.max(20, width - used)) : line;

function conflictText({ conflict }: ReportedChange, style: Style): readonly string[] {
  const places = conflict?.places ?? [];
  return limited(
    places.map((place) => ansiOf(style).bad(`✗ ${cut(conflict ? conflictLine(place, conflict) : place.at, style, 8)}`)),
    style,
  );
}

function differenceText(difference: Difference, style: Style): readonly string[] {
  const paint = ansiOf(style);
  const sign = DIFFERENCE_SIGNS[difference.change];
  return [
    `${paintSign(sign, paint)(sign)} ${cut(differenceWords(difference), style, 8)}`,
    ...differenceLines(difference).map(
      (line) => `    ${paintSign(line.sign, paint)(cut(`${line.sign} ${line.rest}`, style, 10))}`,
    ),
  ];
}

/** What became of an applied plan, failures and skips with their reasons. */
export function outcomeLines(report: Report, style: Style): readonly string[] {
  const { plan } = report;
  if (!plan?.applied || pendingChanges(plan).length === 0) return [];
  const paint = ansiOf(style);
  const undone = pendingChanges(plan).filter(({ status }) => status === 'failed' || status === 'skipped');
  return [
    `${paint.bold(isPull(report) ? 'Pulled' : 'Applied')}: ${planWords(plan)}`,
    ...undone.map(({ status, kind, name, reason }) => {
      const line = `  ${status === 'failed' ? '✗' : '○'} ${kind} ${oneLine(name)} ${status}${reason ? `: ${oneLine(reason)}` : ''}`;
      return status === 'failed' ? paint.bad(line) : paint.warn(line);
    }),
  ];
}
