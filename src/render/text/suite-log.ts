import { duration, plural } from '../../core/lib/text.ts';
import type { Failure, RunResult, SuiteProgress } from '../../core/model/run-result.ts';
import { visible } from '../escape.ts';
import { fileOf, whereOf } from '../statistics.ts';

/** Most failures that the log shows; the report has all. */
const SHOWN = 50;

/** The line for a finished suite: `✓ Orders on staging · 12 requests · 30 assertions · p95 14 ms · 1.2 s`. */
export function suiteTitle({ suite, status, flaky, blocking, attempt, earlier }: RunResult): string {
  const { requests, assertions, failures, responseTimes } = attempt;
  const parts = [
    `${status === 'passed' ? '✓' : '✗'} ${suite}`,
    ...(failures.length > 0 ? [plural(failures.length, 'failure')] : []),
    plural(requests.total, 'request'),
    plural(assertions.total, 'assertion'),
    ...(attempt.iterations > 1 ? [plural(attempt.iterations, 'iteration')] : []),
    ...(responseTimes ? [`p95 ${duration(responseTimes.p95)}`] : []),
    duration(attempt.durationMs),
    ...(flaky ? [`flaky: passed at attempt ${earlier.length + 1}`] : []),
    ...(blocking ? [] : ['does not gate']),
  ];
  return parts.join(' · ');
}

/** What is shown below the line of a suite. */
interface DetailOptions {
  /** Lines that scripts wrote. */
  readonly output: readonly string[];
  /** Whether failures and warnings are shown. */
  readonly failures: boolean;
}

/** The lines below the line of a suite: attempts, failures, warnings and the output of scripts. */
export function suiteDetails({ attempt, earlier }: RunResult, { output, failures }: DetailOptions): readonly string[] {
  return [
    ...earlier.map(
      ({ failures, durationMs }, index) =>
        `attempt ${index + 1}: ${plural(failures.length, 'failure')}, ${duration(durationMs)}`,
    ),
    ...(failures ? failureLines(attempt) : []),
    ...output.map((text) => `  ${text}`),
  ].flatMap(indented);
}

function failureLines({ failures, warnings }: RunResult['attempt']): readonly string[] {
  const left = failures.length - SHOWN;
  return [
    ...failures.slice(0, SHOWN).map((failure) => `✗ ${lineOf(failure)}`),
    ...(left > 0 ? [`… and ${plural(left, 'more failure')}; all of them are in the report`] : []),
    ...warnings.slice(0, SHOWN).map((failure) => `! ${lineOf(failure)}`),
  ];
}

/** The lines of a text, indented after the first, so that each text reads as one entry. */
const indented = (text: string): readonly string[] =>
  text
    .trimEnd()
    .split(/\r\n?|\n/)
    .map((line, index) => (index === 0 ? line : `    ${line}`));

/** A failure in one line: where, what, and the place in the file. */
function lineOf(failure: Failure): string {
  const { iteration, message } = failure;
  const [where, place] = [whereOf(failure), fileOf(failure)];
  const which = where !== '' && iteration !== undefined && iteration > 1 ? ` (iteration ${iteration})` : '';
  return `${where && `${where}${which} · `}${message}${place && ` (${place})`}`;
}

/** The progress of a run. */
export interface RunProgress {
  readonly done: number;
  readonly total: number;
  readonly elapsedMs: number;
  /** The suite that took longest so far. */
  readonly slowest?: Pick<RunResult, 'suite'> & { readonly durationMs: number };
}

/** Minutes and seconds: `1:03`. */
function clock(elapsedMs: number): string {
  const seconds = Math.floor(elapsedMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The progress line of the whole run: `12 of 32 suites · 1:03 · slowest: Orders on staging, 12.0 s`. */
export function statusLine({ done, total, elapsedMs, slowest }: RunProgress): string {
  const parts = [
    `${done} of ${plural(total, 'suite')}`,
    clock(elapsedMs),
    ...(slowest ? [`slowest: ${slowest.suite}, ${duration(slowest.durationMs)}`] : []),
  ];
  return visible(parts.join(' · ')).replace(/\s+/gu, ' ');
}

/** The progress line of a running suite: `▸ Orders on staging · 12 requests · 1 failure · Create an order`. */
export function progressLine({ suite, requests, failures, request = '' }: SuiteProgress): string {
  const failed = failures > 0 ? [plural(failures, 'failure')] : [];
  const parts = [`▸ ${suite}`, plural(requests, 'request'), ...failed, request];
  return visible(parts.filter((part) => part !== '').join(' · ')).replace(/\s+/gu, ' ');
}
