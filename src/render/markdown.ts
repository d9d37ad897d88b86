import type { Report } from '../core/report/report.ts';
import { markdown, shorten } from './escape.ts';
import { suiteChart } from './markdown/chart.ts';
import { contractBlocks } from './markdown/contract.ts';
import {
  accountBlocks,
  alertBlocks,
  baselineLine,
  factsLine,
  limitBlocks,
  noticeBlocks,
  verdictTitle,
} from './markdown/header.ts';
import { monitorBlocks } from './markdown/monitors.ts';
import { planBlocks } from './markdown/plan.ts';
import { type Detail, failureBlocks, suiteTable } from './markdown/suites.ts';
import { type Block, type Measure, truncateBlocks, utf8Bytes } from './markdown/truncate.ts';
import { pendingChanges } from './statistics.ts';

/** GitHub drops a summary of more than 1 MiB whole. */
const SUMMARY_BYTES = 1_000_000;

/** GitHub refuses a longer comment. */
const COMMENT_CHARACTERS = 65_536;

/** A longer name would leave no room for what it names. */
const LONGEST_NAME = 200;

const CUT = '> ✂️ More is in the report; this page has no room for it.\n\n';

/** What a summary needs besides the report. */
export interface SummaryOptions {
  readonly maxBytes?: number;
  /** Where the committed files are shown: `https://github.com/acme/shop/blob/<commit>`. */
  readonly sourceUrl?: string;
  /** Where the page of the run lies: an artifact, mostly. */
  readonly pageUrl?: string;
}

/** The job summary as Markdown, within `maxBytes` of UTF-8: what has no room is left out whole, with a pointer to the report. */
export function renderSummary(
  report: Report,
  { maxBytes = SUMMARY_BYTES, sourceUrl, pageUrl }: SummaryOptions = {},
): string {
  const title = `## ${verdictTitle(report)}${targetOf(report)}\n\n${factsLine(report)}${links(pageUrl)}\n${baselineLine(report)}`;
  return page(
    [
      { blocks: [title], share: 1 },
      { blocks: alertBlocks(report, sourceUrl), share: 0.3 },
      {
        blocks: suitesOf(report, { failures: 100, expanded: 30, excerpts: true, chart: true, sourceUrl }),
        share: 0.55,
      },
      { blocks: contractBlocks(report, { violations: 100, untested: 300, sourceUrl }), share: 0.5 },
      { blocks: monitorBlocks(report), share: 0.5 },
      { blocks: planBlocks(report), share: 0.9 },
      { blocks: noticeBlocks(report), share: 0.5 },
      { blocks: accountBlocks(report), share: 0.5 },
      { blocks: limitBlocks(report), share: 1 },
    ],
    { max: maxBytes, measure: utf8Bytes },
  );
}

/** What a comment needs besides the report. */
export interface CommentOptions {
  /** First line of the comment, by which it is found again. */
  readonly marker: string;
  readonly maxCharacters?: number;
  /** Where the run and its summary are. */
  readonly runUrl?: string;
  /** Where the page of the run lies: an artifact, mostly. */
  readonly pageUrl?: string;
  /** Where the committed files are shown. */
  readonly sourceUrl?: string;
  /** Which of several comments this is: the values of a matrix, mostly. */
  readonly label?: string;
  /** The commit it is about, where somebody more trustworthy than the report names it. */
  readonly commit?: string;
  /** To know before anything else: one sentence of Markdown, of our own. */
  readonly caution?: string;
}

/** The pull-request comment: one line when everything passed and is in sync, else plan and failures; within `maxCharacters`. */
export function renderComment(report: Report, options: CommentOptions): string {
  const { marker, maxCharacters = COMMENT_CHARACTERS, runUrl, pageUrl, sourceUrl, label, caution } = options;
  const { commit = report.commit } = options;
  const facts = `${factsLine(report)}${shortCommit(commit)}${links(pageUrl, runUrl)}`;
  const target = `${targetOf(report)}${label ? ` · ${markdown(label)}` : ''}`;
  const warned = caution ? `\n> ${caution}\n` : '';
  if (isCalm(report))
    return `${marker}\n**${verdictTitle(report)}**${target} · ${facts}\n${baselineLine(report)}${warned}`;
  return page(
    [
      {
        blocks: [`${marker}\n### ${verdictTitle(report)}${target}\n\n${facts}\n${baselineLine(report)}${warned}`],
        share: 1,
      },
      { blocks: alertBlocks(report, sourceUrl), share: 0.3 },
      {
        blocks: suitesOf(report, { failures: 10, expanded: 10, excerpts: false, chart: false, sourceUrl }),
        share: 0.6,
      },
      { blocks: contractBlocks(report, { violations: 10, untested: 50, sourceUrl }), share: 0.5 },
      { blocks: monitorBlocks(report), share: 0.5 },
      { blocks: planBlocks(report), share: 0.9 },
      { blocks: noticeBlocks(report), share: 1 },
    ],
    { max: maxCharacters, measure: (text) => text.length },
  );
}

/** The page and the run as links behind the facts. */
const links = (pageUrl: string | undefined, runUrl?: string): string =>
  [link('report', pageUrl), link('details', runUrl)].join('');

const link = (text: string, url: string | undefined): string =>
  url ? ` · [${text}](${encodeURI(url).replace(/[()]/g, encodeURIComponent)})` : '';

/** A commit as GitHub links it by itself; nothing for a text that is none. */
const shortCommit = (commit = ''): string => (/^[0-9a-f]{40}$/.test(commit) ? ` · ${commit.slice(0, 7)}` : '');

const targetOf = ({ workspace }: Report): string =>
  workspace ? ` · ${markdown(shorten(workspace.name, LONGEST_NAME))}` : '';

const suitesOf = (report: Report, detail: Detail & { readonly chart: boolean }): readonly Block[] => {
  if (report.runs.length === 0) return [];
  return [
    '### Suites\n',
    ...suiteTable(report),
    ...failureBlocks(report, detail),
    ...(detail.chart ? suiteChart(report) : []),
  ];
};

/** Whether there is nothing in a report that anybody has to read. */
function isCalm({ verdict, plan, runs, notices, monitors }: Report): boolean {
  const quiet = runs.every(
    ({ status, flaky, attempt }) => status === 'passed' && !flaky && attempt.warnings.length === 0,
  );
  const synced = pendingChanges(plan).length === 0 && !plan?.changes.some(({ drifted }) => drifted);
  const passed = verdict === 'passed' && monitors.every(({ assertions }) => assertions.failed === 0);
  return passed && quiet && synced && notices.every(({ level }) => level === 'notice');
}

/** A section, and the share of what is left of the page that it may take. */
interface Section {
  readonly blocks: readonly Block[];
  readonly share: number;
}

function page(
  sections: readonly Section[],
  { max, measure }: { readonly max: number; readonly measure: Measure },
): string {
  let [text, left] = ['', max];
  for (const { blocks, share } of sections) {
    const room = Math.max(0, left * share - measure(CUT) - 2);
    const fitted = truncateBlocks(blocks, { max: room, measure });
    const shown = fitted.cut && measure(CUT) < left ? `${fitted.text}\n${CUT}` : fitted.text;
    const separated = shown === '' ? '' : `${shown.trimEnd()}\n\n`;
    text += separated;
    left -= measure(separated);
  }
  return text;
}
