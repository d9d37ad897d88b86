import { type ChangeObject, diffLines } from 'diff';
import type { Failure } from '../core/model/run-result.ts';

/** A line of a comparison: only expected (`-`), only actual (`+`), or in both. */
interface ComparedLine {
  readonly sign: '-' | '+' | ' ';
  readonly text: string;
}

/** With more differing lines, no common lines are looked for: that would take too long. */
const MOST_EDITS = 1000;

/** Most lines shown of a comparison. */
const MOST_LINES = 120;

/** The line diff of expected and actual, as one list. */
export function comparedLines({ expected, actual }: NonNullable<Failure['comparison']>): readonly ComparedLine[] {
  const parts = diffLines(ended(expected), ended(actual), OPTIONS);
  const lines = parts
    ? parts.flatMap((part) => linesOf(part.value, signOf(part)))
    : [...linesOf(expected, '-'), ...linesOf(actual, '+')];
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), { sign: ' ', text: `… ${lines.length - MOST_LINES} more lines` }];
}

function signOf({ added, removed }: Pick<ChangeObject<string>, 'added' | 'removed'>): ComparedLine['sign'] {
  if (added) return '+';
  return removed ? '-' : ' ';
}

/** Compares lines without a comma at the end: the comma only says that another entry follows, on a line of its own. */
const sameLine = (left: string, right: string): boolean => left.replace(/,\n$/, '\n') === right.replace(/,\n$/, '\n');

/** A constant, because the types of `diff` do not know the option `comparator`. */
const OPTIONS = { maxEditLength: MOST_EDITS, comparator: sameLine };

const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);

const linesOf = (value: string, sign: ComparedLine['sign']): readonly ComparedLine[] =>
  value
    .replace(/\n$/, '')
    .split('\n')
    .map((text) => ({ sign, text }));
