import { plural } from '../../core/lib/text.ts';
import type { Difference } from '../../core/model/diff.ts';
import type { Report, ReportedChange } from '../../core/report/report.ts';
import { DIFFERENCE_SIGNS, differenceLines, differenceWords, SHOWN_LINES } from '../difference.ts';
import { oneLine, shorten } from '../escape.ts';
import {
  conflictLine,
  differencesOf,
  isPull,
  markOf,
  type PlanGroups,
  planSummary,
  signOf,
  titledGroupsOf,
} from '../plan-groups.ts';
import { pendingChanges, planWords } from '../statistics.ts';
import { type Ansi, ansiOf, columns, indent, type Style } from './ansi.ts';

/** The parts of a report that show a plan. The command is absent for a plan that is about to be applied. */
export type PlanSource = Pick<Report, 'plan' | 'workspace'> & Partial<Pick<Report, 'command'>>;

/** The plan as lines: deletions, overwrites and conflicts first, then other changes, then changes that only Postman has. */
export function planLines(report: PlanSource, style: Style): readonly string[] {
  const { plan, workspace } = report;
  if (!plan) return [];
  const paint = ansiOf(style);
  const [noun, preposition] = isPull(report) ? ['Pull', 'from'] : ['Plan', 'for'];
  const head = paint.bold(`${noun}${workspace ? ` ${preposition} ${oneLine(workspace.name)}` : ''}`);
  const groups = titledGroupsOf(plan);
  if (groups.length === 0) return [`${head}: ${planSummary(plan, report)}`];
  return [
    head,
    '',
    ...groups.flatMap(({ group, title, changes }) => [
      ...(title === '' ? [] : [`  ${paint.bold(title)}`]),
      ...changeLines(changes, { group, report, style }),
      '',
    ]),
    capitalized(planSummary(plan, report)),
  ];
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface ChangeOptions {
  readonly group: keyof PlanGroups;
  readonly report: PlanSource;
  readonly style: Style;
}

function changeLines(changes: readonly ReportedChange[], { group, report, style }: ChangeOptions): readonly string[] {
  const paint = ansiOf(style);
  const heads = columns(changes.map(({ kind, name, path }) => [kind, oneLine(name), oneLine(path)]));
  return changes.flatMap((change, at) => {
    const sign = signOf(change, group);
    const mark = markOf(change, report);
    const line = paintBy(sign, paint)(`${sign} ${heads[at] ?? ''}`);
    const details = change.conflict ? conflictText(change, style) : diffText(differencesOf(change, group), style);
    return [`  ${line}${mark && paint.warn(`  (${mark})`)}`, ...indent(details, 6)];
  });
}

const COLOURS: ReadonlyMap<string, keyof Ansi> = new Map([
  ['+', 'good'],
  ['-', 'bad'],
  ['✗', 'bad'],
  ['~', 'warn'],
]);

/** The colour of a sign, as a function that paints a text. */
const paintBy = (sign: string, paint: Ansi): ((text: string) => string) => paint[COLOURS.get(sign) ?? 'dim'];

/** The differences of one resource, at most {@link SHOWN_LINES} lines. */
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

/** Truncates a line to the width of the terminal, of which `used` columns are taken by indentation and sign. */
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
    `${paintBy(sign, paint)(sign)} ${cut(differenceWords(difference), style, 8)}`,
    ...differenceLines(difference).map(
      (line) => `    ${paintBy(line.sign, paint)(cut(`${line.sign} ${line.rest}`, style, 10))}`,
    ),
  ];
}

/** The outcome of an applied plan: counts, then failed and skipped changes with their reasons; empty without changes. */
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
