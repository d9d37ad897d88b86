import type { Attempt } from '../model/run-result.ts';

/** Mean, 95th percentile (nearest rank) and maximum of response times in milliseconds; undefined for none. */
export function responseTimes(times: readonly number[]): Attempt['responseTimes'] {
  const ascending = [...times].sort((a, b) => a - b);
  const max = ascending.at(-1);
  const p95 = ascending[Math.ceil(ascending.length * 0.95) - 1];
  if (max === undefined || p95 === undefined) return undefined;
  const sum = ascending.reduce((total, time) => total + time, 0);
  return { mean: Math.round(sum / ascending.length), p95, max };
}
