import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Suite } from '../../../../src/core/model/suite.ts';
import { assignShards, type Shardable, suitesOfShard } from '../../../../src/core/shards/assign-shards.ts';

const named = (count: number, durationMs?: (at: number) => number): readonly Shardable[] =>
  Array.from({ length: count }, (_, at) => ({
    name: `suite ${String(at).padStart(3, '0')}`,
    parts: 1,
    ...(durationMs ? { durationMs: durationMs(at) } : {}),
  }));

/** Names by shard. */
const shardsOf = (suites: readonly Shardable[], total: number): readonly (readonly string[])[] => {
  const assigned = assignShards(suites, total);
  return Array.from({ length: total }, (_, shard) =>
    suites.filter((_suite, at) => assigned[at]?.some((part) => part.shard === shard)).map(({ name }) => name),
  );
};

describe('the assignment of suites to shards', () => {
  it('is by name without any duration', () => {
    const suites = ['delta', 'alpha', 'charlie', 'bravo', 'echo'].map((name) => ({ name, parts: 1 }));
    expect(shardsOf(suites, 2)).toEqual([
      ['alpha', 'charlie', 'echo'],
      ['delta', 'bravo'],
    ]);
  });

  it('begins with the longest, each to the shard with the least to do', () => {
    const suites = [5, 9, 4, 3, 3].map((durationMs, at) => ({ name: `s${at}`, parts: 1, durationMs }));
    expect(shardsOf(suites, 2)).toEqual([
      ['s1', 's3'],
      ['s0', 's2', 's4'],
    ]);
  });

  it('gives a new suite the mean duration', () => {
    const suites = [
      { name: 'new', parts: 1 },
      ...[10, 30].map((durationMs) => ({ name: `${durationMs}`, parts: 1, durationMs })),
    ];
    expect(shardsOf(suites, 2)).toEqual([['30'], ['new', '10']]);
  });

  it('gives the parts of a split suite to different shards, and no more parts than rows or shards', () => {
    const suites = [
      { name: 'long', parts: 100, durationMs: 90 },
      { name: 'two rows', parts: 2, durationMs: 4 },
      { name: 'short', parts: 1, durationMs: 5 },
    ];
    expect(assignShards(suites, 3)).toEqual([
      [0, 1, 2].map((shard) => ({ shard, part: shard })),
      [1, 2].map((shard, part) => ({ shard, part })),
      [{ shard: 0, part: 0 }],
    ]);
  });

  it('runs each of 200 suites once, and no shard longer than 15 % over the mean', () => {
    const duration = fc.integer({ min: 200, max: 20_000 });
    const property = fc.property(
      fc.array(duration, { minLength: 200, maxLength: 200 }),
      fc.integer({ min: 2, max: 8 }),
      (durations, total) => {
        const suites = named(200, (at) => durations[at] ?? 0);
        const shards = shardsOf(suites, total);
        expect(shards.flat().sort()).toEqual(suites.map(({ name }) => name));
        const msOf = new Map(suites.map(({ name, durationMs = 0 }) => [name, durationMs]));
        const loads = shards.map((names) => names.reduce((sum, name) => sum + (msOf.get(name) ?? 0), 0));
        const mean = loads.reduce((sum, load) => sum + load, 0) / total;
        expect(Math.max(...loads)).toBeLessThanOrEqual(1.15 * mean);
      },
    );
    fc.assert(property, { numRuns: 50 });
  });

  it('is the same on every machine, for any order of the files', () => {
    const property = fc.property(
      fc.shuffledSubarray([...named(12, (at) => (at % 3) * 100)], { minLength: 12 }),
      (suites) => {
        expect(shardsOf(suites, 4).map((names) => [...names].sort())).toEqual(
          shardsOf(
            named(12, (at) => (at % 3) * 100),
            4,
          ),
        );
      },
    );
    fc.assert(property, { numRuns: 30 });
  });
});

describe('the suites of a shard', () => {
  const suites = ['long', 'short', 'other'].map((name) => ({ name }) as Suite);
  const durations = new Map([
    ['long', 90],
    ['short', 5],
    ['other', 4],
  ]);
  const partsOn = (index: number, rows: ReadonlyMap<string, number>) =>
    suitesOfShard(suites, { shard: { index, total: 2 }, durations, rows }).map(({ name, part }) =>
      part ? `${name} ${part.index}/${part.total}: ${part.first}–${part.end}` : name,
    );

  it('are not split if their rows are unknown', () => {
    expect([partsOn(1, new Map()), partsOn(2, new Map())]).toEqual([['long'], ['short', 'other']]);
  });

  it('have every row of a split suite on one shard, as evenly as can be', () => {
    const rows = new Map([['long', 7]]);
    expect([partsOn(1, rows), partsOn(2, rows)]).toEqual([
      ['long 1/2: 0–3', 'short'],
      ['long 2/2: 3–7', 'other'],
    ]);
  });
});
