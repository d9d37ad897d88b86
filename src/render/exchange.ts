import type { Attempt, Exchange, Execution, Failure, HttpMessage } from '../core/model/run-result.ts';

/** What tells one execution of a request from another. */
export type ExecutionPlace = Pick<Failure, 'iteration' | 'path' | 'request'>;

/** Executions of one request in one iteration have the same key. */
export const placeKey = ({ iteration, path, request }: ExecutionPlace): string =>
  JSON.stringify([iteration, path, request]);

/** A request or response as text: first line, headers, body. */
export const messageText = ({ line, headers, body }: HttpMessage): string =>
  [line, ...headers, ...(body === undefined ? [] : ['', body])].join('\n');

/** Finds what was sent and answered where a failure happened; the last of several executions at one place. */
export function exchangesOf({ executions }: Attempt): (failure: Failure) => Exchange | undefined {
  const byPlace = new Map<string, Execution>();
  for (const execution of executions) if (execution.exchange) byPlace.set(placeKey(execution), execution);
  return (failure) => (failure.request === undefined ? undefined : byPlace.get(placeKey(failure))?.exchange);
}
