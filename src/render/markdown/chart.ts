import type { RunResult } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';
import { oneLine, shorten } from '../escape.ts';
import type { Block } from './truncate.ts';

/** Most suites of a readable chart. */
const SHOWN = 30;
const LONGEST_NAME = 40;

/** When each suite ran, as a Mermaid chart, which GitHub draws; empty for a single suite. */
export function suiteChart({ runs }: Report): readonly Block[] {
  if (runs.length < 2) return [];
  const start = Math.min(...runs.map(({ attempt }) => attempt.startedAt));
  const end = Math.max(...runs.map(({ attempt }) => attempt.startedAt + attempt.durationMs));
  const bars = runs.slice(0, SHOWN).map((run, at) => bar(run, { start, name: `${at + 1} ${plain(run.suite)}` }));
  const chart = [
    '```mermaid',
    'gantt',
    '  dateFormat x',
    `  axisFormat ${end - start < 60_000 ? '%S.%L' : '%M:%S'}`,
    ...bars,
    '```',
  ].join('\n');
  return [{ open: '<details><summary>When each suite ran</summary>\n', blocks: [`${chart}\n`], close: '</details>\n' }];
}

/** One bar: times in milliseconds from the first suite's start. */
function bar(
  { attempt, status, blocking }: RunResult,
  { start, name }: { readonly start: number; readonly name: string },
): string {
  const from = Math.max(0, Math.round(attempt.startedAt - start));
  const failedLook = blocking ? 'crit' : 'done';
  const look = status === 'passed' ? 'active' : failedLook;
  return `  ${name} :${look}, ${from}, ${from + Math.max(1, Math.round(attempt.durationMs))}`;
}

/** A name without characters that have a meaning in Mermaid. */
const plain = (text: string): string =>
  shorten(oneLine(text).replace(/[^\p{L}\p{N} ._-]/gu, ' '), LONGEST_NAME)
    .replace(/\s+/gu, ' ')
    .trim();
