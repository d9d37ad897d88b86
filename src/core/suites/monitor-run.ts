import { isObject, type JsonObject, type JsonValue, omitUndefined, textOf } from '../lib/json.ts';
import type { MonitorNumbers } from '../model/run-result.ts';

/** A run of a monitor in Postman's cloud. */
export interface MonitorRun extends StartedRun {
  /** The status in Postman's words. */
  readonly status: string;
  /** Absent while it goes on. */
  readonly finishedAt?: Date;
  readonly stats?: MonitorNumbers;
}

/** What Postman answered to the start of a run; it may answer nothing. */
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
  const tally = (value: JsonValue | undefined) => ({
    total: isObject(value) ? amountOf(value.total) : 0,
    failed: isObject(value) ? amountOf(value.failed) : 0,
  });
  return omitUndefined<MonitorNumbers>({
    assertions: tally(stats.assertions),
    requests: tally(stats.requests),
    latencyMs: typeof stats.responseLatency === 'number' ? stats.responseLatency : undefined,
  });
}

const amountOf = (value: JsonValue | undefined): number => (typeof value === 'number' ? value : 0);

/** Tolerance between two clocks of the server, in milliseconds. */
const BLUR_MS = 10_000;

/** Whether the latest run is the started one and has ended. Without a job id, it is the first run after the previous one. */
export function isOver(
  run: MonitorRun | undefined,
  { before, started }: { readonly before: MonitorRun | undefined; readonly started: StartedRun },
): run is MonitorRun {
  if (!run?.finishedAt || run.status.toLowerCase() === 'running') return false;
  if (started.jobId !== undefined && run.jobId === started.jobId) return true;
  if (before && isSame(run, before)) return false;
  // A run of another job may be a scheduled one: it is ours only if it did not begin before.
  const blurMs = started.jobId !== undefined && run.jobId !== undefined ? 0 : BLUR_MS;
  const earliest = (started.startedAt?.getTime() ?? Number.NEGATIVE_INFINITY) - blurMs;
  return !run.startedAt || run.startedAt.getTime() >= earliest;
}

function isSame(a: MonitorRun, b: MonitorRun): boolean {
  if (a.jobId !== undefined && b.jobId !== undefined) return a.jobId === b.jobId;
  if (a.startedAt && b.startedAt) return a.startedAt.getTime() === b.startedAt.getTime();
  return a.finishedAt?.getTime() === b.finishedAt?.getTime();
}

/** Why a finished run has not passed; empty where it has. Postman's list of failures may be incomplete, so its length does not count. */
export function shortcomings(
  { status, stats }: MonitorRun,
  { strict }: { readonly strict: boolean },
): readonly string[] {
  const { assertions, requests } = stats ?? { assertions: NONE, requests: NONE };
  return [
    ...(status.toLowerCase() === 'success' ? [] : [`Postman says "${status}"`]),
    ...(assertions.failed > 0 ? [`${assertions.failed} of ${assertions.total} assertions failed`] : []),
    ...(requests.failed > 0 ? [`${requests.failed} of ${requests.total} requests failed`] : []),
    ...(strict && !stats ? ['Postman told no numbers of the run'] : []),
    ...(strict && stats && requests.total === 0 ? ['nothing was requested'] : []),
    ...(strict && stats && requests.total > 0 && assertions.total === 0 ? ['nothing was asserted'] : []),
  ];
}

const NONE = { total: 0, failed: 0 };

/** Requests that a run of a collection sends at least once each, in every region. */
export const requestsOf = (collection: JsonObject, regions: number): number =>
  leaves(collection.item) * Math.max(1, regions);

function leaves(items: JsonValue | undefined): number {
  if (!Array.isArray(items)) return 0;
  return items.reduce(
    (sum: number, item: JsonValue) => sum + (isObject(item) && 'item' in item ? leaves(item.item) : 1),
    0,
  );
}
