import type { Attempt, Exchange, Execution, Failure, HttpMessage } from '../core/model/run-result.ts';

/** A request at its place in the collection, in one iteration. */
export type ExecutionPlace = Pick<Failure, 'iteration' | 'path' | 'request'>;

/** Executions of one request in one iteration have the same key. */
export const placeKey = ({ iteration, path, request }: ExecutionPlace): string =>
  JSON.stringify([iteration, path, request]);

/** A request or response as text: first line, headers, body. */
export const messageText = ({ line, headers, body }: HttpMessage): string =>
  [line, ...headers, ...(body === undefined ? [] : ['', body])].join('\n');

/** Finds the execution of a failure: the last one at its place, preferably one with request and response. */
export function executionsByPlace({ executions }: Attempt): (failure: ExecutionPlace) => Execution | undefined {
  const byPlace = new Map<string, Execution>();
  for (const execution of executions) {
    const key = placeKey(execution);
    if (execution.exchange || !byPlace.get(key)?.exchange) byPlace.set(key, execution);
  }
  return (failure) => (failure.request === undefined ? undefined : byPlace.get(placeKey(failure)));
}

/** Finds the request and response that a failure belongs to. */
export function exchangesOf(attempt: Attempt): (failure: Failure) => Exchange | undefined {
  const find = executionsByPlace(attempt);
  return (failure) => find(failure)?.exchange;
}

/** Whether the request was sent; a script can skip it. */
export const wasSent = ({ method }: Execution): boolean => method !== '';

/** Tests whether an assertion, the request itself or a script failed in an execution. */
export function failedIn({ failures }: Attempt): (execution: Execution) => boolean {
  const places = new Set(failures.filter(({ assertion }) => assertion === undefined).map(placeKey));
  return (execution) =>
    (execution.code === undefined && wasSent(execution)) ||
    execution.assertions.some(({ status }) => status === 'failed') ||
    places.has(placeKey(execution));
}
