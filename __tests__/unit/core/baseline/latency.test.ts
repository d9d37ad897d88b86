import { describe, expect, it } from '@jest/globals';
import { ALPHA, compareLatency, type Samples } from '../../../../src/core/baseline/latency.ts';

/** Numbers from 0 to 1 that are the same in every run of the test. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Noise {
  /** Of the whole machine, the same for all answers of a run. */
  readonly machine: number;
  readonly request: number;
  /** Share of answers that take three to ten times as long. */
  readonly spikes: number;
}

/** A shared runner: the machine differs by some percent from run to run, answers by a third, one of fifty is stuck. */
const RUNNER: Noise = { machine: 0.06, request: 0.3, spikes: 0.02 };

interface Shape {
  readonly requests: number;
  readonly samples: number;
}

function simulate(random: () => number, { requests, samples }: Shape, { factor = 1, noise = RUNNER } = {}): Samples[] {
  const normal = (): number => Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
  const run = (scale: number): ((base: number) => number[]) => {
    const machine = Math.exp(normal() * noise.machine) * scale;
    return (base) =>
      Array.from({ length: samples }, () => {
        const spike = random() < noise.spikes ? 3 + 7 * random() : 1;
        return Math.round(base * machine * Math.exp(normal() * noise.request) * spike);
      });
  };
  const [before, after] = [run(1), run(factor)];
  const bases = Array.from({ length: requests }, () => 40 + 200 * random());
  return bases.map((base) => ({ before: before(base), after: after(base) }));
}

function alarms(shape: Shape, options: Parameters<typeof simulate>[2] = {}, runs = 300): number {
  const random = randomOf(7);
  const rule = { threshold: 0.25, alpha: ALPHA };
  const count = Array.from({ length: runs }, () => compareLatency(simulate(random, shape, options), rule)?.regressed);
  return count.filter(Boolean).length / runs;
}

const SHAPES: readonly Shape[] = [
  { requests: 1, samples: 5 },
  { requests: 1, samples: 30 },
  { requests: 20, samples: 1 },
  { requests: 10, samples: 10 },
  { requests: 30, samples: 15 },
];

describe('a regression of latencies', () => {
  it.each(SHAPES)('is reported in at most one of a hundred runs without a change: %j', (shape) => {
    expect(alarms(shape)).toBeLessThanOrEqual(0.01);
  });

  it.each(SHAPES)(
    'is told in less than one of eight where the machine is slower by a tenth throughout: %j',
    (shape) => {
      expect(alarms(shape, { factor: 1.1 })).toBeLessThan(0.125);
    },
  );

  it('is found nearly always with enough samples if everything is twice as slow', () => {
    expect(alarms({ requests: 10, samples: 10 }, { factor: 2 })).toBeGreaterThan(0.95);
    expect(alarms({ requests: 1, samples: 30 }, { factor: 2 })).toBeGreaterThan(0.8);
    expect(alarms({ requests: 20, samples: 1 }, { factor: 2.5 })).toBeGreaterThan(0.7);
  });

  const steady = (value: number, count: number): number[] =>
    Array.from({ length: count }, (_, index) => value + (index % 3));
  const rule = { threshold: 0.25, alpha: ALPHA };

  it.each([
    [100, 124, 20, false],
    [100, 140, 20, true],
    [100, 140, 5, true],
    [100, 140, 2, false],
    [2, 5, 20, false],
    [100, 60, 20, false],
  ])('from %d ms to %d ms over %d samples: %s', (from, to, count, expected) => {
    const result = compareLatency([{ before: steady(from, count), after: steady(to, count) }], rule);
    expect(result?.regressed).toBe(expected);
  });

  it('is seen in the tail alone', () => {
    const after = [...steady(100, 80), ...steady(400, 20)];
    expect(compareLatency([{ before: steady(100, 100), after }], rule)?.regressed).toBe(true);
    expect(compareLatency([{ before: steady(100, 100), after: [...steady(100, 99), 5000] }], rule)?.regressed).toBe(
      false,
    );
  });

  it.each([
    [6, false],
    [7, true],
  ])('needs more slow answers than chance explains: %d of 20', (slow, expected) => {
    const after = [...steady(100, 20 - slow), ...steady(400, slow)];
    expect(compareLatency([{ before: steady(100, 20), after }], rule)?.regressed).toBe(expected);
  });

  it.each([
    [14, false],
    [15, true],
  ])('is a rise of at least 5 ms: from 10 ms to %d ms', (to, expected) => {
    const samples = { before: steady(10, 40), after: steady(to, 40) };
    expect(compareLatency([samples], { threshold: 0.05, alpha: ALPHA })?.regressed).toBe(expected);
  });

  it('is none where the percentile is exactly at the threshold', () => {
    const before = [...Array<number>(18).fill(50), 100, 100];
    expect(compareLatency([{ before, after: Array<number>(20).fill(125) }], rule)?.regressed).toBe(false);
    expect(compareLatency([{ before, after: Array<number>(20).fill(126) }], rule)?.regressed).toBe(true);
  });

  const first = [100, 110, 120, 130, 140, 150, 160, 170, 180, 190];
  const second = { before: [40, 40, 50, 60], after: [75, 75, 80, 100, 62.5, 70, 50] };

  // The probabilities were computed with another implementation of both tests.
  it.each<[string, readonly Samples[], number]>([
    ['ranks', [{ before: first, after: [190, 205, 215, 225, 235, 245, 200, 180, 210, 220] }], 0.0292958],
    ['ranks in two requests', [{ before: first, after: [190, 205, 215, 225, 235, 245] }, second], 0.0067106],
    [
      'the tail',
      [
        {
          before: [...Array<number>(17).fill(100), 200, 400, 400],
          after: [...Array<number>(10).fill(100), ...Array<number>(10).fill(600)],
        },
      ],
      0.00021796,
    ],
  ])('is significant at half of alpha, by %s', (_, requests, p) => {
    const at = (alpha: number) => compareLatency(requests, { threshold: 0.25, alpha })?.regressed;
    expect([at(2 * p * 0.998), at(2 * p * 1.002)]).toEqual([false, true]);
  });

  it('has no change where the first answers took no time', () => {
    const result = compareLatency([{ before: [0, 0], after: [3, 3] }], rule);
    expect(result).toMatchObject({ change: 0, regressed: false });
  });

  it('has both percentiles, over the requests of both runs', () => {
    const requests = [
      { before: [100], after: [200] },
      { before: [], after: [9000] },
      { before: [9000], after: [] },
    ];
    expect(compareLatency(requests, rule)).toEqual({
      before: { p95Ms: 100, samples: 1 },
      after: { p95Ms: 200, samples: 1 },
      change: 1,
      regressed: false,
    });
    expect(compareLatency([], rule)).toBeUndefined();
  });
});
