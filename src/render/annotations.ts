import { fileOfPath } from '../core/model/resource.ts';
import type { Failure, RunResult } from '../core/model/run-result.ts';
import { violationGates } from '../core/report/contract-verdict.ts';
import type { Report } from '../core/report/report.ts';
import { deviationWords, placeWords, whatDeviates } from './contract.ts';
import { harmless, oneLine, shorten } from './escape.ts';
import { plural } from './format.ts';
import { hasIterations, KIND_WORDS, verbOf, whereOf } from './statistics.ts';

/** A message at a place in a committed file, or at none. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

/** GitHub shows ten of a level for each step, and drops the others without a word. */
const SHOWN = 10;
const LONGEST_MESSAGE = 2000;
const LONGEST_TITLE = 200;

/** What to say at which line: at most ten of a level, the tenth a sum where there are more. */
export function renderAnnotations(report: Report): readonly Annotation[] {
  const all = allAnnotations(report);
  return (['error', 'warning', 'notice'] as const).flatMap((level) =>
    bounded(
      all.filter((annotation) => annotation.level === level),
      level,
    ),
  );
}

/** The same without a limit, for a check run, which takes them in batches. */
export const allAnnotations = (report: Report): readonly Annotation[] =>
  [
    ...outside(report),
    ...report.runs.flatMap((run) => ofRun(run)),
    ...ofContract(report),
    ...ofMonitors(report),
    ...ofChanges(report),
    ...report.notices.map(({ position, ...notice }) => ({ ...notice, ...position })),
  ].map((annotation) => tidy(annotation));

function bounded(list: readonly Annotation[], level: Annotation['level']): readonly Annotation[] {
  if (list.length <= SHOWN) return list;
  const shown = list.slice(0, SHOWN - 1);
  return [
    ...shown,
    { level, message: `… and ${plural(list.length - shown.length, `more ${level}`)}: see the job summary.` },
  ];
}

const tidy = (annotation: Annotation): Annotation => ({
  ...annotation,
  message: shorten(harmless(annotation.message).trim() || '(no message)', LONGEST_MESSAGE),
  ...(annotation.title !== undefined && { title: shorten(oneLine(annotation.title), LONGEST_TITLE) }),
  ...(annotation.path !== undefined && { path: oneLine(annotation.path) }),
});

const outside = ({ problems, errors }: Report): readonly Annotation[] => [
  ...errors.map(
    ({ kind, message, remedy }): Annotation => ({
      level: 'error',
      title: KIND_WORDS[kind],
      message: `${message}\n${remedy}`,
    }),
  ),
  ...problems.map(
    ({ code, message, remedy, path, position }): Annotation => ({
      level: 'error',
      title: code,
      message: `${message}\n${remedy}`,
      ...(path !== undefined && { path }),
      ...position,
    }),
  ),
];

function ofRun(run: RunResult): readonly Annotation[] {
  const level = run.blocking ? 'error' : 'warning';
  return [
    ...run.attempt.failures.map((failure) => atFailure(failure, run, level)),
    ...run.attempt.warnings.map((failure) => atFailure(failure, run, 'warning')),
    ...(run.flaky ? (run.earlier.at(-1)?.failures ?? []) : []).map((failure) =>
      flaky(atFailure(failure, run, 'warning')),
    ),
  ];
}

function atFailure(failure: Failure, run: RunResult, level: Annotation['level']): Annotation {
  const { iteration, file, position, message } = failure;
  const where = whereOf(failure) || KIND_WORDS[failure.kind];
  const which = iteration !== undefined && hasIterations(run) ? ` (iteration ${iteration})` : '';
  return {
    level,
    title: `${run.suite}: ${where}${which}`,
    message,
    ...(file !== undefined && { path: file }),
    ...(file !== undefined && position),
  };
}

const flaky = (annotation: Annotation): Annotation => ({
  ...annotation,
  message: `Flaky, passed on a rerun: ${annotation.message}`,
});

function ofContract(report: Report): readonly Annotation[] {
  return (report.contract?.violations ?? []).map((violation): Annotation => {
    const { suite, request, operation, place, document } = violation;
    return {
      level: violationGates(violation, report) ? 'error' : 'warning',
      title: `${suite}: ${request}`,
      message: `${operation}, ${whatDeviates(violation)}: ${deviationWords(violation)} (${placeWords(document)})`,
      ...(place ? { path: place.file, line: place.line, column: place.column } : {}),
    };
  });
}

const ofMonitors = ({ monitors }: Report): readonly Annotation[] =>
  monitors
    .filter((monitor) => !monitor.passed)
    .map(({ name, status, message, blocking }) => ({
      level: blocking ? 'error' : 'warning',
      title: `Monitor ${name}`,
      message: `The monitor ended as "${status}"${message ? `: ${message}` : '.'}`,
    }));

const ofChanges = ({ plan }: Report): readonly Annotation[] =>
  (plan?.changes ?? [])
    .filter(({ status }) => status === 'failed')
    .map((change) => ({
      level: 'error',
      title: `${change.kind} ${change.name}`,
      message: `Could not ${verbOf(change)}: ${change.reason ?? 'no reason was given'}`,
      path: fileOfPath(change.path),
    }));
