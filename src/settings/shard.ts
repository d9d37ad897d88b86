import type { Thresholds } from '../core/model/run-result.ts';
import { MOST_SHARDS, type Shard } from '../core/model/shard.ts';
import type { RepositoryCommand } from './commands.ts';
import type { InputReader } from './input-reader.ts';

/** The part of the suites that runs here; undefined for all of them. */
export function readShard(read: InputReader): Shard | undefined {
  const text = read.text('shard');
  if (text === undefined) return undefined;
  const [, index, total] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? []).map(Number);
  if (index !== undefined && total !== undefined && index <= total && total <= MOST_SHARDS) return { index, total };
  read.complain('shard', {
    message: `"${text}" is not a part of a whole`,
    remedy: `Write the number of the part and of all parts, counting from 1: 2/4. ${MOST_SHARDS} parts at most.`,
  });
  return undefined;
}

/** Only the first shard looks at the workspace; the others test. */
export const commandOfShard = (command: RepositoryCommand, shard: Shard | undefined): RepositoryCommand =>
  shard !== undefined && shard.index > 1 && (command === 'plan' || command === 'apply') ? 'test' : command;

/** Why a suite cannot be split by rows. */
export function splitProblem({
  iterationData,
  iterationCount,
  failedAssertions = 0,
}: Pick<Thresholds, 'failedAssertions'> & { readonly iterationData?: string; readonly iterationCount?: number }) {
  if (iterationData === undefined) return wrong('a suite without iteration-data has no rows to share');
  if (iterationCount !== undefined) return wrong('a suite with iteration-count does not run each row once');
  if (failedAssertions > 0) return wrong('thresholds.failed-assertions counts over the whole suite');
  return undefined;
}

const wrong = (message: string) => ({ message: `split: ${message}`, remedy: 'Remove one of the two.' });
