import { ProblemsError } from '../core/model/problem.ts';
import type { RunResult, SuiteProgress } from '../core/model/run-result.ts';
import { redactor } from '../core/model/secret.ts';
import type { Suite } from '../core/model/suite.ts';
import type { Clock, InspectPath, Log, RunPolicy, SuiteListener, SuiteRunner } from '../sync/ports.ts';
import type { Engine } from './engine.ts';
import { withOwnExports } from './export-paths.ts';
import { checkSuites, countRows } from './preflight/check.ts';
import { waitFor } from './preflight/wait-for.ts';
import { defectMessage } from './protocol.ts';
import type { Abort } from './result/attempt.ts';
import { notRun, resultOf, runSuite, type SuiteRun } from './suite.ts';
import { secretsOf } from './suite-secrets.ts';

export interface RunnerOptions {
  /** Runs a suite once. */
  readonly engine: Engine;
  readonly clock: Clock;
  readonly log: Log;
  /** The working directory. */
  readonly cwd: string;
  /** Checks paths before they are read. */
  readonly inspect?: InspectPath;
  /** Receives the events of running suites. */
  readonly listener?: SuiteListener;
}

const STOPPED = 'The suite was not run: the run was stopped from outside.';

/** Runs suites with an engine, several at once. Rejects only for reporters that are not installed. */
export function createSuiteRunner(options: RunnerOptions): SuiteRunner {
  const { engine, cwd, inspect = async () => undefined } = options;
  return {
    countRows: (suite) => countRows(suite, { cwd, inspect }),
    check: async (suites, policy) => {
      const problems = [...engine.check(policy), ...(await checkSuites(suites, { cwd, inspect }))];
      if (problems.length === 0) engine.prepare(Math.min(suites.length, policy.parallel), policy);
      return problems;
    },
    run: async (suites, policy) => {
      try {
        return await run(options, suites, policy);
      } finally {
        engine.close();
      }
    },
  };
}

async function run(
  { engine, clock, log, listener }: RunnerOptions,
  suites: readonly Suite[],
  policy: RunPolicy,
): Promise<readonly RunResult[]> {
  const problems = engine.check(policy);
  if (problems.length > 0) throw new ProblemsError(problems);
  const startedAt = clock.now();
  const { waitFor: urls, waitForTimeoutMs: timeoutMs, signal } = policy;
  const notReady = await waitFor({ urls, timeoutMs, clock, log, signal });
  const notStarted = (suite: Suite, abort: Abort): SuiteRun => {
    const attempt = notRun(suite, abort, { startedAt: clock.now(), durationMs: clock.now() - startedAt });
    return { result: resultOf(suite, attempt), output: [] };
  };
  let [waiting, running] = [suites.length, 0];
  // The first suites all begin now.
  const isSoonTaken = (): boolean => Math.min(waiting, suites.length - policy.parallel) >= running;
  const runOne = async (suite: Suite, index: number): Promise<SuiteRun> => {
    const why = notReady ?? (signal?.aborted ? STOPPED : undefined);
    if (why !== undefined) return notStarted(suite, { kind: 'timeout', message: why });
    const onProgress = (progress: SuiteProgress): void => listener?.progress(index, progress);
    try {
      // The processes of earlier suites run the waiting ones. One more would prepare a thread in vain.
      return await runSuite(suite, { engine, policy, more: isSoonTaken, onProgress });
    } catch (error) {
      const message = redactor(secretsOf(suite))(defectMessage(error));
      return notStarted(suite, { kind: 'script', message });
    }
  };
  listener?.begin(suites.length);
  return pooled(withOwnExports(suites), policy.parallel, async (suite, index) => {
    waiting -= 1;
    running += 1;
    const ended = await runOne(suite, index);
    running -= 1;
    listener?.ended(index, ended);
    return ended.result;
  });
}

/** Maps entries, at most `width` at a time. Results keep the order. */
async function pooled<T, R>(
  list: readonly T[],
  width: number,
  work: (entry: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = list.entries();
  const worker = async (): Promise<void> => {
    for (const [index, entry] of queue) results[index] = await work(entry, index);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(width, list.length)) }, worker));
  return results;
}
