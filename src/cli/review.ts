import process from 'node:process';
import { createInterface } from 'node:readline';
import { renderPlan } from '../render/text.ts';
import type { ReviewPlan } from '../sync/ports.ts';
import type { Arguments } from './args.ts';
import { styleOf } from './style.ts';

/** The review of a plan, and whether it has shown one. */
export interface Review {
  readonly review: ReviewPlan;
  isShown(): boolean;
}

/** Prints the plan of an apply before the first write. On a terminal, the user has to approve it. */
export function createReview({ extras }: Arguments, env: Readonly<Record<string, string | undefined>>): Review {
  let isShown = false;
  const review: ReviewPlan = async (proposal) => {
    const isTerminal = process.stdin.isTTY === true && process.stderr.isTTY === true && !env.CI;
    const asks = isTerminal && !extras.has('yes');
    const output = extras.has('json') ? process.stderr : process.stdout;
    if (asks || !extras.has('quiet')) output.write(`${renderPlan(proposal, styleOf(output))}\n`);
    isShown = output === process.stdout;
    return !asks || isYes(await ask('Apply these changes? Only "yes" applies them: '));
  };
  return { review, isShown: () => isShown };
}

/** The answer of the user; empty after Ctrl-C and at the end of the input. */
function ask(question: string): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    prompt.once('close', () => resolve(''));
    prompt.question(question, (answer) => {
      resolve(answer);
      prompt.close();
    });
  });
}

const isYes = (answer: string): boolean => /^y(es)?$/i.test(answer.trim());
