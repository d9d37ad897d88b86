import { count, duration } from '../../core/lib/text.ts';
import { placeOf } from '../../core/model/problem.ts';
import { helpAddress, kindAddress } from '../../core/model/problem-codes.ts';
import type { Report } from '../../core/report/report.ts';
import { baselineWords } from '../baseline.ts';
import { splitProblems } from '../conflicts.ts';
import { shorten } from '../escape.ts';
import { moment } from '../format.ts';
import { sourceLink, webLink } from '../links.ts';
import {
  assertionTally,
  changeCounts,
  headlineFacts,
  KIND_WORDS,
  pendingChanges,
  requestTally,
  type Tally,
  verdictWord,
} from '../statistics.ts';
import { usesPostman } from './footer.ts';
import { linked, type Markup, markup, own } from './markup.ts';

/** Most characters of the comparison with the baseline. */
const LONGEST_WORDS = 1000;

/** The head of the page: the verdict, what was tested, the most important numbers, links to the sections. */
export function head(report: Report): Markup {
  const colour = own(report.verdict === 'passed' ? 'good' : 'bad');
  const target = [report.workspace?.name, report.project].filter((text) => text !== undefined).join(' · ');
  const details = [report.command, moment(new Date(report.startedAt)), duration(report.durationMs)];
  return markup`<header>
<div class="card verdict ${colour}"><span class="mark" aria-hidden="true">${report.verdict === 'passed' ? '✓' : '✗'}</span>
<div><h1>${verdictWord(report)}${target && markup`<span class="dim"> · ${target}</span>`}</h1>
<p>${headlineFacts(report).join(' · ') || accountOf(report) || 'Nothing was planned and nothing was run.'}</p>
${baselinePart(report)}<p class="dim">${details.filter(Boolean).join(' · ')}${origin(report)}</p></div></div>
<dl class="tiles">${tiles(report)}</dl>
${navigation(report)}
</header>`;
}

function baselinePart(report: Report): Markup | undefined {
  const words = baselineWords(report);
  return words === undefined ? undefined : markup`<p><b>${shorten(words, LONGEST_WORDS)}</b></p>\n`;
}

/** Branch, commit, pull or merge request, and CI run; with links where they are known. */
function origin({ branch, commit, mergeRequest, pullRequest, run }: Report): readonly Markup[] {
  const number = mergeRequest?.number ?? pullRequest;
  const parts = [
    ...(branch === undefined ? [] : [markup`${branch}`]),
    ...(commit === undefined ? [] : [markup`<code>${commit.slice(0, 12)}</code>`]),
    ...(number === undefined ? [] : [linked(webLink(mergeRequest?.url), `#${number}`)]),
    ...(webLink(run?.url) === undefined ? [] : [linked(webLink(run?.url), 'CI run')]),
  ];
  return parts.map((part) => markup` · ${part}`);
}

const accountOf = ({ account }: Report): string =>
  account ? `The API key belongs to ${account.user}${account.team ? `, team ${account.team}` : ''}.` : '';

const tiles = (report: Report): readonly Markup[] => [
  ...(report.plan ? [planTile(report)] : []),
  ...(report.runs.length > 0 ? suiteTiles(report) : []),
  ...(report.monitors.length > 0 ? [monitorTile(report)] : []),
  ...(usesPostman(report.api) ? [callsTile(report.api)] : []),
];

function suiteTiles(report: Report): readonly Markup[] {
  const { runs } = report;
  const suites = { total: runs.length, failed: runs.filter(({ status }) => status === 'failed').length };
  return [
    tallyTile('Suites', suites),
    tallyTile('Requests', requestTally(report)),
    tallyTile('Assertions', assertionTally(report)),
  ];
}

const monitorTile = ({ monitors }: Report): Markup =>
  tallyTile('Monitors', { total: monitors.length, failed: monitors.filter(({ passed }) => !passed).length });

const callsTile = ({ apiCalls, waitedMs }: Report['api']): Markup =>
  tile(
    'API calls',
    count(apiCalls),
    markup`<small>${waitedMs > 0 ? `${duration(waitedMs)} waited` : 'no waiting'}</small>`,
  );

const tile = (name: string, value: string, more: Markup): Markup =>
  markup`<div class="card tile"><dt>${name}</dt><dd>${value}${more}</dd></div>`;

const tallyTile = (name: string, { total, failed }: Tally): Markup =>
  tile(
    name,
    count(total),
    failed > 0
      ? markup`<small class="bad">${count(failed)} failed</small>`
      : markup`<small>${total > 0 ? 'all passed' : 'none'}</small>`,
  );

function planTile({ plan }: Report): Markup {
  const { drifted, unchanged } = changeCounts(plan);
  const more =
    drifted > 0
      ? markup`<small class="warn">${count(drifted)} changed in Postman</small>`
      : markup`<small>${count(unchanged)} unchanged</small>`;
  return tile('Changes', count(pendingChanges(plan).length), more);
}

function navigation({ runs, plan, monitors, contract, api }: Report): Markup {
  const links = [
    ...(plan?.changes.some(({ conflict }) => conflict) ? [markup`<a href="#conflicts">Conflicts</a>`] : []),
    ...(runs.length > 0 ? [markup`<a href="#suites">Suites</a>`] : []),
    ...(plan ? [markup`<a href="#plan">Plan</a>`] : []),
    ...(monitors.length > 0 ? [markup`<a href="#monitors">Monitors</a>`] : []),
    ...(contract ? [markup`<a href="#contract">Contract</a>`] : []),
    ...(usesPostman(api) ? [markup`<a href="#limits">Limits</a>`] : []),
  ];
  return links.length === 0 ? own('') : markup`<nav aria-label="Sections">${links}</nav>`;
}

/** Errors and problems with their remedies, then notices. Conflicts have their own section. */
export function problems(report: Report): Markup {
  const { others } = splitProblems(report);
  const notes = [
    ...report.errors.map(({ kind, message, remedy }) =>
      note(
        'bad',
        markup`<b>${KIND_WORDS[kind]}</b>: ${message} <a href="${kindAddress(kind)}" rel="noreferrer">${kind}</a><br><span class="dim">${remedy}</span>`,
      ),
    ),
    ...others.map((problem) => note('bad', problemText(report, problem))),
    ...report.notices.map(({ level, message }) => note(level === 'warning' ? 'warn' : '', markup`${message}`)),
  ];
  if (notes.length === 0) return own('');
  const title = report.errors.length + others.length > 0 ? 'Problems' : 'Notices';
  return markup`<section aria-labelledby="problems"><h2 id="problems">${title}</h2>${notes}</section>`;
}

const note = (colour: 'bad' | 'warn' | '', content: Markup): Markup =>
  markup`<div class="note ${own(colour)}">${content}</div>`;

function problemText(report: Report, problem: Report['problems'][number]): Markup {
  const place = placeOf(problem);
  const shown = linked(sourceLink(report, problem), markup`<code>${place}</code>`);
  return markup`${problem.message} ${place && shown} <a href="${helpAddress(problem.code)}" rel="noreferrer">${problem.code}</a><br><span class="dim">${problem.remedy}</span>`;
}
