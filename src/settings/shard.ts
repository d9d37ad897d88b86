import type { RunOptions, Thresholds } from '../core/model/run-result.ts';
import { MOST_SHARDS, type Shard } from '../core/model/shard.ts';
import type { RepositoryCommand } from './commands.ts';
import type { InputReader } from './input-reader.ts';
import type { Complaint } from './values.ts';

/** Reads which part of the suites runs here; undefined for all suites. */
export function readShard(read: InputReader): Shard | undefined {
  const text = read.text('shard');
  if (text === undefined) return undefined;
  const [, index, total] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? []).map(Number);
  if (index !== undefined && total !== undefined && index <= total && total <= MOST_SHARDS) return { index, total };
  read.complain('shard', {
    message: `"${text}" is not a shard such as 2/4`,
    remedy: `Write the part's number, counting from 1, and the number of parts (${MOST_SHARDS} at most).`,
  });
  return undefined;
}

/** Only the first shard plans or applies; the others only test. */
export const commandOfShard = (command: RepositoryCommand, shard: Shard | undefined): RepositoryCommand =>
  shard !== undefined && shard.index > 1 && (command === 'plan' || command === 'apply') ? 'test' : command;

type SplitSuite = Pick<Thresholds, 'failedAssertions'> & Pick<RunOptions, 'iterationData' | 'iterationCount'>;

/** Why shards cannot share the rows of a suite's iteration data; undefined where they can. */
export function splitProblem({
  iterationData,
  iterationCount,
  failedAssertions = 0,
}: SplitSuite): Complaint | undefined {
  if (iterationData === undefined) return wrong('a suite without iteration-data has no rows to share');
  if (iterationCount !== undefined) return wrong('a suite with iteration-count does not run each row once');
  if (failedAssertions > 0) return wrong('thresholds.failed-assertions counts over the whole suite');
  return undefined;
}

const wrong = (message: string): Complaint => ({ message: `split: ${message}`, remedy: 'Remove one of the two.' });
