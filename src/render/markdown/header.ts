import { duration } from '../../core/lib/text.ts';
import type { Problem } from '../../core/model/problem.ts';
import { helpAddress, kindAddress } from '../../core/model/problem-codes.ts';
import type { Report } from '../../core/report/report.ts';
import { baselineWords } from '../baseline.ts';
import { byRemedy } from '../conflicts.ts';
import { markdown, shorten } from '../escape.ts';
import { bar } from '../format.ts';
import { callsOf, type LimitRow, limitRows } from '../limits.ts';
import { sourcePlace } from '../links.ts';
import { headlineFacts, KIND_WORDS, verdictWord } from '../statistics.ts';
import type { Block } from './truncate.ts';

const LONGEST_MESSAGE = 1000;
const LONGEST_NAME = 200;

const MARKS: Readonly<Record<Report['verdict'], string>> = { passed: '✅', failed: '❌', error: '⛔' };

/** The title of a page: `Postman ✅ Passed`. */
export const verdictTitle = (report: Report): string => `Postman ${MARKS[report.verdict]} ${verdictWord(report)}`;

/** The facts beside the verdict, on one line. */
export const factsLine = (report: Report): string =>
  [...headlineFacts(report), duration(report.durationMs)].join(' · ');

/** The comparison with the baseline, as a paragraph; empty without a baseline. */
export function baselineLine(report: Report): string {
  const words = baselineWords(report);
  return words === undefined ? '' : `\n**${markdown(shorten(words, LONGEST_MESSAGE))}**\n`;
}

/** Errors, problems, deletions in Postman, and warnings. */
export function alertBlocks(report: Report, sourceUrl?: string): readonly Block[] {
  return [
    ...report.errors.map(
      ({ kind, message, remedy }) =>
        `> ⛔ **${KIND_WORDS[kind]}**: ${short(message)} ([${kind}](${kindAddress(kind)}))<br>${short(remedy)}\n`,
    ),
    ...byRemedy(report.problems, SHARED).map((problems) => problemsBlock(problems, sourceUrl)),
    ...deletions(report),
    ...report.notices.filter(({ level }) => level === 'warning').map(({ message }) => `> ⚠️ ${short(message)}\n`),
  ];
}

/** Most problems that are listed above one remedy. */
const SHARED = 5;

/** The problems line by line, then the remedy once. */
function problemsBlock(problems: readonly [Problem, ...Problem[]], sourceUrl: string | undefined): string {
  const lines = problems.map((problem) => {
    const place = sourcePlace(problem, sourceUrl);
    return `❌ ${short(problem.message)}${place && ` ${place}`} ([${problem.code}](${helpAddress(problem.code)}))`;
  });
  return `> ${[...lines, short(problems[0].remedy)].join('<br>')}\n`;
}

/** Notices that are not warnings. */
export const noticeBlocks = ({ notices }: Report): readonly Block[] =>
  notices.filter(({ level }) => level === 'notice').map(({ message }) => `> ℹ️ ${short(message)}\n`);

/** Most deleted resources that are named. */
const NAMED = 5;

function deletions({ plan }: Report): readonly Block[] {
  const done = plan?.applied ? 'applied' : 'planned';
  const gone = (plan?.changes ?? []).filter(({ action, status }) => action === 'delete' && status === done);
  if (gone.length === 0) return [];
  const names = gone.slice(0, NAMED).map(({ kind, name }) => `${kind} <b>${markdown(shorten(name, LONGEST_NAME))}</b>`);
  const more = gone.length > NAMED ? ` and ${gone.length - NAMED} more` : '';
  const verb = plan?.applied ? 'Deleted in Postman' : 'Apply will delete in Postman';
  return [`> 🗑️ ${verb}: ${names.join(', ')}${more}\n`];
}

const short = (text: string): string => markdown(shorten(text, LONGEST_MESSAGE));

/** The user and team of the API key; empty where the run did not look them up. */
export function accountBlocks({ account }: Report): readonly Block[] {
  if (!account) return [];
  const team = account.team ? ` of team <b>${markdown(account.team)}</b>` : '';
  return [`The API key belongs to <b>${markdown(account.user)}</b>${team}.\n`];
}

/** The limits as a table with bars, and the API calls of the run. */
export function limitBlocks({ api, command }: Report): readonly Block[] {
  const rows = limitRows(api, { all: command === 'status' });
  if (rows.length === 0 && api.apiCalls === 0) return [];
  const table = [
    '| Limit | Used | | |\n| :-- | :-- | --: | :-- |',
    ...rows.map(
      (row) =>
        `| ${markdown(row.name)} | ${shownBar(row)} ${row.percent.replace('<', '&lt;').replace('>', '&gt;')} | ${row.used} | ${row.note} |`,
    ),
    '',
  ];
  return ['### Limits\n', ...(rows.length > 0 ? table : []), `This run: ${markdown(callsOf(api))}.\n`];
}

const shownBar = ({ share, percent }: LimitRow): string => (percent === '' ? '' : `<code>${bar(share)}</code>`);
