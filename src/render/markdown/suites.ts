import { omitUndefined } from '../../core/lib/json.ts';
import { count, duration, plural } from '../../core/lib/text.ts';
import type { Exchange, Failure, RunResult } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';
import { codeBlock, markdown, shorten } from '../escape.ts';
import { exchangesOf, messageText } from '../executions.ts';
import { type FailureGroup, groupFailures, whichOf } from '../failures.ts';
import { sourcePlace } from '../links.ts';
import { reasonsOf } from '../reasons.ts';
import { KIND_WORDS, type Tally, whereOf } from '../statistics.ts';
import { inReadingOrder, isNotable } from '../suite-order.ts';
import type { Block } from './truncate.ts';

/** Most characters of a name in a table. */
export const LONGEST_NAME = 300;
const LONGEST_MESSAGE = 1500;

/** How much a page shows of the failures. */
export interface Detail {
  /** Most failures of one suite. */
  readonly failures: number;
  /** Most failures of all suites that are not folded, so that the sections after them stay in view. */
  readonly expanded: number;
  /** Whether to show requests and responses. */
  readonly excerpts: boolean;
  /** Web page of the committed files. */
  readonly sourceUrl: string | undefined;
}

/** A table of the suites that need attention, with the reasons; then the green suites, folded into one line. */
export function suiteTable({ runs }: Report): readonly Block[] {
  const [notable, green] = [runs.filter(isNotable), runs.filter((run) => !isNotable(run))];
  return [
    ...(notable.length > 0
      ? [HEAD.why, ...inReadingOrder(notable).map((run) => suiteRow(run, { why: true })), '']
      : []),
    ...(green.length > 0 ? [greenBlock(green)] : []),
  ];
}

const HEAD = {
  why: '| | Suite | Why | Requests | Assertions | p95 | Time |\n| :-: | :-- | :-- | --: | --: | --: | --: |',
  plain: '| | Suite | Requests | Assertions | p95 | Time |\n| :-: | :-- | --: | --: | --: | --: |',
} as const;

function greenBlock(runs: readonly RunResult[]): Block {
  const requests = runs.reduce((sum, { attempt }) => sum + attempt.requests.total, 0);
  const assertions = runs.reduce((sum, { attempt }) => sum + attempt.assertions.total, 0);
  const counts = `${plural(requests, 'request')}, ${plural(assertions, 'assertion')}`;
  return {
    open: `<details><summary>✅ ${plural(runs.length, 'suite')} passed · ${counts}</summary>\n`,
    blocks: [HEAD.plain, ...runs.map((run) => suiteRow(run, { why: false })), ''],
    close: '</details>\n',
  };
}

function suiteRow(run: RunResult, { why }: { readonly why: boolean }): string {
  const { requests, assertions, responseTimes, durationMs } = run.attempt;
  const marks = [...(run.flaky ? ['flaky'] : []), ...(run.blocking ? [] : ['does not gate'])];
  const environment = run.environment ? ` · ${markdown(shorten(run.environment, LONGEST_NAME))}` : '';
  const tail = marks.length > 0 ? ` <sub>${marks.join(' · ')}</sub>` : '';
  const cells = [
    markOf(run),
    `<b>${markdown(shorten(run.suite, LONGEST_NAME))}</b>${environment}${tail}`,
    ...(why ? [markdown(reasonsOf(run).join(', '))] : []),
    tally(requests),
    tally(assertions),
    responseTimes ? unbroken(responseTimes.p95) : '–',
    unbroken(durationMs),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** A duration that does not wrap in a narrow column. */
const unbroken = (ms: number): string => duration(ms).replaceAll(' ', '&nbsp;');

function markOf({ status, blocking, flaky }: RunResult): string {
  if (status === 'passed') return flaky ? '⚠️' : '✅';
  return blocking ? '❌' : '⚠️';
}

/** A total, with the number of failed ones if any failed: `12, 3 failed`. */
export const tally = ({ total, failed }: Tally): string =>
  failed > 0 ? `${count(total)}, <b>${count(failed)} failed</b>` : count(total);

/** The failures of every failed suite, then the folded failures of flaky suites and the warnings. */
export function failureBlocks({ runs }: Report, detail: Detail): readonly Block[] {
  const open = expandedRuns(inReadingOrder(runs), detail);
  return inReadingOrder(runs).flatMap((run) => [
    ...failedRun(run, { ...detail, open: open.has(run) }),
    ...folded(run, {
      title: 'flaky: failures of the earlier run',
      list: run.flaky ? (run.earlier.at(-1)?.failures ?? []) : [],
      detail,
    }),
    ...folded(run, { title: 'warnings', list: run.attempt.warnings, detail }),
  ]);
}

/** The suites whose failures are not folded: the first, and further ones while at most `expanded` failures are open. */
function expandedRuns(runs: readonly RunResult[], { failures, expanded }: Detail): ReadonlySet<RunResult> {
  let shown = 0;
  const fits = (run: RunResult): boolean => {
    const own = Math.min(failures, groupFailures(run.attempt.failures, run).length);
    if (shown > 0 && shown + own > expanded) return false;
    shown += own;
    return true;
  };
  return new Set(runs.filter((run) => run.status === 'failed' && run.blocking && fits(run)));
}

function failedRun(run: RunResult, { open, ...detail }: Detail & { readonly open: boolean }): readonly Block[] {
  if (run.status === 'passed') return [];
  const { failures } = run.attempt;
  const head = `<b>${markdown(shorten(run.suite, LONGEST_NAME))}</b> · ${plural(failures.length, 'failure')}`;
  return [
    {
      open: `<details${open ? ' open' : ''}><summary>${head}</summary>\n`,
      blocks: failureItems(run, failures, detail),
      close: '</details>\n',
    },
  ];
}

function folded(
  run: RunResult,
  { title, list, detail }: { readonly title: string; readonly list: readonly Failure[]; readonly detail: Detail },
): readonly Block[] {
  if (list.length === 0) return [];
  const head = `⚠️ <b>${markdown(shorten(run.suite, LONGEST_NAME))}</b> · ${title}`;
  return [
    {
      open: `<details><summary>${head}</summary>\n`,
      blocks: failureItems(run, list, { ...detail, excerpts: false }),
      close: '</details>\n',
    },
  ];
}

function failureItems(run: RunResult, failures: readonly Failure[], detail: Detail): readonly Block[] {
  const groups = groupFailures(failures, run);
  const shown = groups.slice(0, detail.failures);
  const rest = groups.length - shown.length;
  const exchangeOf = exchangesOf(run.attempt);
  // Failed assertions of one request follow one another: the first one shows its request and response.
  let before: Exchange | undefined;
  return [
    ...shown.flatMap((group) => {
      const exchange = detail.excerpts ? exchangeOf(group.failure) : undefined;
      const isNew = exchange !== before;
      before = exchange;
      return [failureItem(group, detail), ...(exchange && isNew ? [exchangeBlock(exchange)] : [])];
    }),
    ...(rest > 0 ? [`… and ${plural(rest, 'more failure')} in the report.\n`] : []),
  ];
}

function failureItem(group: FailureGroup, detail: Detail): string {
  const { failure } = group;
  const place = sourcePlace(omitUndefined({ path: failure.file, position: failure.position }), detail.sourceUrl);
  const which = whichOf(group);
  const where = markdown(shorten(whereOf(failure), LONGEST_NAME * 2)) || KIND_WORDS[failure.kind];
  const line = `<b>${where}</b>${which && ` · ${which}`}${place && `<br>${place}`}\n`;
  const message = `${codeBlock(shorten(failure.message.trim(), LONGEST_MESSAGE))}\n`;
  return `${line}\n${message}`;
}

function exchangeBlock({ request, response }: Exchange): Block {
  const text = [request, ...(response ? [response] : [])].map(messageText).join('\n\n');
  return {
    open: '<details><summary>Request and response</summary>\n',
    blocks: [`${codeBlock(shorten(text, 2 * LONGEST_MESSAGE), 'http')}\n`],
    close: '</details>\n',
  };
}
