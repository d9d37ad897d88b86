import process from 'node:process';
import { type Problem, placeOf } from '../core/model/problem.ts';

/** Prints problems on stderr, each with its place and remedy. Returns the exit status for wrong settings, 2. */
export function printProblems(problems: readonly Problem[]): number {
  const lines = problems.map(
    (problem) =>
      `${[placeOf(problem), problem.message, `[${problem.code}]`].filter(Boolean).join(' ')}\n  ${problem.remedy}`,
  );
  process.stderr.write(`${lines.join('\n')}\n`);
  return 2;
}
