import { duration } from '../../core/lib/text.ts';
import type { ApiUse } from '../../core/model/limits.ts';
import { type Problem, placeOf } from '../../core/model/problem.ts';
import type { Report } from '../../core/report/report.ts';
import { byRemedy } from '../conflicts.ts';
import { oneLine } from '../escape.ts';
import { bar } from '../format.ts';
import { callsOf, limitRows, lookOf } from '../limits.ts';
import { headlineFacts, KIND_WORDS, verdictWord } from '../statistics.ts';
import { type Ansi, ansiOf, columns, indent, type Style } from './ansi.ts';

/** The limits, each with a bar, and the API calls of this run; empty where Postman was not called. */
export function limitLines(api: ApiUse, style: Style & { readonly all?: boolean }): readonly string[] {
  const paint = ansiOf(style);
  const rows = limitRows(api, style);
  if (rows.length === 0 && api.apiCalls === 0) return [];
  const table = columns(rows.map((row) => [row.name, bar(row.share, 20), row.percent.padStart(5), row.used, row.note]));
  const shown = rows.map((row, at) => {
    const [line = '', look] = [table[at], lookOf(row)];
    return look ? paint[look](line) : line;
  });
  return [paint.bold('Limits'), ...indent([...shown, `This run: ${oneLine(callsOf(api))}.`], 2)];
}

/** Notices, then problems and errors, each with its place and its remedy. */
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

/** The place of a problem, and its message with the code. */
function problemPlace(problem: Problem, paint: Ansi): readonly string[] {
  const place = oneLine(placeOf(problem));
  const line = paint.bad(`✗ ${oneLine(problem.message)}`) + paint.dim(` [${problem.code}]`);
  return place ? [place, `  ${line}`] : [line];
}

/** The last line of the log: the verdict, and the facts beside it. */
export function verdictLine(report: Report, style: Style): string {
  const paint = ansiOf(style);
  const colour = report.verdict === 'passed' ? paint.good : paint.bad;
  const mark = report.verdict === 'passed' ? '✓' : '✗';
  const facts = [...headlineFacts(report), duration(report.durationMs)].join(' · ');
  return `${colour(paint.bold(`${mark} ${verdictWord(report)}`))}: ${facts}`;
}
