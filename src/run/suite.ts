import { omitUndefined } from '../core/lib/json.ts';
import type { Attempt, RunResult } from '../core/model/run-result.ts';
import { redactor } from '../core/model/secret.ts';
import type { Suite } from '../core/model/suite.ts';
import type { RunPolicy } from '../sync/ports.ts';
import type { Engine } from './engine.ts';
import type { OnProgress } from './event-collector.ts';
import { type Abort, buildAttempt } from './result/attempt.ts';

/** The result of a suite, and the output of its scripts. */
export interface SuiteRun {
  readonly result: RunResult;
  /** Lines that scripts wrote to the console, in their last attempt. */
  readonly output: readonly string[];
}

/** What running a suite needs. */
export interface SuiteContext {
  readonly engine: Engine;
  readonly policy: RunPolicy;
  /** Whether other suites wait to be run. */
  readonly more: () => boolean;
  /** Called with the progress of the suite, for live output. */
  readonly onProgress?: OnProgress;
}

/** Runs a suite, with retries while it fails. Never rejects because of a suite. */
export async function runSuite(suite: Suite, context: SuiteContext): Promise<SuiteRun> {
  const earlier: Attempt[] = [];
  for (;;) {
    const { attempt, output } = await tryOnce(suite, context);
    const failed = attempt.failures.length > 0;
    if (failed && earlier.length < suite.retries && !context.policy.signal?.aborted && mayDiffer(attempt)) {
      earlier.push(attempt);
      continue;
    }
    return { result: resultOf(suite, attempt, earlier), output };
  }
}

/** The result of a suite from its attempts. */
export function resultOf(suite: Suite, attempt: Attempt, earlier: readonly Attempt[] = []): RunResult {
  const passed = attempt.failures.length === 0;
  return omitUndefined<RunResult>({
    suite: suite.name,
    collection: suite.collection.path,
    environment: suite.environment?.name,
    blocking: suite.blocking,
    part: suite.part,
    status: passed ? 'passed' : 'failed',
    flaky: passed && earlier.length > 0,
    attempt,
    earlier,
  });
}

/** An attempt of a suite that could not be started. */
export const notRun = (
  suite: Suite,
  abort: Abort,
  { startedAt, durationMs = 0 }: { readonly startedAt: number; readonly durationMs?: number },
): Attempt =>
  buildAttempt(
    suite,
    { startedAt, durationMs, iterations: 0, items: [], aborts: [abort] },
    { strict: true, redact: (text) => text },
  );

/** Problems in the user's files are not worth a retry. */
const mayDiffer = ({ failures }: Attempt): boolean =>
  failures.some(({ kind }) => kind !== 'settings' && kind !== 'nothing-tested');

async function tryOnce(
  suite: Suite,
  { engine, policy, more, onProgress }: SuiteContext,
): Promise<{ readonly attempt: Attempt; readonly output: readonly string[] }> {
  const run = { policy, more: more() || suite.retries > 0, onProgress };
  const { raw, secrets, output } = await engine.runOnce(suite, run);
  const { strict, openapi } = policy;
  return { attempt: buildAttempt(suite, raw, { strict, redact: redactor(secrets), openapi }), output };
}
