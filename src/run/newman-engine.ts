import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isObject, type JsonObject, objectsOf } from '../core/lib/json.ts';
import { orThrow } from '../core/model/problem.ts';
import { redactor } from '../core/model/secret.ts';
import type { Suite } from '../core/model/suite.ts';
import type { Clock, RunPolicy } from '../sync/ports.ts';
import { abortsOf } from './child-exit.ts';
import type { Engine, EngineResult, RunOnceOptions } from './engine.ts';
import { EventCollector } from './event-collector.ts';
import { runInChild } from './fork.ts';
import { findReporters, reporterJob, slug } from './preflight/reporters.ts';
import { ProcessPool } from './process-pool.ts';
import type { Job, ReporterJob } from './protocol.ts';
import { redactFiles } from './redact-files.ts';
import { secretKeysOf, secretsOf } from './suite-secrets.ts';

export interface NewmanOptions {
  readonly clock: Clock;
  /** The JavaScript file that is forked; it must call `runChild()` where `isSuiteChild()` says so. */
  readonly entry: string;
  /** The working directory. */
  readonly cwd: string;
  /** The whole environment of the children. */
  readonly environment: Readonly<Record<string, string>>;
  /** Makes the folder that an external reporter writes to. */
  readonly makeFolder?: (folder: string) => Promise<unknown>;
}

/** Runs suites in Newman, in child processes. A process runs one suite at a time. */
export function createNewmanEngine(options: NewmanOptions): Engine {
  const { cwd } = options;
  let processes: ProcessPool | undefined;
  const poolFor = ({ parallel }: RunPolicy): ProcessPool => {
    processes ??= new ProcessPool({ ...options, parallel });
    return processes;
  };
  return {
    check: (policy) => {
      const reporters = findReporters(policy.reporters, { cwd, options: policy.reporterOptions });
      return reporters.ok ? [] : reporters.problems;
    },
    // They load Newman while the sync reads the workspace.
    prepare: (count, policy) => poolFor(policy).prepare(count),
    runOnce: async (suite, run) => {
      const reporters = await reportersOf(suite, run.policy, options);
      return runInPool(suite, { ...run, reporters, clock: options.clock, processes: poolFor(run.policy) });
    },
    close: () => {
      processes?.close();
      processes = undefined;
    },
  };
}

interface PoolRun extends RunOnceOptions {
  readonly clock: Clock;
  readonly processes: ProcessPool;
  readonly reporters: readonly ReporterJob[];
}

async function runInPool(suite: Suite, run: PoolRun): Promise<EngineResult> {
  const { clock, policy, more, reporters } = run;
  const forkedAt = clock.now();
  const events = new EventCollector(suite, { now: () => clock.now(), onProgress: run.onProgress });
  const exit = await runInChild(run, {
    job: jobOf(suite, run),
    more,
    timeoutMs: suite.options.timeoutMs,
    signal: policy.signal,
    onEvent: (event) => events.add(event),
  });
  const aborts = [...events.aborts, ...abortsOf(exit, { suite, events })];
  const { startedAt = forkedAt, iterations, items, secrets, output } = events;
  const durationMs = events.ranMs ?? clock.now() - startedAt;
  for (const { exportDir } of reporters) await redactFiles(exportDir, redactor(secrets));
  return { raw: { startedAt, durationMs, iterations, items, aborts }, secrets, output };
}

/** The reporters of a suite, each with a folder to write to: one for each reporter, and in it one for each suite. */
async function reportersOf(
  suite: Suite,
  { reporters, reporterOptions, reportDir }: RunPolicy,
  { cwd, makeFolder = (folder) => mkdir(folder, { recursive: true }) }: NewmanOptions,
): Promise<readonly ReporterJob[]> {
  const found = orThrow(findReporters(reporters, { cwd, options: reporterOptions }));
  return Promise.all(
    found.map(async (reporter) => {
      const exportDir = join(resolve(cwd, reportDir), slug(reporter.name), slug(suite.name));
      await makeFolder(exportDir);
      return reporterJob(reporter, exportDir);
    }),
  );
}

/** The suite as plain JSON. Its variables override those of the environment and the globals. */
function jobOf(suite: Suite, { reporters, policy: { openapi } }: PoolRun): Job {
  const { collection, environment, globals, globalVariables, options, part, variables } = suite;
  return {
    collection: collection.content,
    environment: withVariables(environment?.file.content ?? { name: environment?.name ?? '' }, variables, {
      all: true,
    }),
    globals: withVariables(withVariables(isObject(globals) ? globals : {}, globalVariables, { all: true }), variables, {
      all: false,
    }),
    options,
    ...(part ? { rows: part } : {}),
    secrets: secretsOf(suite).map((secret) => secret.reveal()),
    secretKeys: secretKeysOf(suite),
    reporters,
    ...(openapi ? { openapi: openapi.map(({ path, value, isRoot }) => ({ path, value, isRoot })) } : {}),
  };
}

/** A scope with the given variables replaced; with `all`, variables that it lacks are added. */
function withVariables(
  scope: JsonObject,
  variables: Suite['variables'],
  { all }: { readonly all: boolean },
): JsonObject {
  const values = objectsOf(scope.values);
  const present = new Set(values.map(({ key }) => key));
  const added = [...variables].filter(([key]) => all || present.has(key));
  const kept = values.filter(({ key }) => typeof key !== 'string' || !variables.has(key));
  return {
    ...scope,
    values: [...kept, ...added.map(([key, value]) => ({ key, value: value.reveal(), enabled: true }))],
  };
}
