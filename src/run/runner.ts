import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { orThrow } from '../core/model/problem.ts';
import type { RunResult, SuiteProgress } from '../core/model/run-result.ts';
import { redactor } from '../core/model/secret.ts';
import type { Suite } from '../core/model/suite.ts';
import type { Clock, InspectPath, Log, RunPolicy, SuiteListener, SuiteRunner } from '../sync/ports.ts';
import type { Progress } from './event-collector.ts';
import { withOwnExports } from './export-paths.ts';
import { checkSuites, countRows } from './preflight/check.ts';
import { type FoundReporter, findReporters, reporterJob, slug } from './preflight/reporters.ts';
import { waitFor } from './preflight/wait-for.ts';
import { ProcessPool } from './process-pool.ts';
import { defectMessage, type ReporterJob } from './protocol.ts';
import type { Abort } from './result/attempt.ts';
import { notRun, resultOf, runSuite, type SuiteRun } from './suite.ts';
import { secretsOf } from './suite-secrets.ts';

export interface RunnerOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** The JavaScript file that is forked; it must call `runChild()` where `isSuiteChild()` says so. */
  readonly entry: string;
  /** The working directory. */
  readonly cwd: string;
  /** The whole environment of the children. */
  readonly environment: Readonly<Record<string, string>>;
  /** Checks paths before they are read. */
  readonly inspect?: InspectPath;
  /** Makes the folder that an external reporter writes to. */
  readonly makeFolder?: (folder: string) => Promise<unknown>;
  /** Receives the events of running suites. */
  readonly listener?: SuiteListener;
}

const STOPPED = 'The suite was not run: the run was stopped from outside.';

/** Runs suites in Newman. A process runs one suite at a time. Rejects only for reporters that are not installed. */
export function createSuiteRunner(options: RunnerOptions): SuiteRunner {
  const { cwd, inspect = async () => undefined } = options;
  let processes: ProcessPool | undefined;
  const poolFor = ({ parallel }: RunPolicy): ProcessPool => {
    processes ??= new ProcessPool({ ...options, parallel });
    return processes;
  };
  return {
    countRows: (suite) => countRows(suite, { cwd, inspect }),
    check: async (suites, policy) => {
      const reporters = findReporters(policy.reporters, { cwd, options: policy.reporterOptions });
      const problems = [...(reporters.ok ? [] : reporters.problems), ...(await checkSuites(suites, { cwd, inspect }))];
      // They load Newman while the sync reads the workspace.
      if (problems.length === 0) poolFor(policy).prepare(Math.min(suites.length, policy.parallel));
      return problems;
    },
    run: async (suites, policy) => {
      try {
        return await run({ ...options, processes: poolFor(policy) }, suites, policy);
      } finally {
        processes?.close();
        processes = undefined;
      }
    },
  };
}

async function run(
  options: RunnerOptions & { readonly processes: ProcessPool },
  suites: readonly Suite[],
  policy: RunPolicy,
): Promise<readonly RunResult[]> {
  const { clock, log, cwd } = options;
  const reporters = orThrow(findReporters(policy.reporters, { cwd, options: policy.reporterOptions }));
  const startedAt = clock.now();
  const { waitFor: urls, waitForTimeoutMs: timeoutMs, signal } = policy;
  const late = await waitFor({ urls, timeoutMs, clock, log, signal });
  const unstarted = (suite: Suite, broken: Abort): RunResult => {
    return resultOf(suite, notRun(suite, broken, { startedAt: clock.now(), durationMs: clock.now() - startedAt }));
  };
  const runNext = async (suite: Suite, index: number): Promise<RunResult> => {
    const done = await start(suite, index).catch((error: unknown) => ({
      result: unstarted(suite, { kind: 'script', message: redactor(secretsOf(suite))(defectMessage(error)) }),
      output: [],
    }));
    running -= 1;
    options.listener?.ended(index, done);
    return done.result;
  };
  options.listener?.begin(suites.length);
  let waiting = suites.length;
  let running = 0;
  const start = async (suite: Suite, index: number): Promise<SuiteRun> => {
    waiting -= 1;
    running += 1;
    if (late !== undefined) return { result: unstarted(suite, { kind: 'timeout', message: late }), output: [] };
    if (signal?.aborted) return { result: unstarted(suite, { kind: 'timeout', message: STOPPED }), output: [] };
    const onProgress = (progress: Progress): void => options.listener?.progress(index, shown(suite, progress));
    return runSuite(suite, {
      ...options,
      policy,
      // The processes of earlier suites run the waiting ones. One more would prepare a thread in vain.
      more: () => waiting >= running,
      reporters: await reportersOf(suite, reporters, {
        reportDir: resolve(cwd, policy.reportDir),
        makeFolder: options.makeFolder,
      }),
      onProgress,
    });
  };
  return pooled(withOwnExports(suites), policy.parallel, runNext);
}

const shown = ({ name }: Suite, { requests, failures, place }: Progress): SuiteProgress => ({
  suite: name,
  requests,
  failures,
  ...(place ? { request: place.request } : {}),
});

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

interface FolderOptions {
  readonly reportDir: string;
  readonly makeFolder: RunnerOptions['makeFolder'];
}

/** Creates the folder that a reporter writes to: one folder for each reporter, with one for each suite. */
const reportersOf = (
  suite: Suite,
  reporters: readonly FoundReporter[],
  { reportDir, makeFolder = (folder) => mkdir(folder, { recursive: true }) }: FolderOptions,
): Promise<ReporterJob[]> =>
  Promise.all(
    reporters.map(async (reporter) => {
      const exportDir = join(reportDir, slug(reporter.name), slug(suite.name));
      await makeFolder(exportDir);
      return reporterJob(reporter, exportDir);
    }),
  );
