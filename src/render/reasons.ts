import { count, duration, plural } from '../core/lib/text.ts';
import type { Failure, RunResult } from '../core/model/run-result.ts';
import type { FailureKind } from '../core/model/verdict.ts';
import { KIND_WORDS } from './statistics.ts';

/** Kinds of failures that are counted, in singular and plural. The others are only named. */
const COUNTED: Partial<Readonly<Record<FailureKind, readonly [string, string]>>> = {
  assertion: ['assertion failed', 'assertions failed'],
  request: ['request failed', 'requests failed'],
  script: ['script failed', 'scripts failed'],
};

/** Why a suite failed, is flaky or has warnings: `2 assertions failed`, `p95 957 ms > 300 ms`. Empty for a green suite. */
export function reasonsOf(run: RunResult): readonly string[] {
  const { attempt, earlier, flaky } = run;
  return [
    ...kindsOf(attempt.failures).flatMap((kind) =>
      kind === 'nothing-tested' ? [untested(run)] : reasonsOfKind(attempt.failures, kind),
    ),
    ...(flaky ? [`failed ${earlier.length === 1 ? 'once' : `${earlier.length} times`}, then passed`] : []),
    ...(attempt.warnings.length > 0 ? [plural(attempt.warnings.length, 'warning')] : []),
  ];
}

const kindsOf = (failures: readonly Failure[]): readonly FailureKind[] => [
  ...new Set(failures.map(({ kind }) => kind)),
];

const untested = ({ attempt: { requests } }: RunResult): string =>
  requests.total === 0 ? 'nothing requested' : 'nothing asserted';

function reasonsOfKind(failures: readonly Failure[], kind: FailureKind): readonly string[] {
  const same = failures.filter((failure) => failure.kind === kind);
  const crossed = same.flatMap(({ threshold }) => (threshold ? [thresholdWords(threshold)] : []));
  if (crossed.length > 0) return crossed;
  const words = COUNTED[kind];
  return [words ? plural(same.length, ...words) : KIND_WORDS[kind]];
}

/** Thresholds that are not durations. */
const AMOUNTS: Readonly<Record<string, (value: number) => string>> = {
  'failed-assertions': count,
};

function thresholdWords({ name, actual, limit }: NonNullable<Failure['threshold']>): string {
  const show = AMOUNTS[name] ?? duration;
  return `${name.replaceAll('-', ' ')} ${show(actual)} > ${show(limit)}`;
}
