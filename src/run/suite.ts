import { isObject, type JsonObject, objectsOf, omitUndefined } from '../core/lib/json.ts';
import type { Attempt, RunResult } from '../core/model/run-result.ts';
import { redactor } from '../core/model/secret.ts';
import type { Suite } from '../core/model/suite.ts';
import type { RunPolicy } from '../sync/ports.ts';
import { abortsOf } from './child-exit.ts';
import { EventCollector, type OnProgress } from './event-collector.ts';
import { type ChildOptions, runInChild } from './fork.ts';
import type { Job, ReporterJob } from './protocol.ts';
import { redactFiles } from './redact-files.ts';
import { type Abort, buildAttempt } from './result/attempt.ts';
import { secretKeysOf, secretsOf } from './suite-secrets.ts';

/** The result of a suite, and the output of its scripts. */
export interface SuiteRun {
  readonly result: RunResult;
  /** Lines that scripts wrote to the console, in their last attempt. */
  readonly output: readonly string[];
}

/** What running a suite needs. */
export interface SuiteContext extends ChildOptions {
  readonly policy: RunPolicy;
  readonly reporters: readonly ReporterJob[];
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
  broken: Abort,
  { startedAt, durationMs = 0 }: { readonly startedAt: number; readonly durationMs?: number },
): Attempt =>
  buildAttempt(
    suite,
    { startedAt, durationMs, iterations: 0, items: [], broken: [broken] },
    { strict: true, redact: (text) => text },
  );

/** Problems in the user's files are not worth a retry. */
const mayDiffer = ({ failures }: Attempt): boolean =>
  failures.some(({ kind }) => kind !== 'settings' && kind !== 'nothing-tested');

async function tryOnce(suite: Suite, context: SuiteContext): Promise<{ attempt: Attempt; output: readonly string[] }> {
  const { clock, policy } = context;
  const forkedAt = clock.now();
  const events = new EventCollector(suite, { now: () => clock.now(), onProgress: context.onProgress });
  const exit = await runInChild(context, {
    job: jobOf(suite, context),
    more: context.more() || suite.retries > 0,
    timeoutMs: suite.options.timeoutMs,
    signal: policy.signal,
    onEvent: (event) => events.add(event),
  });
  const broken = [...events.broken, ...abortsOf(exit, { suite, events })];
  const { startedAt = forkedAt } = events;
  const durationMs = events.ranMs ?? clock.now() - startedAt;
  const raw = { startedAt, durationMs, iterations: events.iterations, items: events.items, broken };
  const redact = redactor(events.secrets);
  for (const { exportDir } of context.reporters) await redactFiles(exportDir, redact);
  return {
    attempt: buildAttempt(suite, raw, { strict: policy.strict, redact, openapi: policy.openapi }),
    output: events.output,
  };
}

/** The suite as plain JSON. Its variables override those of the environment and the globals. */
function jobOf(suite: Suite, { reporters, policy: { openapi } }: SuiteContext): Job {
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
