import { randomUUID } from 'node:crypto';
import { type Call, type EmulatorContext, isoNow, type Route } from '../context.ts';
import type { JsonObject } from '../json.ts';
import { executeMonitor, type FinishedRun } from '../monitors/execute.ts';
import { usageNow } from '../quota.ts';
import { type Answer, badRequest, forbidden, ok, refuse } from '../responses.ts';
import type { StoredMonitor } from '../store.ts';
import { monitorOf } from './monitors.ts';

/** Refuses a run when the monthly monitored requests are exhausted and the plan allows no overage. */
const checkAllowance = (emulator: EmulatorContext): void => {
  const { monitorOverage, monitorQuota, monitorExhaustedStatus } = emulator.profile;
  if (monitorOverage || usageNow(emulator.store, emulator.now()).monitorRequests < monitorQuota) return;
  if (monitorExhaustedStatus === 403) throw forbidden('Usage limit reached. Contact your team admin.');
  throw refuse({
    status: 429,
    name: 'serviceLimitExhausted',
    message: 'Service limit exhausted. Please contact your team admin.',
  });
};

const infoOf = (monitor: StoredMonitor, jobId: string): JsonObject => ({
  jobId,
  monitorId: monitor.id,
  name: monitor.name,
  collectionUid: monitor.collectionUid,
  ...(monitor.environmentUid === undefined ? {} : { environmentUid: monitor.environmentUid }),
});

const finished = (monitor: StoredMonitor, { stored, executions, failures }: FinishedRun): Answer => {
  const { jobId, status, startedAt, finishedAt, stats } = stored;
  return ok({
    run: { info: { ...infoOf(monitor, jobId), status, startedAt, finishedAt }, stats, executions, failures },
  });
};

const stillRunning = (monitor: StoredMonitor): Answer => ({
  status: 202,
  body: {
    run: {
      info: {
        monitorId: monitor.id,
        status: 'running',
        message:
          'The request is taking longer than expected, but is processing. ' +
          "To avoid this in future requests, pass the 'async=true' query parameter to use the async option.",
      },
    },
  },
});

/** The run's result, or `undefined` if it takes too long; the run goes on. */
const inTime = async (run: Promise<FinishedRun>, ms: number): Promise<FinishedRun | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  const first = await Promise.race([run, late]);
  clearTimeout(timer);
  return first;
};

const run = async (call: Call): Promise<Answer> => {
  const monitor = monitorOf(call);
  const mode = call.query.get('async') ?? 'false';
  if (!['true', 'false'].includes(mode)) throw badRequest('Async must be a boolean.');
  checkAllowance(call.emulator);
  const jobId = randomUUID();
  const startedAt = isoNow(call.emulator);
  const work = executeMonitor(call.emulator, monitor, { jobId, startedAt });
  call.emulator.inBackground(work);
  if (mode === 'true') {
    return ok({ run: { info: { ...infoOf(monitor, jobId), status: 'running', startedAt } } });
  }
  const result = await inTime(work, call.emulator.profile.monitorSyncMs);
  return result ? finished(monitor, result) : stillRunning(monitor);
};

/** Runs of a monitor on request. */
export const monitorRunRoutes: readonly Route[] = [
  { method: 'POST', path: '/monitors/:monitorId/run', bucket: 'monitors', answer: run },
];
