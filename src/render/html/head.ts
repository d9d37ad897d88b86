import { placeOf } from '../../core/model/problem.ts';
import { helpAddress, kindAddress } from '../../core/model/problem-codes.ts';
import type { Report } from '../../core/report/report.ts';
import { baselineWords } from '../baseline.ts';
import { splitProblems } from '../conflicts.ts';
import { shorten } from '../escape.ts';
import { count, duration, moment } from '../format.ts';
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
import { type Markup, markup, own } from './markup.ts';

/** Longest text about the baseline, in characters. */
const LONGEST_WORDS = 1000;

/** The verdict, whose it is, and the figures that matter. */
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

function baselinePart(report: Report): Markup | false {
  const words = baselineWords(report);
  return (
    words !== undefined &&
    markup`<p><b>${shorten(words, LONGEST_WORDS)}</b></p>
`
  );
}

/** Branch, commit, merge request and run, with their pages. */
function origin({ branch, commit, mergeRequest, pullRequest, run }: Report): readonly Markup[] {
  const number = mergeRequest?.number ?? pullRequest;
  const parts = [
    ...(branch === undefined ? [] : [markup`${branch}`]),
    ...(commit === undefined ? [] : [markup`<code>${commit.slice(0, 12)}</code>`]),
    ...(number === undefined ? [] : [linked(`#${number}`, mergeRequest?.url)]),
    ...(webLink(run?.url) === undefined ? [] : [linked('CI run', run?.url)]),
  ];
  return parts.map((part) => markup` · ${part}`);
}

function linked(text: string, address: string | undefined): Markup {
  const link = webLink(address);
  return link === undefined ? markup`${text}` : markup`<a href="${link}" rel="noreferrer">${text}</a>`;
}

const accountOf = ({ account }: Report): string =>
  account ? `The key is of ${account.user}${account.team ? `, team ${account.team}` : ''}.` : '';

function tiles(report: Report): readonly Markup[] {
  const { runs, monitors, plan, api } = report;
  const suites = { total: runs.length, failed: runs.filter(({ status }) => status === 'failed').length };
  const watched = { total: monitors.length, failed: monitors.filter((monitor) => !monitor.passed).length };
  return [
    ...(plan ? [planTile(report)] : []),
    ...(runs.length > 0
      ? [
          tallyTile('Suites', suites),
          tallyTile('Requests', requestTally(report)),
          tallyTile('Assertions', assertionTally(report)),
        ]
      : []),
    ...(monitors.length > 0 ? [tallyTile('Monitors', watched)] : []),
    ...(usesPostman(api) ? [callsTile(api)] : []),
  ];
}

const callsTile = ({ apiCalls, waitedMs }: Report['api']): Markup =>
  tile(
    'API calls',
    count(apiCalls),
    markup`<small>${waitedMs > 0 ? `${duration(waitedMs)} waited` : 'nothing waited'}</small>`,
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

/** Everything wrong with its remedy, then what is worth knowing; conflicts have a section of their own. */
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
  const [place, link] = [placeOf(problem), sourceLink(report, problem)];
  const shown =
    link === undefined
      ? markup`<code>${place}</code>`
      : markup`<a href="${link}" rel="noreferrer"><code>${place}</code></a>`;
  return markup`${problem.message} ${place && shown} <a href="${helpAddress(problem.code)}" rel="noreferrer">${problem.code}</a><br><span class="dim">${problem.remedy}</span>`;
}
