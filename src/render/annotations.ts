import { plural } from '../core/lib/text.ts';
import { fileOfPath } from '../core/model/resource.ts';
import type { Failure, RunResult } from '../core/model/run-result.ts';
import { violationGates } from '../core/report/contract-verdict.ts';
import type { Report } from '../core/report/report.ts';
import { deviationWords, placeWords, whatDeviates } from './contract.ts';
import { harmless, oneLine, shorten } from './escape.ts';
import { iterationSuffix, KIND_WORDS, verbOf, whereOf } from './statistics.ts';

/** A message of GitHub, at a place in a committed file if one is known. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

/** GitHub shows ten annotations of a level for each step, and drops the others silently. */
const SHOWN = 10;
const LONGEST_MESSAGE = 2000;
const LONGEST_TITLE = 200;

/** The annotations of a step: at most ten of a level. Where there are more, the tenth counts the others. */
export function renderAnnotations(report: Report): readonly Annotation[] {
  const all = allAnnotations(report);
  return (['error', 'warning', 'notice'] as const).flatMap((level) =>
    bounded(
      all.filter((annotation) => annotation.level === level),
      level,
    ),
  );
}

/** All annotations, without a limit: a check run takes them in batches. */
export const allAnnotations = (report: Report): readonly Annotation[] =>
  [
    ...problemAnnotations(report),
    ...report.runs.flatMap((run) => runAnnotations(run)),
    ...contractAnnotations(report),
    ...monitorAnnotations(report),
    ...changeAnnotations(report),
    ...report.notices.map(({ position, ...notice }) => ({ ...notice, ...position })),
  ].map((annotation) => sanitized(annotation));

function bounded(list: readonly Annotation[], level: Annotation['level']): readonly Annotation[] {
  if (list.length <= SHOWN) return list;
  const shown = list.slice(0, SHOWN - 1);
  return [
    ...shown,
    { level, message: `… and ${plural(list.length - shown.length, `more ${level}`)}: see the job summary.` },
  ];
}

const sanitized = (annotation: Annotation): Annotation => ({
  ...annotation,
  message: shorten(harmless(annotation.message).trim() || '(no message)', LONGEST_MESSAGE),
  ...(annotation.title !== undefined && { title: shorten(oneLine(annotation.title), LONGEST_TITLE) }),
  ...(annotation.path !== undefined && { path: oneLine(annotation.path) }),
});

const problemAnnotations = ({ problems, errors }: Report): readonly Annotation[] => [
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

function runAnnotations(run: RunResult): readonly Annotation[] {
  const level = run.blocking ? 'error' : 'warning';
  const flakyFailures = run.flaky ? (run.earlier.at(-1)?.failures ?? []) : [];
  return [
    ...run.attempt.failures.map((failure) => failureAnnotation(failure, run, level)),
    ...run.attempt.warnings.map((failure) => failureAnnotation(failure, run, 'warning')),
    ...flakyFailures.map((failure) => flaky(failureAnnotation(failure, run, 'warning'))),
  ];
}

function failureAnnotation(failure: Failure, run: RunResult, level: Annotation['level']): Annotation {
  const { file, position, message } = failure;
  const where = whereOf(failure) || KIND_WORDS[failure.kind];
  return {
    level,
    title: `${run.suite}: ${where}${iterationSuffix(failure.iteration, run)}`,
    message,
    ...(file !== undefined && { path: file }),
    ...(file !== undefined && position),
  };
}

const flaky = (annotation: Annotation): Annotation => ({
  ...annotation,
  message: `Flaky, passed on a rerun: ${annotation.message}`,
});

function contractAnnotations(report: Report): readonly Annotation[] {
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

const monitorAnnotations = ({ monitors }: Report): readonly Annotation[] =>
  monitors
    .filter((monitor) => !monitor.passed)
    .map(({ name, status, message, blocking }) => ({
      level: blocking ? 'error' : 'warning',
      title: `Monitor ${name}`,
      message: `The monitor ended as "${status}"${message ? `: ${message}` : '.'}`,
    }));

const changeAnnotations = ({ plan }: Report): readonly Annotation[] =>
  (plan?.changes ?? [])
    .filter(({ status }) => status === 'failed')
    .map((change) => ({
      level: 'error',
      title: `${change.kind} ${change.name}`,
      message: `Could not ${verbOf(change)}: ${change.reason ?? 'no reason was given'}`,
      path: fileOfPath(change.path),
    }));
