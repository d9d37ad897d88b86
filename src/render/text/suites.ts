import { count, duration, plural } from '../../core/lib/text.ts';
import type { MonitorResult, RunResult } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';
import { harmless, oneLine, shorten } from '../escape.ts';
import { placeKey } from '../executions.ts';
import { type FailureGroup, groupFailures, whichOf } from '../failures.ts';
import { beforeWords, latencyOf, monitorMarks } from '../monitors.ts';
import { fileOf, KIND_WORDS, whereOf } from '../statistics.ts';
import { type Ansi, ansiOf, columns, indent, type Style } from './ansi.ts';

/** Most failures shown of each suite; the report has the rest. */
const SHOWN = 50;
const LONGEST_MESSAGE = 2000;

/** A line for every suite, then its failures; each failure begins with its place in the file. */
export function suiteLines({ runs }: Report, style: Style): readonly string[] {
  if (runs.length === 0) return [];
  const paint = ansiOf(style);
  const rows = columns(runs.map((run) => cells(run)));
  return [
    paint.bold('Suites'),
    ...runs.flatMap((run, at) => [`  ${markOf(run, paint)} ${rows[at] ?? ''}`, ...indent(detailLines(run, style), 4)]),
  ];
}

function markOf({ status, blocking, flaky }: RunResult, paint: Ansi): string {
  if (status === 'passed') return flaky ? paint.warn('✓') : paint.good('✓');
  return blocking ? paint.bad('✗') : paint.warn('✗');
}

function cells({ suite, attempt, flaky, blocking, status, earlier }: RunResult): readonly string[] {
  const { requests, assertions } = attempt;
  const marks = [
    ...(flaky ? [`flaky: passed on run ${earlier.length + 1}`] : []),
    ...(status === 'failed' && earlier.length > 0 ? [`failed ${earlier.length + 1} times`] : []),
    ...(blocking ? [] : ['does not gate']),
  ];
  return [
    oneLine(suite),
    plural(requests.total, 'request'),
    plural(assertions.total, 'assertion') + (assertions.failed > 0 ? `, ${count(assertions.failed)} failed` : ''),
    `${duration(attempt.durationMs)}${marks.length > 0 ? `  (${marks.join(', ')})` : ''}`,
  ];
}

function detailLines(run: RunResult, style: Style): readonly string[] {
  const paint = ansiOf(style);
  const linesOf = style.brief ? briefLines : failureLines;
  const failures = run.flaky ? (run.earlier.at(-1)?.failures ?? []) : run.attempt.failures;
  const causes = foldConsequences(groupFailures(failures, run), run);
  const shown = causes
    .slice(0, SHOWN)
    .flatMap(({ group, consequences }) => [
      ...linesOf(group, run.flaky ? paint.warn : paint.bad),
      ...(consequences > 0 ? [paint.dim(`  ${plural(consequences, 'more failure')} because of this`)] : []),
    ]);
  const rest = causes.length - SHOWN;
  return [
    ...shown,
    ...(rest > 0 ? [paint.dim(`… and ${plural(rest, 'more failure')}: see the report.`)] : []),
    ...groupFailures(run.attempt.warnings, run)
      .slice(0, SHOWN)
      .flatMap((warning) => linesOf(warning, paint.warn)),
  ];
}

/** A failure by name and place. */
function briefLines(group: FailureGroup, paint: (text: string) => string): readonly string[] {
  const [which, place] = [whichOf(group), oneLine(fileOf(group.failure))];
  const where = oneLine(whereOf(group.failure)) || KIND_WORDS[group.failure.kind];
  return [`${paint(which ? `${where} (${which})` : where)}${place && `  ${place}`}`];
}

interface Cause {
  readonly group: FailureGroup;
  /** Other failures of the same request: they only follow from this one. */
  readonly consequences: number;
}

/** Without an answer, all tests of a request fail: they are counted at the failure of the request, not listed. */
function foldConsequences(groups: readonly FailureGroup[], { attempt }: RunResult): readonly Cause[] {
  const unanswered = new Set(attempt.executions.filter(({ code }) => code === undefined).map(placeKey));
  const isUnanswered = ({ failure }: FailureGroup): boolean =>
    failure.kind === 'request' && unanswered.has(placeKey(failure));
  const causes = new Map(groups.filter(isUnanswered).map((group) => [placeKey(group.failure), group]));
  const causeOf = (group: FailureGroup): FailureGroup | undefined =>
    isUnanswered(group) ? undefined : causes.get(placeKey(group.failure));
  const consequences = new Map<FailureGroup, number>();
  for (const cause of groups.map(causeOf)) if (cause) consequences.set(cause, (consequences.get(cause) ?? 0) + 1);
  return groups
    .filter((group) => causeOf(group) === undefined)
    .map((group) => ({ group, consequences: consequences.get(group) ?? 0 }));
}

function failureLines(group: FailureGroup, paint: (text: string) => string): readonly string[] {
  const { failure } = group;
  const which = whichOf(group);
  const where = oneLine(whereOf(failure)) || KIND_WORDS[failure.kind];
  const message = shorten(harmless(failure.message).trim(), LONGEST_MESSAGE).split('\n');
  const place = oneLine(fileOf(failure));
  return [
    ...(place ? [place] : []),
    ...indent([paint(which ? `${where} (${which})` : where), ...message], place ? 2 : 0),
  ];
}

/** A line for every monitor, then its message. */
export function monitorLines({ monitors }: Report, style: Style): readonly string[] {
  if (monitors.length === 0) return [];
  const paint = ansiOf(style);
  const rows = columns(monitors.map((monitor) => monitorCells(monitor)));
  return [
    paint.bold('Monitors'),
    ...monitors.flatMap((monitor, at) => [
      `  ${signOf(monitor, paint)} ${rows[at] ?? ''}`,
      ...(monitor.message ? [`    ${oneLine(monitor.message)}`] : []),
      ...pageLines(monitor),
    ]),
  ];
}

/** The web page of a monitor that did not pass, unless the message names it already. */
function pageLines(monitor: MonitorResult): readonly string[] {
  const { link, message = '' } = monitor;
  return link === undefined || monitor.passed || message.includes(link) ? [] : [`    ${oneLine(link)}`];
}

function signOf(monitor: MonitorResult, paint: Ansi): string {
  if (monitor.passed) return paint.good('✓');
  return monitor.blocking ? paint.bad('✗') : paint.warn('✗');
}

function monitorCells(monitor: MonitorResult): readonly string[] {
  const { name, status, requests, assertions } = monitor;
  const before = oneLine(beforeWords(monitor));
  return [
    oneLine(name),
    oneLine(status),
    plural(requests.total, 'request'),
    plural(assertions.total, 'assertion') + (assertions.failed > 0 ? `, ${count(assertions.failed)} failed` : ''),
    latencyOf(monitor),
    ...(before ? [`(before: ${before})`] : []),
    ...monitorMarks(monitor),
  ];
}
