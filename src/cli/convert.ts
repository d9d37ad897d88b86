import process from 'node:process';
import type { Notice } from '../core/model/notice.ts';
import { type Problem, placeOf } from '../core/model/problem.ts';
import { readCollectionTree } from '../wiring/read-tree.ts';
import type { Arguments } from './args.ts';
import { printProblems } from './problems.ts';

/** Prints the v2.1 document of a collection in Postman's YAML format; on stderr, the content that v2.1 cannot hold. */
export async function convert({ operands, inputs }: Arguments): Promise<number> {
  const [directory, ...more] = operands;
  if (directory === undefined || more.length > 0) return printProblems([ONE_DIRECTORY]);
  const allowUnsupported = inputs.get('allow-unsupported') === 'true';
  const { content, problems, notices } = await readCollectionTree(directory, { cwd: process.cwd(), allowUnsupported });
  if (!content || problems.length > 0) return printProblems(problems);
  printNotices(notices);
  process.stdout.write(`${JSON.stringify(content, null, 2)}\n`);
  return 0;
}

const ONE_DIRECTORY: Problem = {
  code: 'command-line',
  message: 'convert: exactly one directory can be converted',
  remedy: 'Name one directory: convert postman/collections/Orders > orders.postman_collection.json',
};

function printNotices(notices: readonly Notice[]): void {
  const lost = notices.map((notice) => `${[placeOf(notice), notice.message].filter(Boolean).join(' ')}\n`);
  process.stderr.write(lost.length > 0 ? lost.join('') : 'Converted completely: v2.1 holds everything.\n');
}
