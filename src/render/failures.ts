import { count, noun, plural } from '../core/lib/text.ts';
import type { Failure, RunResult } from '../core/model/run-result.ts';

/** Failures that differ only in their iteration. */
export interface FailureGroup {
  /** The first failure of the group. */
  readonly failure: Failure;
  readonly times: number;
  /** Iterations of the failures, ascending; empty for a run with one iteration. */
  readonly iterations: readonly number[];
}

/** The groups by list of failures: every section of a page needs them. */
const cache = new WeakMap<readonly Failure[], readonly FailureGroup[]>();

/** Groups failures that differ only in their iteration, in the order in which they first happened. */
export function groupFailures(failures: readonly Failure[], run: RunResult): readonly FailureGroup[] {
  const known = cache.get(failures);
  if (known) return known;
  const groups = buildGroups(failures, run);
  cache.set(failures, groups);
  return groups;
}

function buildGroups(failures: readonly Failure[], { attempt }: RunResult): readonly FailureGroup[] {
  const groups: Failure[][] = [];
  // Messages may be long: they are keys themselves, not copied into the key of the place.
  const places = new Map<string, Map<string, Failure[]>>();
  for (const failure of failures) {
    const { kind, path, request, assertion, message } = failure;
    const key = JSON.stringify([kind, path, request, assertion]);
    const messages = places.get(key) ?? new Map<string, Failure[]>();
    places.set(key, messages);
    const same = messages.get(message) ?? [];
    if (same.push(failure) === 1) groups.push(same);
    messages.set(message, same);
  }
  return groups.flatMap((same) => {
    const [failure] = same;
    const iterations = attempt.iterations > 1 ? same.map(({ iteration }) => iteration) : [];
    return failure ? [{ failure, times: same.length, iterations: distinct(iterations) }] : [];
  });
}

const distinct = (numbers: readonly (number | undefined)[]): readonly number[] =>
  [...new Set(numbers.filter((number) => number !== undefined))].sort((a, b) => a - b);

/** Most ranges of iterations that are named; the iterations of the others are counted. */
const NAMED_RANGES = 4;

/**
 * When the failures of a group happened: `iteration 3`, `iterations 1–4, 7 and 12 more`. Then how often, if that is
 * more often than the iterations. Empty for a single failure of a run with one iteration.
 */
export function whichOf({ times, iterations }: FailureGroup): string {
  const often = times > Math.max(1, iterations.length) ? plural(times, 'time') : '';
  return [iterationWords(iterations), often].filter(Boolean).join(', ');
}

function iterationWords(iterations: readonly number[]): string {
  if (iterations.length === 0) return '';
  const ranges = rangesOf(iterations);
  const more = ranges.slice(NAMED_RANGES).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const named = ranges
    .slice(0, NAMED_RANGES)
    .map(([first, last]) => (first === last ? count(first) : `${count(first)}–${count(last)}`))
    .join(', ');
  const word = noun(iterations.length, 'iteration');
  return `${word} ${named}${more > 0 ? ` and ${count(more)} more` : ''}`;
}

/** Consecutive numbers as ranges of first and last. */
function rangesOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] + 1 === number) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
