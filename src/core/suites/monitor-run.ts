import { isObject, type JsonObject, type JsonValue, objectOf, omitUndefined, textOf } from '../lib/json.ts';
import type { MonitorNumbers } from '../model/run-result.ts';

/** A run of a monitor in Postman's cloud. */
export interface MonitorRun extends StartedRun {
  /** Postman's status. */
  readonly status: string;
  /** Absent for a run that has not ended. */
  readonly finishedAt?: Date;
  readonly stats?: MonitorNumbers;
}

/** Postman's answer to the start of a run. Both fields may be missing. */
export interface StartedRun {
  readonly jobId?: string;
  readonly startedAt?: Date;
}

/** The latest run in the response for a monitor. */
export function lastRunOf({ lastRun }: JsonObject): MonitorRun | undefined {
  if (!isObject(lastRun)) return undefined;
  return omitUndefined<MonitorRun>({
    status: textOf(lastRun.status) ?? 'unknown',
    jobId: textOf(lastRun.jobId),
    startedAt: dateOf(lastRun.startedAt),
    finishedAt: dateOf(lastRun.finishedAt),
    stats: isObject(lastRun.stats) ? numbersOf(lastRun.stats) : undefined,
  });
}

function dateOf(value: JsonValue | undefined): Date | undefined {
  const time = Date.parse(textOf(value) ?? '');
  return Number.isNaN(time) ? undefined : new Date(time);
}

function numbersOf(stats: JsonObject): MonitorNumbers {
  const tally = (value: JsonValue | undefined) => {
    const { total, failed } = objectOf(value);
    return { total: amountOf(total), failed: amountOf(failed) };
  };
  return omitUndefined<MonitorNumbers>({
    assertions: tally(stats.assertions),
    requests: tally(stats.requests),
    latencyMs: typeof stats.responseLatency === 'number' ? stats.responseLatency : undefined,
  });
}

const amountOf = (value: JsonValue | undefined): number => (typeof value === 'number' ? value : 0);

/** Tolerance between two clocks of Postman's servers. */
const CLOCK_ERROR_MS = 10_000;

/**
 * Whether the latest run is the started run and has ended. Without a job id, it is the first run after the one before.
 */
export function isOver(
  run: MonitorRun | undefined,
  { before, started }: { readonly before: MonitorRun | undefined; readonly started: StartedRun },
): run is MonitorRun {
  if (!run?.finishedAt || run.status.toLowerCase() === 'running') return false;
  if (started.jobId !== undefined && run.jobId === started.jobId) return true;
  if (before && isSame(run, before)) return false;
  // Another job may be a scheduled run. It counts only if it did not begin before the started run.
  const toleranceMs = started.jobId !== undefined && run.jobId !== undefined ? 0 : CLOCK_ERROR_MS;
  const earliest = (started.startedAt?.getTime() ?? Number.NEGATIVE_INFINITY) - toleranceMs;
  return !run.startedAt || run.startedAt.getTime() >= earliest;
}

function isSame(a: MonitorRun, b: MonitorRun): boolean {
  if (a.jobId !== undefined && b.jobId !== undefined) return a.jobId === b.jobId;
  if (a.startedAt && b.startedAt) return a.startedAt.getTime() === b.startedAt.getTime();
  return a.finishedAt?.getTime() === b.finishedAt?.getTime();
}

/** Reasons why a finished run has not passed. Postman's list of failures is not used: it may be incomplete. */
export function shortcomings(
  { status, stats }: MonitorRun,
  { strict }: { readonly strict: boolean },
): readonly string[] {
  const { assertions, requests } = stats ?? { assertions: NONE, requests: NONE };
  return [
    ...(status.toLowerCase() === 'success' ? [] : [`Postman says "${status}"`]),
    ...(assertions.failed > 0 ? [`${assertions.failed} of ${assertions.total} assertions failed`] : []),
    ...(requests.failed > 0 ? [`${requests.failed} of ${requests.total} requests failed`] : []),
    ...(strict && !stats ? ['Postman sent no numbers for the run'] : []),
    ...(strict && stats && requests.total === 0 ? ['nothing was requested'] : []),
    ...(strict && stats && requests.total > 0 && assertions.total === 0 ? ['nothing was asserted'] : []),
  ];
}

const NONE = { total: 0, failed: 0 };

/** The fewest requests that a run of a collection sends: each request once in every region. */
export const requestsOf = (collection: JsonObject, regions: number): number =>
  countRequests(collection.item) * Math.max(1, regions);

function countRequests(items: JsonValue | undefined): number {
  if (!Array.isArray(items)) return 0;
  const counts = items.map((item: JsonValue) => (isObject(item) && 'item' in item ? countRequests(item.item) : 1));
  return counts.reduce((sum, count) => sum + count, 0);
}
