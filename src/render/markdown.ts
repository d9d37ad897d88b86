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
import { isNotable } from './suite-order.ts';

/** GitHub drops a summary of more than 1 MiB completely. */
const SUMMARY_BYTES = 1_000_000;

/** GitHub refuses a longer comment. */
const COMMENT_CHARACTERS = 65_536;

const LONGEST_NAME = 200;

const TRUNCATED = '> ✂️ This page is truncated. The report has the rest.\n\n';

/** The options of a summary. */
export interface SummaryOptions {
  readonly maxBytes?: number;
  /** Web page of the committed files: `https://github.com/acme/shop/blob/<commit>`. */
  readonly sourceUrl?: string;
  /** Address of the HTML report, such as an artifact. */
  readonly pageUrl?: string;
}

/** The job summary as Markdown, at most `maxBytes` of UTF-8. Blocks that do not fit are left out, with a note. */
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

/** The options of a comment. */
export interface CommentOptions {
  /** First line of the comment. The next run finds the comment by it. */
  readonly marker: string;
  readonly maxCharacters?: number;
  /** Web page of the CI run with its summary. */
  readonly runUrl?: string;
  /** Address of the HTML report, such as an artifact. */
  readonly pageUrl?: string;
  /** Web page of the committed files. */
  readonly sourceUrl?: string;
  /** Tells several comments apart: the values of a matrix job, for example. */
  readonly label?: string;
  /** The commit that was tested, if a more trustworthy source than the report names it. */
  readonly commit?: string;
  /** A warning shown first: one sentence of Markdown that this program wrote. */
  readonly caution?: string;
}

/**
 * The pull-request comment, at most `maxCharacters`: one line if everything passed and is in sync, else the failures and
 * the plan.
 */
export function renderComment(report: Report, options: CommentOptions): string {
  const { marker, maxCharacters = COMMENT_CHARACTERS, runUrl, pageUrl, sourceUrl, label, caution } = options;
  const { commit = report.commit } = options;
  const facts = `${factsLine(report)}${shortCommit(commit)}${links(pageUrl, runUrl)}`;
  const target = `${targetOf(report)}${label ? ` · ${markdown(label)}` : ''}`;
  const tail = `${baselineLine(report)}${caution ? `\n> ${caution}\n` : ''}`;
  if (!needsAttention(report)) return `${marker}\n**${verdictTitle(report)}**${target} · ${facts}\n${tail}`;
  const title = `${marker}\n### ${verdictTitle(report)}${target}\n\n${facts}\n${tail}`;
  return page(
    [
      { blocks: [title], share: 1 },
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

/** Links to the HTML report and the CI run, behind the facts. */
const links = (pageUrl: string | undefined, runUrl?: string): string =>
  [link('report', pageUrl), link('details', runUrl)].join('');

const link = (text: string, url: string | undefined): string =>
  url ? ` · [${text}](${encodeURI(url).replace(/[()]/g, encodeURIComponent)})` : '';

/** A short commit, which GitHub turns into a link; empty for any other text. */
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

/** Whether something failed, is flaky, differs from Postman, or is a warning. */
function needsAttention({ verdict, plan, runs, notices, monitors }: Report): boolean {
  return (
    verdict !== 'passed' ||
    runs.some(isNotable) ||
    monitors.some(({ assertions }) => assertions.failed > 0) ||
    pendingChanges(plan).length > 0 ||
    (plan?.changes ?? []).some(({ drifted }) => drifted) ||
    notices.some(({ level }) => level !== 'notice')
  );
}

/** A section, and the largest share of the remaining page that it may take. */
interface Section {
  readonly blocks: readonly Block[];
  readonly share: number;
}

/** Joins the sections that fit into `max`; a truncated section ends with a note. */
function page(
  sections: readonly Section[],
  { max, measure }: { readonly max: number; readonly measure: Measure },
): string {
  let [text, left] = ['', max];
  for (const { blocks, share } of sections) {
    const room = Math.max(0, left * share - measure(TRUNCATED) - 2);
    const fitted = truncateBlocks(blocks, { max: room, measure });
    const shown = fitted.cut && measure(TRUNCATED) < left ? `${fitted.text}\n${TRUNCATED}` : fitted.text;
    const separated = shown === '' ? '' : `${shown.trimEnd()}\n\n`;
    text += separated;
    left -= measure(separated);
  }
  return text;
}
