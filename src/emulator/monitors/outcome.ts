import type { NewmanRunSummary } from 'newman';
import type { JsonObject } from '../json.ts';

/** The result of one run of a collection. */
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
  /** Results of single assertions, for the history of runs. */
  readonly assertionLog: readonly JsonObject[];
}

/** An execution, with a field that Newman's published types lack. */
type NewmanExecution = NewmanRunSummary['run']['executions'][number] & { readonly requestError?: Error };

const headersOf = (list: { toObject(): unknown } | undefined): unknown => list?.toObject() ?? {};

const describeExecution = (execution: NewmanExecution, index: number): JsonObject => {
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

const describeAssertions = (execution: NewmanExecution): readonly JsonObject[] =>
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

/** Converts Newman's summary to the result of a monitor run. */
export const outcomeOf = ({ run }: NewmanRunSummary, aborted: boolean): RunOutcome => {
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

/** The result of a run that Newman could not start. */
export const crashed = (error: Error): RunOutcome => ({
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
