import process from 'node:process';
import { type Problem, placeOf } from '../core/model/problem.ts';

/** Tells problems on stderr, each with its place and its remedy, and returns the exit code that goes with them. */
export function tellProblems(problems: readonly Problem[]): number {
  const lines = problems.map(
    (problem) =>
      `${[placeOf(problem), problem.message, `[${problem.code}]`].filter(Boolean).join(' ')}\n  ${problem.remedy}`,
  );
  process.stderr.write(`${lines.join('\n')}\n`);
  return 2;
}
