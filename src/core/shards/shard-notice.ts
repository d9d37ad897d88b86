import type { Notice } from '../model/notice.ts';
import type { Shard, SuitePart } from '../model/shard.ts';

/** A shard, and the number of suites of all shards. */
export interface ShardShare {
  readonly shard: Shard;
  readonly all: number;
}

/** The notice that names the part of the suites that this shard runs. */
export function shardNotice(
  own: readonly { readonly name: string; readonly part?: SuitePart }[],
  { shard, all }: ShardShare,
): Notice {
  const parts = own.flatMap(({ name, part }) => (part ? [`rows ${part.first + 1} to ${part.end} of "${name}"`] : []));
  const split = parts.length > 0 ? ` Of split suites it runs ${parts.join(', ')}.` : '';
  const message = `Shard ${shard.index} of ${shard.total} runs ${own.length} of ${all} suites.${split}`;
  return { level: 'notice', message };
}
