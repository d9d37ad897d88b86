import type { ComparedLatency, MeasuredLatency } from '../model/baseline.ts';
import { responseTimes } from '../model/run-result.ts';

/** Response times of one request in two runs, in milliseconds. */
export interface Samples {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** The comparison of the response times of two runs. */
type LatencyComparison = Omit<ComparedLatency, 'suite' | 'request'>;

/** The definition of a regression. */
export interface RegressionRule {
  /** 0.25: a quarter more. */
  readonly threshold: number;
  /** Probability of a false alarm if the times rose by exactly the threshold. */
  readonly alpha: number;
}

/** A smaller rise is not a regression, even if its share is large (from 3 ms to 5 ms). */
const LEAST_MS = 5;

/** The usual {@link RegressionRule.alpha}. */
export const ALPHA = 0.01;

/**
 * Compares the 95th percentiles. Three conditions make a regression. The percentile rose by more than the threshold.
 * The rise is at least five milliseconds. One of two tests rejects the hypothesis "the times rose by the threshold at
 * most": van Elteren's rank-sum test within each request, which single outliers hardly influence, or Fisher's exact
 * test of the number of answers above the limit, which detects a longer tail. Undefined if no request was answered in
 * both runs.
 */
export function compareLatency(
  requests: readonly Samples[],
  { threshold, alpha }: RegressionRule,
): LatencyComparison | undefined {
  const both = requests.filter(({ before, after }) => before.length > 0 && after.length > 0);
  const before = latencyOf(both.flatMap((request) => request.before));
  const after = latencyOf(both.flatMap((request) => request.after));
  if (!before || !after) return undefined;
  const limit = before.p95Ms * (1 + threshold);
  const isAbove = after.p95Ms > limit && after.p95Ms - before.p95Ms >= LEAST_MS;
  const significant = (): boolean => rankSumP(both, 1 + threshold) < alpha / 2 || exceedanceP(both, limit) < alpha / 2;
  const change = before.p95Ms === 0 ? 0 : after.p95Ms / before.p95Ms - 1;
  return { before, after, change, regressed: isAbove && significant() };
}

function latencyOf(samples: readonly number[]): MeasuredLatency | undefined {
  const p95Ms = responseTimes(samples)?.p95;
  return p95Ms === undefined ? undefined : { p95Ms, samples: samples.length };
}

/**
 * One-sided p-value of the stratified rank-sum test. Alternative: `after`, divided by the factor, is larger than
 * `before`.
 */
function rankSumP(requests: readonly Samples[], factor: number): number {
  let [deviation, variance] = [0, 0];
  for (const { before, after } of requests) {
    const total = before.length + after.length;
    const ranks = ranksOf([...after.map((value) => value / factor), ...before]);
    const sum = ranks.slice(0, after.length).reduce((all, rank) => all + rank, 0);
    const mean = (total + 1) / 2;
    const spread = ranks.reduce((all, rank) => all + (rank - mean) ** 2, 0) / Math.max(1, total - 1);
    const weight = 1 / (total + 1);
    deviation += weight * (sum - after.length * mean);
    variance += weight ** 2 * ((after.length * before.length) / total) * spread;
  }
  return variance === 0 ? 1 : upperTail(deviation / Math.sqrt(variance));
}

/** Ranks from 1; equal values share the mean of theirs. */
function ranksOf(values: readonly number[]): readonly number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (order[last + 1]?.value === order[first]?.value) last += 1;
    for (let at = first; at <= last; at += 1) ranks[order[at]?.index ?? 0] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranks;
}

/** One-sided p-value of Fisher's exact test. Alternative: more answers are above the limit than before. */
function exceedanceP(requests: readonly Samples[], limit: number): number {
  const [before, after] = [requests.flatMap((request) => request.before), requests.flatMap((request) => request.after)];
  const [x, y] = [before, after].map((list) => list.filter((value) => value > limit).length);
  const above = (x ?? 0) + (y ?? 0);
  let p = 0;
  for (let count = y ?? 0; count <= Math.min(above, after.length); count += 1) {
    p += Math.exp(
      logChoose(after.length, count) +
        logChoose(before.length, above - count) -
        logChoose(after.length + before.length, above),
    );
  }
  return p;
}

/** The logarithm of the binomial coefficient "n choose k". */
function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let at = 1; at <= k; at += 1) sum += Math.log(n - k + at) - Math.log(at);
  return sum;
}

/** Probability that a standard normal value is larger (Zelen and Severo, error below 1e-7). */
function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return density * poly;
}
