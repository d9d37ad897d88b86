import { omitUndefined } from '../lib/json.ts';
import { bareId, type Uid, type WorkspaceId } from '../model/ids.ts';
import type { MonitorNumbers, MonitorResult } from '../model/run-result.ts';
import { type MonitorRun, shortcomings } from './monitor-run.ts';

/** A monitor of a run. */
export interface RunnableMonitor {
  readonly name: string;
  /** Empty for a monitor that does not exist. */
  readonly uid: Uid | '';
  readonly blocking: boolean;
}

const NO_NUMBERS: MonitorNumbers = { assertions: { total: 0, failed: 0 }, requests: { total: 0, failed: 0 } };

/** The page of a monitor in Postman. */
export const linkTo = (workspace: WorkspaceId, uid: string): string =>
  `https://go.postman.co/workspace/${encodeURIComponent(workspace)}/monitor/${encodeURIComponent(bareId(uid))}`;

interface FinishedRun {
  readonly run: MonitorRun;
  /** The run before it. */
  readonly before: MonitorRun | undefined;
  readonly link: string;
  readonly strict: boolean;
}

/** The result of a finished run, from Postman's status and numbers. */
export function finishedResult(
  { name, uid, blocking }: RunnableMonitor,
  { run, before, link, strict }: FinishedRun,
): MonitorResult {
  const reasons = shortcomings(run, { strict });
  const { startedAt, finishedAt } = run;
  return omitUndefined<MonitorResult>({
    name,
    uid,
    blocking,
    link,
    status: run.status,
    passed: reasons.length === 0,
    ...(run.stats ?? NO_NUMBERS),
    message: reasons.length === 0 ? undefined : `${reasons.join('; ')}.`,
    durationMs: startedAt && finishedAt ? Math.max(0, finishedAt.getTime() - startedAt.getTime()) : undefined,
    before: before?.stats && { status: before.status, ...before.stats },
  });
}

interface UnfinishedRun {
  readonly status: 'timeout' | 'not run' | 'unknown';
  readonly message: string;
  readonly link?: string;
}

/** The result of a run that did not start, or whose end is unknown. */
export const unfinishedResult = (
  { name, uid, blocking }: RunnableMonitor,
  { status, message, link }: UnfinishedRun,
): MonitorResult =>
  omitUndefined<MonitorResult>({ name, uid, blocking, status, passed: false, ...NO_NUMBERS, message, link });
