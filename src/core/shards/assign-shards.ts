import type { Shard } from '../model/shard.ts';
import type { Suite } from '../model/suite.ts';

/** The properties of a suite that its assignment depends on. */
export interface Shardable {
  readonly name: string;
  /** Duration of an earlier run; absent if unknown. */
  readonly durationMs?: number;
  /** The most parts into which it may be split; 1 for a suite that must not be split. */
  readonly parts: number;
}

/** A part of a suite on one shard; `part` and `shard` count from 0. */
export interface Assignment {
  readonly shard: number;
  readonly part: number;
}

interface Work {
  /** Index of the suite. */
  readonly at: number;
  readonly name: string;
  readonly parts: number;
  /** Duration of one part. */
  readonly ms: number;
}

/**
 * Assigns suites to shards: the longest suite first, each to the shard with the smallest load (LPT scheduling). A suite
 * of unknown duration gets the mean of the others; without any duration, names decide the order. The parts of a suite
 * go to different shards. The result is in the order of the suites and deterministic: all machines compute the same.
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
  return all.sort((a, b) => b.ms - a.ms || compareNames(a.name, b.name) || a.at - b.at);
}

/** Compares by code units: a comparison by locale would differ between machines. */
function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The facts that decide which suites a shard runs. */
export interface ShardSources {
  readonly shard: Shard;
  /** Durations of an earlier run by the suite's name. */
  readonly durations: ReadonlyMap<string, number>;
  /** Number of data rows of each suite that may be split, by the suite's name. */
  readonly rows: ReadonlyMap<string, number>;
}

/** The suites of one shard; a split suite has only the rows of this shard. */
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
