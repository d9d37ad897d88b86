import type { Failure, RunResult } from '../core/model/run-result.ts';
import { count, plural } from './format.ts';

/** The same failure at the same place, in one iteration or in many. */
export interface FailureGroup {
  /** The first of them. */
  readonly failure: Failure;
  readonly times: number;
  /** Iterations they happened in, ascending; empty where iterations need no telling apart. */
  readonly iterations: readonly number[];
}

/** The groups of a list: every part of a page asks for them again. */
const grouped = new WeakMap<readonly Failure[], readonly FailureGroup[]>();

/** Failures that differ in nothing but their iteration, told once, in the order in which they first happened. */
export function groupFailures(failures: readonly Failure[], run: RunResult): readonly FailureGroup[] {
  const known = grouped.get(failures);
  if (known) return known;
  const groups = groupsOf(failures, run);
  grouped.set(failures, groups);
  return groups;
}

function groupsOf(failures: readonly Failure[], { attempt }: RunResult): readonly FailureGroup[] {
  const groups: Failure[][] = [];
  // Messages may be long: they are compared as they are, not copied into keys.
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

/** Ranges that are told before the rest is only counted. */
const TOLD_RANGES = 4;

/** `iteration 3`, `iterations 1–4, 7 and 12 more`; how often, where iterations do not tell it; empty for a single one. */
export function whichOf({ times, iterations }: FailureGroup): string {
  const ranges = rangesOf(iterations);
  const told = ranges.slice(0, TOLD_RANGES);
  const more = ranges.slice(TOLD_RANGES).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const words = told
    .map(([first, last]) => (first === last ? count(first) : `${count(first)}–${count(last)}`))
    .join(', ');
  const where =
    words &&
    `${iterations.length === 1 ? 'iteration' : 'iterations'} ${words}${more > 0 ? ` and ${count(more)} more` : ''}`;
  const often = times > Math.max(1, iterations.length) ? plural(times, 'time') : '';
  return [where, often].filter(Boolean).join(', ');
}

function rangesOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] + 1 === number) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
