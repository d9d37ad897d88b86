import process from 'node:process';
import { suggestion } from '../settings/values.ts';
import type { Arguments } from './args.ts';
import { renderCompletion, SHELLS } from './completion.ts';
import { printProblems } from './problems.ts';

/** Prints the completion script for a shell. */
export function printCompletion({ operands: [name = ''] }: Arguments): number {
  const shell = SHELLS.find((known) => known === name);
  if (!shell)
    return printProblems([
      {
        code: 'command-line',
        message: `completion: there is no script for "${name}"`,
        remedy: suggestion(name, SHELLS) ?? `Name one of ${SHELLS.join(', ')}.`,
      },
    ]);
  process.stdout.write(renderCompletion(shell));
  return 0;
}
