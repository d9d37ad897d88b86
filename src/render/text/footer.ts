import type { ApiUse } from '../../core/model/limits.ts';
import { type Problem, placeOf } from '../../core/model/problem.ts';
import type { Report } from '../../core/report/report.ts';
import { byRemedy } from '../conflicts.ts';
import { oneLine } from '../escape.ts';
import { bar, duration } from '../format.ts';
import { callsOf, type LimitRow, limitRows } from '../limits.ts';
import { headlineFacts, KIND_WORDS, verdictWord } from '../statistics.ts';
import { type Ansi, ansiOf, columns, indent, type Style } from './ansi.ts';

/** What is left of the limits, each with a bar, and what this run took. */
export function limitLines(api: ApiUse, style: Style & { readonly all?: boolean }): readonly string[] {
  const paint = ansiOf(style);
  const rows = limitRows(api, style);
  const waited = api.waitedMs > 0 ? `, ${duration(api.waitedMs)} waited for limits` : '';
  if (rows.length === 0 && api.apiCalls === 0) return [];
  const table = columns(rows.map((row) => [row.name, bar(row.share, 20), row.percent.padStart(5), row.used, row.note]));
  const shown = table.map((line, at) => paintShare(rows[at], paint)(line));
  return [paint.bold('Limits'), ...indent([...shown, `This run: ${oneLine(callsOf(api))}${waited}.`], 2)];
}

const paintShare = (row: LimitRow | undefined, paint: Ansi): ((text: string) => string) =>
  row && row.share >= 1 ? paint.bad : row && row.share >= 0.8 ? paint.warn : (text) => text;

/** What is wrong, each with its place and its remedy; then what is worth knowing. */
export function problemLines({ problems, errors, notices }: Report, style: Style): readonly string[] {
  const paint = ansiOf(style);
  return [
    ...notices.map(({ level, message }) =>
      level === 'warning' ? paint.warn(`! ${oneLine(message)}`) : `· ${oneLine(message)}`,
    ),
    ...byRemedy(problems).flatMap((group) => [
      ...group.flatMap((problem) => problemPlace(problem, paint)),
      `${placeOf(group[0]) ? '  ' : ''}  → ${oneLine(group[0].remedy)}`,
    ]),
    ...errors.flatMap((error) => [
      paint.bad(`✗ ${KIND_WORDS[error.kind]}: ${oneLine(error.message)}`) + paint.dim(` [${error.kind}]`),
      `  → ${oneLine(error.remedy)}`,
    ]),
  ];
}

function problemPlace(problem: Problem, paint: Ansi): readonly string[] {
  const place = oneLine(placeOf(problem));
  const line = paint.bad(`✗ ${oneLine(problem.message)}`) + paint.dim(` [${problem.code}]`);
  return place ? [place, `  ${line}`] : [line];
}

/** The last line: the verdict and the facts beside it. */
export function verdictLine(report: Report, style: Style): string {
  const paint = ansiOf(style);
  const colour = report.verdict === 'passed' ? paint.good : paint.bad;
  const mark = report.verdict === 'passed' ? '✓' : '✗';
  const facts = [...headlineFacts(report), duration(report.durationMs)].join(' · ');
  return `${colour(paint.bold(`${mark} ${verdictWord(report)}`))}: ${facts}`;
}
