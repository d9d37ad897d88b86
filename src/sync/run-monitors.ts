import { endsAllCalls, messageOf, PostmanError } from '../core/model/errors.ts';
import type { WorkspaceId } from '../core/model/ids.ts';
import type { Account } from '../core/model/limits.ts';
import type { MonitorResult } from '../core/model/run-result.ts';
import { monitorNotices, monitorRefusal, type QuotaPolicy } from '../core/plan/budget.ts';
import { failedStep, NOTHING, type StepResult } from '../core/report/results.ts';
import { finishedResult, linkTo, unfinishedResult } from '../core/suites/monitor-result.ts';
import type { MonitorRun } from '../core/suites/monitor-run.ts';
import type { MonitorSuite } from '../settings/settings.ts';
import { mapLimited } from './concurrency.ts';
import { endOfRun, prepareRun, type Runnable, startRun } from './monitor-run.ts';
import { type AppliedState, costOf, type MonitorTarget, targetOf } from './monitor-target.ts';
import type { Clock, Log, Postman } from './ports.ts';
import { Throttle } from './throttle.ts';

/** What monitors run with. */
export interface MonitorsOptions extends AppliedState {
  readonly postman: Postman;
  /** The response of `GET /me`, where the sync has already read it. */
  readonly account?: Account;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal;
  readonly workspace: WorkspaceId;
  readonly policy: QuotaPolicy & { readonly strict: boolean };
}

/** The results of monitors. */
export interface MonitorsResult extends StepResult {
  readonly results: readonly MonitorResult[];
}

/**
 * Most monitors that run at the same time. Postman allows 200 runs of one monitor and 500 of a team (learning center,
 * "Monitoring FAQs").
 */
const PARALLEL = 50;

/** Postman allows ten calls about monitors in ten seconds. The margin is for clock skew. */
const GAP_MS = 1_050;

/** Runs monitors in Postman's cloud and waits for their ends. Never rejects: errors are part of the result. */
export async function runMonitors(suites: readonly MonitorSuite[], options: MonitorsOptions): Promise<MonitorsResult> {
  const targets = suites.map((suite) => targetOf(suite, options));
  const ready = targets.filter((target) => target.obstacle === undefined);
  if (ready.length === 0) return { ...NOTHING, results: targets.map((target) => notRun(target, NO_UID)) };
  try {
    return await runWithinQuota(targets, { ...options, account: options.account ?? (await options.postman.me()) });
  } catch (error) {
    return { ...failedStep(error), results: targets.map((target) => notRun(target, 'the usage could not be read')) };
  }
}

async function runWithinQuota(
  targets: readonly MonitorTarget[],
  options: MonitorsOptions & { readonly account: Account },
): Promise<MonitorsResult> {
  const { account, policy } = options;
  const cost = costOf(
    targets.filter((target) => target.obstacle === undefined),
    options,
  );
  const notices = monitorNotices(cost, account.usage, policy);
  const refusal = monitorRefusal(cost, account.usage, policy);
  if (!refusal) return { ...(await runAll(targets, options)), notices, account };
  const results = targets.map((target) => notRun(target, 'the monthly quota is not enough'));
  return { results, notices, errors: [refusal], account };
}

async function runAll(
  targets: readonly MonitorTarget[],
  options: MonitorsOptions,
): Promise<Pick<MonitorsResult, 'results' | 'errors'>> {
  const { clock } = options;
  const runOptions: MonitorRunsOptions = {
    ...options,
    thrown: [],
    callThrottle: new Throttle(clock, GAP_MS),
    startThrottle: new Throttle(clock, 0),
  };
  const results = await mapLimited(targets, PARALLEL, (target) => runMonitor(target, runOptions));
  return { results, errors: runOptions.thrown };
}

const NO_UID = 'it does not exist';

const notRun = (target: MonitorTarget, why: string): MonitorResult =>
  unfinishedResult(target, { status: 'not run', message: `It was not run: ${target.obstacle ?? why}.` });

interface MonitorRunsOptions extends MonitorsOptions {
  /** Throttle for all monitor calls. */
  readonly callThrottle: Throttle;
  /** Starts monitors serially. Polling begins after all starts. */
  readonly startThrottle: Throttle;
  /** Collects the errors of all monitors. */
  readonly thrown: unknown[];
}

async function runMonitor(target: MonitorTarget, options: MonitorRunsOptions): Promise<MonitorResult> {
  const { name, uid, isNew, timeoutMs, obstacle } = target;
  if (obstacle !== undefined || uid === '') return notRun(target, NO_UID);
  const { startThrottle, log, workspace, policy } = options;
  const monitor = { kind: 'monitor', uid, name } as const;
  const link = linkTo(workspace, uid);
  let status: 'not run' | 'unknown' = 'not run';
  try {
    const ready = await startThrottle.run(() => readyToRun(monitor, { ...options, isNew }));
    if (typeof ready === 'string') return notRun(target, ready);
    const started = await startRun(monitor, options);
    status = 'unknown';
    log.line(`The monitor "${name}" runs in Postman: ${link}`);
    await startThrottle.run(() => Promise.resolve());
    const run = await endOfRun(monitor, { ...ready, started }, { ...options, timeoutMs });
    log.line(`The monitor "${name}" ${run ? `is done: ${run.status}` : 'did not end in time'}`);
    return run ? finishedResult(target, { run, ...ready, link, strict: policy.strict }) : timedOut(target, link);
  } catch (error) {
    return failedResult(target, { error, status, link, options });
  }
}

/** The monitor's previous run, or the reason not to start another one. */
async function readyToRun(
  monitor: Runnable,
  options: MonitorRunsOptions & { readonly isNew: boolean },
): Promise<{ readonly before: MonitorRun | undefined } | string> {
  const reason = whyNot(options);
  if (reason !== undefined) return reason;
  const before = await prepareRun(monitor, options);
  return whyNot(options) ?? { before };
}

/** The reason not to start another monitor; undefined where there is none. */
function whyNot({ signal, thrown }: MonitorRunsOptions): string | undefined {
  if (signal?.aborted) return 'the command was stopped from outside before';
  const refusesAll = thrown.some((error) => error instanceof PostmanError && endsAllCalls(error));
  return refusesAll ? 'Postman refused another monitor for a reason that applies to all monitors' : undefined;
}

const timedOut = (target: MonitorTarget, link: string): MonitorResult => {
  const message = `Its run did not end within ${target.timeoutMs / 1000} s, and may still be running: see ${link}.`;
  return unfinishedResult(target, { status: 'timeout', message, link });
};

interface FailedRunOptions {
  readonly error: unknown;
  /** `not run` where the monitor was certainly not started. */
  readonly status: 'not run' | 'unknown';
  readonly link: string;
  readonly options: MonitorRunsOptions;
}

/** The result of a monitor whose start or polling failed; the error is collected, except after a stop. */
function failedResult(target: MonitorTarget, { error, status, link, options }: FailedRunOptions): MonitorResult {
  const { signal, thrown } = options;
  if (!signal?.aborted) thrown.push(error);
  const why = signal?.aborted ? 'The command was stopped from outside before the run ended' : messageOf(error);
  const message = status === 'unknown' ? `${why.replace(/\.$/, '')}: see ${link}.` : why;
  return unfinishedResult(target, { status, message, link });
}
