import type { RunResult } from '../core/model/run-result.ts';

const RANKS = { failed: 0, doesNotGate: 1, flaky: 2, warnings: 3, green: 4 } as const;

function rankOf({ status, blocking, flaky, attempt }: RunResult): number {
  if (status === 'failed') return blocking ? RANKS.failed : RANKS.doesNotGate;
  if (flaky) return RANKS.flaky;
  return attempt.warnings.length > 0 ? RANKS.warnings : RANKS.green;
}

/** Suites in the order of a page: failed, failed without gating, flaky, with warnings, green. */
export const inReadingOrder = (runs: readonly RunResult[]): readonly RunResult[] =>
  [...runs].sort((a, b) => rankOf(a) - rankOf(b));

/** Whether a suite failed, is flaky or has warnings. */
export const isNotable = (run: RunResult): boolean => rankOf(run) < RANKS.green;
