import { duration } from '../core/lib/duration.ts';
import { omitUndefined } from '../core/lib/json.ts';
import { placeOf } from '../core/model/problem.ts';
import type { Attempt, Failure, RunResult } from '../core/model/run-result.ts';

/** Failures that are shown in the log; the report has all. */
const SHOWN = 50;

/** One line for a finished suite: `✓ Orders on staging · 12 requests · 30 assertions · 1.2 s`. */
export function titleOf({ suite, status, flaky, blocking, attempt, earlier }: RunResult): string {
  const { requests, assertions, failures } = attempt;
  const parts = [
    `${status === 'passed' ? '✓' : '✗'} ${suite}`,
    ...(failures.length > 0 ? [counted(failures.length, 'failure')] : []),
    counted(requests.total, 'request'),
    counted(assertions.total, 'assertion'),
    ...(attempt.iterations > 1 ? [counted(attempt.iterations, 'iteration')] : []),
    duration(attempt.durationMs),
    ...(flaky ? [`flaky: passed at attempt ${earlier.length + 1}`] : []),
    ...(blocking ? [] : ['not blocking']),
  ];
  return parts.join(' · ');
}

/** What stands under the title: failures, warnings, and what the scripts wrote. */
export function detailsOf({ attempt, earlier }: RunResult, output: readonly string[]): readonly string[] {
  const left = attempt.failures.length - SHOWN;
  return [
    ...earlier.map(
      ({ failures, durationMs }, index) =>
        `attempt ${index + 1}: ${counted(failures.length, 'failure')}, ${duration(durationMs)}`,
    ),
    ...attempt.failures.slice(0, SHOWN).map((failure) => `✗ ${lineOf(failure)}`),
    ...(left > 0 ? [`… and ${counted(left, 'more failure')}; all of them are in the report`] : []),
    ...attempt.warnings.slice(0, SHOWN).map((failure) => `! ${lineOf(failure)}`),
    ...timesOf(attempt),
    ...output.map((text) => `  ${text}`),
  ].flatMap(indented);
}

/** The lines of a text, those after the first further in: none of them is taken for an entry of its own. */
const indented = (text: string): readonly string[] =>
  text
    .trimEnd()
    .split(/\r\n?|\n/)
    .map((line, index) => (index === 0 ? line : `    ${line}`));

/** A failure in one line: where, what, and the place in the file. */
function lineOf({ iteration, path, request, assertion, message, file, position }: Failure): string {
  const where = [...path, ...(request === undefined ? [] : [request])].join(' / ');
  const place = placeOf(omitUndefined({ path: file, position }));
  const parts = [
    ...(where === '' ? [] : [iteration !== undefined && iteration > 1 ? `${where} (iteration ${iteration})` : where]),
    ...(assertion === undefined ? [] : [assertion]),
    message,
  ];
  return `${parts.join(' · ')}${place === '' ? '' : ` (${place})`}`;
}

const timesOf = ({ responseTimes }: Attempt): string[] =>
  responseTimes
    ? [`response times: mean ${responseTimes.mean} ms, p95 ${responseTimes.p95} ms, max ${responseTimes.max} ms`]
    : [];

/** `1 request`, `2 requests`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
