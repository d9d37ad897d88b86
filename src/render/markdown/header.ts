import type { Report } from '../../core/report/report.ts';
import { markdown, shorten } from '../escape.ts';
import { bar, duration } from '../format.ts';
import { callsOf, type LimitRow, limitRows } from '../limits.ts';
import { headlineFacts, KIND_WORDS, VERDICT_WORDS } from '../statistics.ts';
import { sourcePlace } from './source.ts';
import type { Block } from './truncate.ts';

const LONGEST_MESSAGE = 1000;

const MARKS: Readonly<Record<Report['verdict'], string>> = { passed: '✅', failed: '❌', error: '⛔' };

/** The verdict as a word with its mark: `✅ Passed`. */
export const verdictMark = ({ verdict }: Report): string => `${MARKS[verdict]} ${VERDICT_WORDS[verdict]}`;

/** The facts beside the verdict on one line. */
export const factsLine = (report: Report): string =>
  [...headlineFacts(report), duration(report.durationMs)].join(' · ');

/** Problems and errors with their remedies, then notices; nothing where there are none. */
export function problemBlocks({ problems, errors, notices }: Report, sourceUrl?: string): readonly Block[] {
  const short = (text: string): string => markdown(shorten(text, LONGEST_MESSAGE));
  const warnings = notices.filter(({ level }) => level === 'warning');
  const others = notices.filter(({ level }) => level === 'notice');
  return [
    ...errors.map(
      ({ kind, message, remedy }) => `> ⛔ **${KIND_WORDS[kind]}**: ${short(message)}<br>${short(remedy)}\n`,
    ),
    ...problems.map((problem) => {
      const place = sourcePlace(problem, sourceUrl);
      return `> ❌ ${short(problem.message)}${place && ` ${place}`}<br>${short(problem.remedy)}\n`;
    }),
    ...warnings.map(({ message }) => `> ⚠️ ${short(message)}\n`),
    ...others.map(({ message }) => `> ℹ️ ${short(message)}\n`),
  ];
}

/** Whose key it is; nothing where nobody asked. */
export function accountBlocks({ account }: Report): readonly Block[] {
  if (!account) return [];
  const team = account.team ? ` of team <b>${markdown(account.team)}</b>` : '';
  return [`The key is of <b>${markdown(account.user)}</b>${team}.\n`];
}

/** The limits as a table with bars, and what the run took. */
export function limitBlocks({ api, command }: Report): readonly Block[] {
  const rows = limitRows(api, { all: command === 'status' });
  if (rows.length === 0 && api.apiCalls === 0) return [];
  const waited = api.waitedMs > 0 ? `, ${duration(api.waitedMs)} waited for limits` : '';
  const table = [
    '| Limit | Used | | |\n| :-- | :-- | --: | :-- |',
    ...rows.map(
      (row) =>
        `| ${markdown(row.name)} | ${shownBar(row)} ${row.percent.replace('<', '&lt;').replace('>', '&gt;')} | ${row.used} | ${row.note} |`,
    ),
    '',
  ];
  return ['### Limits\n', ...(rows.length > 0 ? table : []), `This run: ${callsOf(api)}${waited}.\n`];
}

const shownBar = ({ share, percent }: LimitRow): string => (percent === '' ? '' : `<code>${bar(share)}</code>`);
