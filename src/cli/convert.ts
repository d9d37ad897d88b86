import process from 'node:process';
import type { Notice } from '../core/model/notice.ts';
import { type Problem, placeOf } from '../core/model/problem.ts';
import { readCollectionTree } from '../wiring/read-tree.ts';
import type { Arguments } from './args.ts';
import { tellProblems } from './problems.ts';

/** Prints the v2.1 document of a collection in Postman's YAML format; what it cannot hold is told on stderr. */
export async function convert({ operands, inputs }: Arguments): Promise<number> {
  const [directory, ...more] = operands;
  if (directory === undefined || more.length > 0) return tellProblems([ONE_DIRECTORY]);
  const allowUnsupported = inputs.get('allow-unsupported') === 'true';
  const { content, problems, notices } = await readCollectionTree(directory, { cwd: process.cwd(), allowUnsupported });
  if (!content || problems.length > 0) return tellProblems(problems);
  tellNotices(notices);
  process.stdout.write(`${JSON.stringify(content, null, 2)}\n`);
  return 0;
}

const ONE_DIRECTORY: Problem = {
  code: 'command-line',
  message: 'convert: exactly one directory is converted',
  remedy: 'Name it: convert postman/collections/Orders > orders.postman_collection.json',
};

function tellNotices(notices: readonly Notice[]): void {
  const lost = notices.map((notice) => `${[placeOf(notice), notice.message].filter(Boolean).join(' ')}\n`);
  process.stderr.write(lost.length > 0 ? lost.join('') : 'Nothing is lost: v2.1 holds all of it.\n');
}
