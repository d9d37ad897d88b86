import { type Call, param, type Route } from '../context.ts';
import { isObject, type JsonObject } from '../json.ts';
import { type Answer, ok, refuse } from '../responses.ts';
import type { StoredRun } from '../store.ts';
import { cursorAt, offsetOf } from './cursor.ts';
import { monitorOf } from './monitors.ts';

const perPage = 25;

const notFound = (what: string) =>
  refuse({ status: 404, name: 'instanceNotFoundError', message: `The specified ${what} does not exist.` });

const summary = (run: StoredRun): JsonObject => ({
  id: run.executionId,
  state: run.status,
  trigger: 'manual',
  stats: run.stats,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt,
});

const executions = (call: Call): Answer => {
  const { runs } = monitorOf(call);
  const start = offsetOf(call.query.get('cursor'));
  const more = start + perPage < runs.length;
  return ok({
    executions: runs.slice(start, start + perPage).map(summary),
    meta: { nextCursor: more ? cursorAt(start + perPage) : '', limit: perPage },
  });
};

const runsOf = (call: Call): Answer => {
  const execution = monitorOf(call).runs.find((run) => run.executionId === param(call, 'executionId'));
  if (!execution) throw notFound('execution');
  const runs = execution.regions.filter(isObject).map(({ assertions: _, ...run }) => run);
  return ok({ runs });
};

const results = (call: Call): Answer => {
  const run = monitorOf(call)
    .runs.flatMap((run) => run.regions)
    .find((region) => region.id === param(call, 'runId'));
  if (!run) throw notFound('run');
  return ok({ run });
};

/** The earlier runs of a monitor. */
export const monitorHistoryRoutes: readonly Route[] = [
  { method: 'GET', path: '/monitors/:monitorId/executions', bucket: 'monitors', answer: executions },
  { method: 'GET', path: '/monitors/:monitorId/executions/:executionId/runs', bucket: 'monitors', answer: runsOf },
  { method: 'GET', path: '/monitors/:monitorId/runs/:runId/results', bucket: 'monitors', answer: results },
];
