import { randomUUID } from 'node:crypto';
import { type EmulatorContext, isoNow } from '../context.ts';
import { isArray, isObject, type JsonObject, objectAt, stringAt } from '../json.ts';
import { spendMonitorRequests } from '../quota.ts';
import type { StoredMonitor, StoredRun } from '../store.ts';
import { type RunRequest, runCollection } from './newman.ts';
import type { RunOutcome } from './outcome.ts';

const keptRuns = 100;

interface RegionRun {
  readonly region: string;
  readonly outcome: RunOutcome;
  /** Requests of all attempts; retries count, too. */
  readonly requests: number;
}

/** A stored run, and details that only its own response has. */
export interface FinishedRun {
  readonly stored: StoredRun;
  readonly executions: readonly JsonObject[];
  readonly failures: readonly JsonObject[];
}

const regionsOf = ({ settings }: StoredMonitor): readonly string[] => {
  const list = isArray(settings.distribution) ? settings.distribution : [];
  const named = list.filter(isObject).flatMap((region) => stringAt(region, 'region') ?? []);
  return named.length > 0 ? named : ['us-east'];
};

/** Removes disabled variables, which Newman would use. */
const switchedOn = (variables: readonly unknown[]): readonly JsonObject[] =>
  variables.filter(isObject).filter(({ enabled }) => enabled !== false);

const numberAt = (value: JsonObject, key: string): number => (typeof value[key] === 'number' ? value[key] : 0);

const requestOf = (emulator: EmulatorContext, monitor: StoredMonitor): RunRequest => {
  const { store } = emulator;
  const options = objectAt(monitor.settings, 'options');
  return {
    collection: store.collections.find(monitor.collectionUid)?.body ?? {},
    environment: switchedOn(store.environments.find(monitor.environmentUid ?? '')?.values ?? []),
    globals: switchedOn(store.workspaces.get(monitor.workspaceId)?.globals ?? []),
    options: {
      strictSSL: options.strictSSL === true,
      followRedirects: options.followRedirects !== false,
      requestTimeoutMs: numberAt(options, 'requestTimeout'),
      requestDelayMs: numberAt(options, 'requestDelay'),
    },
  };
};

const runRegion = async (request: RunRequest, region: string, retries: number): Promise<RegionRun> => {
  const outcome = await runCollection(request);
  if (outcome.status === 'success' || retries === 0) return { region, outcome, requests: outcome.requests.total };
  const again = await runRegion(request, region, retries - 1);
  return { ...again, requests: again.requests + outcome.requests.total };
};

const total = (runs: readonly RegionRun[], of: (outcome: RunOutcome) => number): number =>
  runs.reduce((sum, { outcome }) => sum + of(outcome), 0);

const statsOf = (runs: readonly RegionRun[]): JsonObject => ({
  assertions: { total: total(runs, (o) => o.assertions.total), failed: total(runs, (o) => o.assertions.failed) },
  requests: { total: total(runs, (o) => o.requests.total), failed: total(runs, (o) => o.requests.failed) },
  runCount: runs.length,
  errorCount: total(runs, (o) => o.errors),
  abortedCount: total(runs, (o) => Number(o.aborted)),
  responseLatency: Math.round(total(runs, (o) => o.latencyMs) / Math.max(1, runs.length)),
  responseSize: total(runs, (o) => o.responseBytes),
});

const worst = (runs: readonly RegionRun[]): RunOutcome['status'] =>
  (['error', 'failed'] as const).find((status) => runs.some(({ outcome }) => outcome.status === status)) ?? 'success';

const describeRegion = (run: RegionRun, times: { startedAt: string; finishedAt: string }): JsonObject => ({
  id: randomUUID(),
  region: run.region,
  state: run.outcome.status,
  ...times,
  stats: statsOf([run]),
  assertions: run.outcome.assertionLog,
});

const renumber = (runs: readonly RegionRun[]): Pick<FinishedRun, 'executions' | 'failures'> => {
  const executions: JsonObject[] = [];
  const failures: JsonObject[] = [];
  for (const { outcome } of runs) {
    const before = executions.length;
    executions.push(...outcome.executions.map((execution, index) => ({ ...execution, id: before + index + 1 })));
    failures.push(
      ...outcome.failures.map((failure) => ({ ...failure, executionId: before + numberAt(failure, 'executionId') })),
    );
  }
  return { executions, failures };
};

/** Stores the run and counts its requests, unless the monitor was deleted or the emulator was reset in the meantime. */
const record = (
  emulator: EmulatorContext,
  monitorId: string,
  { stored, requests }: { stored: StoredRun; requests: number },
): void => {
  const monitor = emulator.store.monitors.find(monitorId);
  if (!monitor) return;
  spendMonitorRequests(emulator.store, requests, emulator.now());
  emulator.store.monitors.replace({ ...monitor, runs: [stored, ...monitor.runs].slice(0, keptRuns) }, 0);
};

/** Runs the monitor serially in every region, and counts its requests. */
export const executeMonitor = async (
  emulator: EmulatorContext,
  monitor: StoredMonitor,
  { jobId, startedAt }: { readonly jobId: string; readonly startedAt: string },
): Promise<FinishedRun> => {
  const request = requestOf(emulator, monitor);
  const retries = numberAt(objectAt(monitor.settings, 'retry'), 'attempts');
  const runs: RegionRun[] = [];
  for (const region of regionsOf(monitor)) runs.push(await runRegion(request, region, retries));
  const times = { startedAt, finishedAt: isoNow(emulator) };
  const stored: StoredRun = {
    executionId: randomUUID(),
    jobId,
    status: worst(runs),
    ...times,
    stats: statsOf(runs),
    regions: runs.map((run) => describeRegion(run, times)),
  };
  record(emulator, monitor.id, { stored, requests: runs.reduce((sum, run) => sum + run.requests, 0) });
  return { stored, ...renumber(runs) };
};
