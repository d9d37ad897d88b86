import { duration } from '../core/lib/duration.ts';
import { isObject, type JsonObject, objectsOf, omitUndefined } from '../core/lib/json.ts';
import type { Attempt, RunResult } from '../core/model/run-result.ts';
import { redactor, Secret } from '../core/model/secret.ts';
import type { Suite } from '../core/model/suite.ts';
import type { RunPolicy } from '../sync/ports.ts';
import { type ChildExit, type ChildOptions, runInChild } from './fork.ts';
import type { Event, ItemPlace, ItemRecord, Job, ReporterJob } from './protocol.ts';
import { type Abort, buildAttempt } from './result/attempt.ts';
import { secretKeysOf, secretsOf } from './suite-secrets.ts';

/** What a suite's run came to, and what its scripts wrote. */
export interface SuiteRun {
  readonly result: RunResult;
  /** Lines that scripts wrote to the console, in their last attempt. */
  readonly output: readonly string[];
}

/** Lines of script output that the log shows of a suite. */
const OUTPUT_LINES = 200;

/** How a suite is run. */
export interface SuiteContext extends ChildOptions {
  readonly policy: RunPolicy;
  readonly reporters: readonly ReporterJob[];
  /** Told how far the suite is, for a live line. */
  readonly onProgress?: (progress: Progress) => void;
}

/** How far a suite is. */
export interface Progress {
  readonly requests: number;
  readonly failures: number;
  readonly place?: ItemPlace | undefined;
}

/** Runs a suite, and again while it fails and has retries left. Never rejects for what a suite does. */
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
    status: passed ? 'passed' : 'failed',
    flaky: passed && earlier.length > 0,
    attempt,
    earlier,
  });
}

/** An attempt of a suite that could not even be started. */
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

/** What is wrong in the user's own material is still wrong a second later. */
const mayDiffer = ({ failures }: Attempt): boolean =>
  failures.some(({ kind }) => kind !== 'settings' && kind !== 'nothing-tested');

async function tryOnce(suite: Suite, context: SuiteContext): Promise<{ attempt: Attempt; output: readonly string[] }> {
  const { clock, policy } = context;
  const startedAt = clock.now();
  const events = new EventCollector(suite, context.onProgress);
  const exit = await runInChild(context, {
    job: jobOf(suite, context),
    parallel: policy.parallel,
    timeoutMs: suite.options.timeoutMs,
    signal: policy.signal,
    onEvent: (event) => events.add(event),
  });
  const broken = [...events.broken, ...abortsOf(exit, { suite, events })];
  const durationMs = clock.now() - startedAt;
  const raw = { startedAt, durationMs, iterations: events.iterations, items: events.items, broken };
  const redact = redactor(events.secrets);
  return {
    attempt: buildAttempt(suite, raw, { strict: policy.strict, redact, openapi: policy.openapi }),
    output: events.output,
  };
}

/** What the child has told so far. */
class EventCollector {
  readonly items: ItemRecord[] = [];
  readonly broken: Abort[] = [];
  readonly output: string[] = [];
  iterations = 0;
  place: ItemPlace | undefined;
  #requests = 0;
  #failures = 0;
  readonly secrets: Secret[];
  readonly #onProgress: SuiteContext['onProgress'];

  constructor(suite: Suite, onProgress: SuiteContext['onProgress']) {
    this.secrets = [...secretsOf(suite)];
    this.#onProgress = onProgress;
  }

  add(event: Event): void {
    switch (event.type) {
      case 'started':
        this.iterations = event.iterations;
        break;
      case 'item':
        this.#item(event);
        break;
      case 'at':
        this.place = event.place;
        break;
      case 'secret':
        this.secrets.push(new Secret(event.text));
        break;
      case 'broken':
        this.broken.push({ kind: event.kind, message: this.hide(event.message), file: event.file });
        break;
      case 'done':
        break;
    }
    // Between two items the last one stands: a line that changes twice a moment cannot be read.
    const place = this.place ?? this.items.at(-1)?.place;
    this.#onProgress?.({ requests: this.#requests, failures: this.#failures, place });
  }

  #write(line: string): void {
    if (this.output.length < OUTPUT_LINES) this.output.push(line);
    else if (this.output.length === OUTPUT_LINES) this.output.push('… (more output is in the report)');
  }

  /** A text of the child's that was not hidden there. */
  hide(text: string): string {
    return redactor(this.secrets)(text);
  }

  #item({ place, sent, assertions, faults, looked, console, exchange }: ItemRecord): void {
    this.items.push(omitUndefined<ItemRecord>({ place, sent, assertions, faults, looked, console, exchange }));
    for (const line of console) this.#write(line);
    this.place = undefined;
    this.#requests += sent.length;
    this.#failures += faults.length;
  }
}

/** Why a child that did not end by itself is gone. */
function abortsOf(
  exit: ChildExit,
  { suite, events }: { readonly suite: Suite; readonly events: EventCollector },
): Abort[] {
  const place = events.place;
  const during = place ? ` while it ran "${place.request}"` : '';
  switch (exit.how) {
    case 'done':
      return [];
    case 'stopped':
      return [
        {
          kind: 'timeout',
          message: `The suite was stopped from outside${during}; what it did until then is reported.`,
          place,
        },
      ];
    case 'killed': {
      const limit = duration(suite.options.timeoutMs ?? 0);
      return [
        { kind: 'timeout', message: `The suite was killed${during}: it went on after its timeout of ${limit}.`, place },
      ];
    }
    case 'died':
      return [{ kind: 'script', message: events.hide(causeOfDeath(exit, during)), place }];
  }
}

function causeOfDeath({ code, signal, output }: Extract<ChildExit, { how: 'died' }>, during: string): string {
  if (/heap out of memory|ERR_WORKER_OUT_OF_MEMORY/.test(output) || signal === 'SIGKILL') {
    return `The suite ran out of memory${during} and was ended. Ask for less at once, or run fewer suites in parallel.`;
  }
  const last = output
    .trim()
    .split('\n')
    .filter((line) => /error/i.test(line))
    .at(-1);
  const how = signal === null ? `with exit code ${code}` : `by ${signal}`;
  return `The suite’s process ended unexpectedly ${how}${during}.${last === undefined ? '' : ` It said: ${last.trim()}`}`;
}

/** The suite as plain JSON, with its variables put above the environment's and the globals' values. */
function jobOf(suite: Suite, { reporters, policy: { openapi } }: SuiteContext): Job {
  const { collection, environment, globals, options, variables } = suite;
  return {
    collection: collection.content,
    environment: withVariables(environment?.file.content ?? { name: environment?.name ?? '' }, variables, {
      all: true,
    }),
    globals: withVariables(isObject(globals) ? globals : {}, variables, { all: false }),
    options,
    secrets: secretsOf(suite).map((secret) => secret.reveal()),
    secretKeys: secretKeysOf(suite),
    reporters,
    ...(openapi ? { openapi: openapi.map(({ path, value, isRoot }) => ({ path, value, isRoot })) } : {}),
  };
}

/** A scope whose variables of the same name are replaced; with `all`, the others are added. */
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
