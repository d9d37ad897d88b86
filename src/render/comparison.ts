import { diffLines } from 'diff';
import type { Failure } from '../core/model/run-result.ts';

/** A line of a comparison: only expected (`-`), only actual (`+`), or in both. */
export interface ComparedLine {
  readonly sign: '-' | '+' | ' ';
  readonly text: string;
}

/** Lines that differ beyond which no common ones are looked for. */
const MOST_EDITS = 1000;

/** Lines shown of a comparison. */
const MOST_LINES = 120;

/** Expected and actual as one list of lines. */
export function comparedLines({ expected, actual }: NonNullable<Failure['comparison']>): readonly ComparedLine[] {
  const parts = diffLines(ended(expected), ended(actual), OPTIONS);
  const lines = parts
    ? parts.flatMap(({ value, added, removed }) => linesOf(value, added ? '+' : removed ? '-' : ' '))
    : [...linesOf(expected, '-'), ...linesOf(actual, '+')];
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), { sign: ' ', text: `… ${lines.length - MOST_LINES} more lines` }];
}

/** A comma at the end of a line says that another entry follows, which has a line of its own. */
const sameLine = (left: string, right: string): boolean => left.replace(/,\n$/, '\n') === right.replace(/,\n$/, '\n');

/** Its types leave the comparator out. */
const OPTIONS = { maxEditLength: MOST_EDITS, comparator: sameLine };

const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);

const linesOf = (value: string, sign: ComparedLine['sign']): readonly ComparedLine[] =>
  value
    .replace(/\n$/, '')
    .split('\n')
    .map((text) => ({ sign, text }));
