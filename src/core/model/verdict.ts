/** `failed`: tests, thresholds or policies failed. `error`: the run could not test or sync as asked. */
export type Verdict = 'passed' | 'failed' | 'error';

/** The verdict for each kind of failure. The output `failure-kinds` lists the kinds in this order. */
const VERDICTS = {
  assertion: 'failed',
  request: 'failed',
  script: 'failed',
  'nothing-tested': 'failed',
  threshold: 'failed',
  timeout: 'failed',
  monitor: 'failed',
  drift: 'failed',
  conflict: 'failed',
  contract: 'failed',
  secret: 'failed',
  'rate-limit': 'error',
  quota: 'error',
  auth: 'error',
  sync: 'error',
  settings: 'error',
  network: 'error',
} as const satisfies Readonly<Record<string, Exclude<Verdict, 'passed'>>>;

/** A kind of failure of a run. */
export type FailureKind = keyof typeof VERDICTS;

/** Every kind of failure; kinds with the verdict `failed` come first. */
export const FAILURE_KINDS = Object.keys(VERDICTS) as readonly FailureKind[];

/** The verdict of a run with these failures: `error` outweighs `failed`. */
export function verdictOf(kinds: readonly FailureKind[]): Verdict {
  if (kinds.length === 0) return 'passed';
  return kinds.some((kind) => VERDICTS[kind] === 'error') ? 'error' : 'failed';
}

/**
 * The CLI's exit code: 0 passed; 1 tests or policies failed; 2 wrong settings or files; 3 Postman or the network
 * failed.
 */
export function exitCodeOf(kinds: readonly FailureKind[]): 0 | 1 | 2 | 3 {
  if (kinds.length === 0) return 0;
  if (verdictOf(kinds) === 'failed') return 1;
  return kinds.includes('settings') ? 2 : 3;
}

/** Each kind once, in the order of {@link FAILURE_KINDS}. */
export const inOrder = (kinds: Iterable<FailureKind>): readonly FailureKind[] => {
  const present = new Set(kinds);
  return FAILURE_KINDS.filter((kind) => present.has(kind));
};
