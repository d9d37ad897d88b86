import process from 'node:process';
import { ProblemsError } from '../core/model/problem.ts';
import { renderCoverage } from '../render/text/contract.ts';
import { readCoverage } from '../wiring/read-coverage.ts';
import type { Arguments } from './args.ts';
import { printProblems } from './problems.ts';
import { styleOf } from './style.ts';

/** Prints which operations of the OpenAPI documents the collections test; exit code 1 below the threshold. */
export async function coverage({ inputs, extras }: Arguments): Promise<number> {
  try {
    const { coverage, least = 0 } = await readCoverage(inputs, process.cwd());
    const { operations, tested, percent, untested, tags } = coverage;
    const shown = extras.has('json')
      ? JSON.stringify({ operations, tested, percent, untested, tags }, null, 2)
      : renderCoverage(coverage, styleOf(process.stdout));
    process.stdout.write(`${shown.trimEnd()}\n`);
    if (tested >= operations * least) return 0;
    process.stderr.write(`The coverage is below its threshold of ${Math.round(least * 1000) / 10}%.\n`);
    return 1;
  } catch (error) {
    if (error instanceof ProblemsError) return printProblems(error.problems);
    throw error;
  }
}
