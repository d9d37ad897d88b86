import { type Baseline, durationsOf } from '../core/baseline/baseline.ts';
import type { Notice } from '../core/model/notice.ts';
import type { Shard } from '../core/model/shard.ts';
import type { Suite } from '../core/model/suite.ts';
import { suitesOfShard } from '../core/shards/assign-shards.ts';
import { shardNotice } from '../core/shards/shard-notice.ts';
import type { SuiteRunner } from './ports.ts';

/** The shard, and what suites are distributed by. */
export interface ShardOptions {
  readonly shard: Shard | undefined;
  readonly baseline: Baseline | undefined;
  readonly runner: Pick<SuiteRunner, 'countRows'>;
}

/** The suites of this shard, and a notice about it; all suites where there are no shards. */
export async function selectShard(
  suites: readonly Suite[],
  { shard, baseline, runner }: ShardOptions,
): Promise<{ readonly suites: readonly Suite[]; readonly notices: readonly Notice[] }> {
  if (!shard) return { suites, notices: [] };
  const rows = await Promise.all(
    suites.filter(({ split }) => split).map(async (suite) => [suite.name, await runner.countRows(suite)] as const),
  );
  const own = suitesOfShard(suites, { shard, durations: durationsOf(baseline), rows: new Map(rows) });
  return { suites: own, notices: [shardNotice(own, { shard, all: suites.length })] };
}
