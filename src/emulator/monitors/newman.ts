import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewmanRunOptions, NewmanRunSummary } from 'newman';
import type { JsonObject } from '../json.ts';

export interface RunRequest {
  readonly collection: JsonObject;
  readonly environment: readonly JsonObject[];
  readonly globals: readonly unknown[];
  readonly options: {
    readonly strictSSL: boolean;
    readonly followRedirects: boolean;
    readonly requestTimeoutMs: number;
    readonly requestDelayMs: number;
  };
}

/** What one run of a collection came to. */
export interface RunOutcome {
  readonly status: 'success' | 'failed' | 'error';
  readonly assertions: { readonly total: number; readonly failed: number };
  readonly requests: { readonly total: number; readonly failed: number };
  readonly errors: number;
  readonly aborted: boolean;
  readonly latencyMs: number;
  readonly responseBytes: number;
  readonly executions: readonly JsonObject[];
  readonly failures: readonly JsonObject[];
  /** Assertion by assertion, for the history of runs. */
  readonly assertionLog: readonly JsonObject[];
}

/** A run is cut after five minutes, as in Postman's cloud. */
const longestRunMs = 5 * 60_000;

/** A folder that does not exist: a monitor cannot upload files of the machine it runs on. */
const noFiles = join(tmpdir(), 'postman-emulator-has-no-files');

type Newman = typeof import('newman');

/** Loaded with the first run only; its old dependencies print deprecation warnings that help nobody. */
const loadNewman = async (): Promise<Newman> => {
  const before = process.noDeprecation;
  process.noDeprecation = true;
  try {
    const module = await import('newman');
    return 'default' in module ? (module.default as Newman) : module;
  } finally {
    process.noDeprecation = before ?? false;
  }
};

const optionsOf = ({ collection, environment, globals, options }: RunRequest): NewmanRunOptions => {
  const scopes = { environment: { values: environment }, globals: { values: globals } };
  return {
    ...(structuredClone({ collection, ...scopes }) as unknown as NewmanRunOptions),
    reporters: [],
    insecure: !options.strictSSL,
    ignoreRedirects: !options.followRedirects,
    timeout: longestRunMs,
    timeoutRequest: options.requestTimeoutMs,
    delayRequest: options.requestDelayMs,
    insecureFileRead: false,
    workingDir: noFiles,
  };
};

/** Newman tells more about an execution than its published types. */
type Execution = NewmanRunSummary['run']['executions'][number] & { readonly requestError?: Error };

const headersOf = (list: { toObject(): unknown } | undefined): unknown => list?.toObject() ?? {};

const describeExecution = (execution: Execution, index: number): JsonObject => {
  const { request, response, requestError } = execution;
  const sent = request.body?.isEmpty() === false ? request.body.toString().length : 0;
  return {
    id: index + 1,
    item: { name: execution.item.name },
    request: {
      method: request.method,
      url: request.url.toString(),
      headers: headersOf(request.headers),
      body: { contentLength: sent },
      timestamp: new Date().toISOString(),
    },
    ...(response
      ? {
          response: {
            code: response.code,
            body: { contentLength: response.responseSize ?? 0 },
            responseTime: response.responseTime,
            responseSize: response.responseSize ?? 0,
            headers: headersOf(response.headers),
          },
        }
      : {}),
    ...(requestError ? { errors: [{ name: requestError.name, message: requestError.message }] } : {}),
  };
};

const describeAssertions = (execution: Execution): readonly JsonObject[] =>
  (execution.assertions ?? []).map(({ assertion, error, skipped }) => ({
    item: execution.item.name,
    assertion,
    skipped,
    ...(error ? { error: { name: error.name, message: error.message } } : {}),
  }));

const counts = ({ total = 0, failed = 0 }: { total?: number | undefined; failed?: number | undefined }) => ({
  total,
  failed,
});

const isAssertion = (failure: NewmanRunSummary['run']['failures'][number]): boolean =>
  failure.error.name === 'AssertionError';

const describeFailures = (run: NewmanRunSummary['run']): readonly JsonObject[] =>
  run.failures
    .filter((failure) => !isAssertion(failure))
    .map(({ error, cursor }) => {
      const at = run.executions.findIndex((execution) => 'ref' in cursor && execution.cursor.ref === cursor.ref);
      return { executionId: at + 1, name: error.name, message: error.message };
    });

const outcomeOf = ({ run }: NewmanRunSummary, aborted: boolean): RunOutcome => {
  const failures = describeFailures(run);
  const assertions = counts(run.stats.assertions);
  const broken = aborted || failures.length > 0;
  const failing = assertions.failed > 0 ? 'failed' : 'success';
  const executions = run.executions ?? [];
  return {
    status: broken ? 'error' : failing,
    assertions,
    requests: counts(run.stats.requests),
    errors: failures.length,
    aborted,
    latencyMs: Math.round(run.timings.responseAverage || 0),
    responseBytes: executions.reduce((sum, { response }) => sum + (response?.responseSize ?? 0), 0),
    executions: executions.map(describeExecution),
    failures,
    assertionLog: executions.flatMap(describeAssertions),
  };
};

const crashed = (error: Error): RunOutcome => ({
  status: 'error',
  assertions: { total: 0, failed: 0 },
  requests: { total: 0, failed: 0 },
  errors: 1,
  aborted: true,
  latencyMs: 0,
  responseBytes: 0,
  executions: [],
  failures: [{ executionId: 0, name: error.name, message: error.message }],
  assertionLog: [],
});

/** Runs the collection once, for real. Never rejects: a run that cannot start is an outcome too. */
export const runCollection = async (request: RunRequest): Promise<RunOutcome> => {
  const newman = await loadNewman();
  return new Promise((resolve) => {
    newman.run(optionsOf(request), (error, summary) => {
      if (!summary?.run) return resolve(crashed(error ?? new Error('The run did not start.')));
      resolve(outcomeOf(summary, error !== null || Boolean(summary.error)));
    });
  });
};
