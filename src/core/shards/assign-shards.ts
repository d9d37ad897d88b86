import type { Shard } from '../model/shard.ts';
import type { Suite } from '../model/suite.ts';

/** What the assignment of a suite depends on. */
export interface Shardable {
  readonly name: string;
  /** How long it took in an earlier run, in milliseconds; absent where nobody knows. */
  readonly durationMs?: number;
  /** Parts that it may be split into; 1 for a suite that runs in one place. */
  readonly parts: number;
}

/** A part of a suite on one shard; `part` and `shard` count from 0. */
export interface Assignment {
  readonly shard: number;
  readonly part: number;
}

interface Work {
  readonly at: number;
  readonly name: string;
  readonly parts: number;
  /** Of one part. */
  readonly ms: number;
}

/**
 * Assigns suites to shards: the longest first, each to the shard with the least to do (LPT). Suites of unknown duration
 * count as the mean of the others; without any duration the order of names decides. The parts of a suite go to different
 * shards. The answer has the order of the suites and depends on nothing else: every machine computes the same.
 */
export function assignShards(suites: readonly Shardable[], shards: number): readonly (readonly Assignment[])[] {
  const loads = new Array<number>(shards).fill(0);
  const assigned: (readonly Assignment[])[] = suites.map(() => []);
  for (const { at, parts, ms } of longestFirst(suites, shards)) {
    const least = [...loads.keys()].sort((a, b) => (loads[a] ?? 0) - (loads[b] ?? 0) || a - b).slice(0, parts);
    for (const shard of least) loads[shard] = (loads[shard] ?? 0) + ms;
    assigned[at] = least.sort((a, b) => a - b).map((shard, part) => ({ shard, part }));
  }
  return assigned;
}

function longestFirst(suites: readonly Shardable[], shards: number): readonly Work[] {
  const known = suites.flatMap(({ durationMs }) => durationMs ?? []);
  const mean = known.length === 0 ? 1 : known.reduce((sum, ms) => sum + ms, 0) / known.length;
  const all = suites.map(({ name, durationMs, parts: asked }, at) => {
    const parts = Math.max(1, Math.min(asked, shards));
    return { at, name, parts, ms: (durationMs ?? mean) / parts };
  });
  // The order of code units: a locale would differ between machines.
  return all.sort((a, b) => b.ms - a.ms || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.at - b.at));
}

/** What decides which suites a shard runs. */
export interface ShardSources {
  readonly shard: Shard;
  /** Durations of an earlier run by the suite's name. */
  readonly durations: ReadonlyMap<string, number>;
  /** Rows of the data file of suites that may be split, by the suite's name. */
  readonly rows: ReadonlyMap<string, number>;
}

/** The suites of one shard; a split one with its rows alone. */
export function suitesOfShard(suites: readonly Suite[], { shard, durations, rows }: ShardSources): readonly Suite[] {
  const units = suites.map(({ name }) => {
    const durationMs = durations.get(name);
    return { name, parts: rows.get(name) ?? 1, ...(durationMs === undefined ? {} : { durationMs }) };
  });
  const assigned = assignShards(units, shard.total);
  return suites.flatMap((suite, at) => {
    const all = assigned[at] ?? [];
    const own = all.find((part) => part.shard === shard.index - 1);
    if (!own) return [];
    if (all.length === 1) return [suite];
    const count = rows.get(suite.name) ?? 0;
    const [first, end] = [own.part, own.part + 1].map((part) => Math.floor((part * count) / all.length));
    return [{ ...suite, part: { index: own.part + 1, total: all.length, first: first ?? 0, end: end ?? 0 } }];
  });
}
