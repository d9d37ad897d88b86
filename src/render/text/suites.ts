import type { Failure, MonitorResult, RunResult } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';
import { harmless, oneLine, shorten } from '../escape.ts';
import { type FailureGroup, groupFailures, whichOf } from '../failures.ts';
import { count, duration, plural } from '../format.ts';
import { beforeWords, latencyOf, monitorMarks } from '../monitors.ts';
import { fileOf, KIND_WORDS, whereOf } from '../statistics.ts';
import { type Ansi, ansiOf, columns, indent, type Style } from './ansi.ts';

/** Failures shown in full for each suite; the report has the rest. */
const SHOWN = 50;
const LONGEST_MESSAGE = 2000;

/** Every suite on a line, failed ones with their failures, each of which begins with its place in the file. */
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
  const told = groupFailures(run.flaky ? (run.earlier.at(-1)?.failures ?? []) : run.attempt.failures, run);
  const causes = foldConsequences(told, run);
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
  /** Failures of the same request that only follow from this one. */
  readonly consequences: number;
}

/** A request without an answer fails every test of its own; those tests are counted, not told. */
function foldConsequences(groups: readonly FailureGroup[], { attempt }: RunResult): readonly Cause[] {
  const requestKey = ({ iteration, path, request }: Pick<Failure, 'iteration' | 'path' | 'request'>): string =>
    JSON.stringify([iteration, path, request]);
  const placeOf = ({ failure }: FailureGroup): string => requestKey(failure);
  const unanswered = new Set(attempt.executions.filter(({ code }) => code === undefined).map(requestKey));
  const isDead = (group: FailureGroup): boolean => group.failure.kind === 'request' && unanswered.has(placeOf(group));
  const dead = new Set(groups.filter(isDead).map(placeOf));
  const follows = (group: FailureGroup): boolean => !isDead(group) && dead.has(placeOf(group));
  const counts = new Map<string, number>();
  for (const group of groups.filter(follows)) counts.set(placeOf(group), (counts.get(placeOf(group)) ?? 0) + 1);
  return groups
    .filter((group) => !follows(group))
    .map((group, index, causes) => {
      const place = placeOf(group);
      const isLast = causes.findLastIndex((other) => isDead(other) && placeOf(other) === place) === index;
      return { group, consequences: isLast && isDead(group) ? (counts.get(place) ?? 0) : 0 };
    });
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

/** Every monitor on a line. */
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

/** The page of a monitor that did not pass, where the message does not name it already. */
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
