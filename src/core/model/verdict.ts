/** What can go wrong in a run, as the output `failure-kinds` names it; the gate's own kinds first. */
export const FAILURE_KINDS = [
  'assertion',
  'request',
  'script',
  'nothing-tested',
  'threshold',
  'timeout',
  'monitor',
  'drift',
  'conflict',
  'contract',
  'secret',
  'rate-limit',
  'quota',
  'auth',
  'sync',
  'settings',
  'network',
] as const;

/** One of {@link FAILURE_KINDS}. */
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** `failed`: the gate says no. `error`: no gate could be held, or the workspace could not be synced. */
export type Verdict = 'passed' | 'failed' | 'error';

const ERRORS: ReadonlySet<FailureKind> = new Set(['rate-limit', 'quota', 'auth', 'sync', 'settings', 'network']);

/** The verdict over everything that went wrong: an error outweighs a failed gate. */
export function verdictOf(kinds: readonly FailureKind[]): Verdict {
  if (kinds.length === 0) return 'passed';
  return kinds.some((kind) => ERRORS.has(kind)) ? 'error' : 'failed';
}

/** The CLI's exit status: 0 passed, 1 gate failed, 2 bad settings or files, 3 Postman or the network failed. */
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
