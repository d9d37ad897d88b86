import { PostmanError } from '../core/model/errors.ts';
import type { ListedResource } from '../core/model/resource.ts';
import { isOver, lastRunOf, type MonitorRun, type StartedRun } from '../core/suites/monitor-run.ts';
import type { Clock, Postman } from './ports.ts';
import type { Throttle } from './throttle.ts';

/** A monitor in Postman. */
export type Runnable = Pick<ListedResource, 'kind' | 'uid' | 'name'>;

/** The ports that a monitor's run needs. */
export interface MonitorRunOptions {
  readonly postman: Postman;
  readonly clock: Clock;
  /** Throttle for all monitor calls. */
  readonly callThrottle: Throttle;
  readonly signal?: AbortSignal;
}

/** Pauses between polls of a run; each is longer than the one before by `GROWTH`. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 20_000;
const GROWTH = 1.5;

/** The monitor's previous run, if any. Resolves when the monitor may be started. */
export async function prepareRun(
  monitor: Runnable,
  options: MonitorRunOptions & { readonly isNew: boolean },
): Promise<MonitorRun | undefined> {
  const { callThrottle, isNew, signal } = options;
  const before = isNew ? undefined : await fetchLastRun(monitor, options);
  await callThrottle.run(() => Promise.resolve(), signal);
  return before;
}

/**
 * Starts a run; throws where it was not started. A start with an unknown outcome is polled like any other, because
 * another start could run it twice. The call may take minutes and does not hold up other monitors.
 */
export async function startRun(monitor: Runnable, { postman }: MonitorRunOptions): Promise<StartedRun> {
  try {
    return await postman.startMonitor(monitor);
  } catch (error) {
    if (error instanceof PostmanError && error.code === 'outcome-unknown') return {};
    throw error;
  }
}

/** Polls until a run ends; undefined where it does not end in time. */
export async function endOfRun(
  monitor: Runnable,
  begun: { readonly before: MonitorRun | undefined; readonly started: StartedRun },
  options: MonitorRunOptions & { readonly timeoutMs: number },
): Promise<MonitorRun | undefined> {
  const { clock, timeoutMs, signal } = options;
  const deadlineMs = clock.now() + timeoutMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * GROWTH, LONGEST_PAUSE_MS)) {
    await clock.sleep(Math.max(0, Math.min(pauseMs, deadlineMs - clock.now())), signal);
    const run = await fetchLastRun(monitor, options);
    if (isOver(run, begun)) return run;
    if (clock.now() >= deadlineMs) return undefined;
  }
}

const fetchLastRun = async (
  monitor: Runnable,
  { postman, callThrottle, signal }: MonitorRunOptions,
): Promise<MonitorRun | undefined> => lastRunOf(await callThrottle.run(() => postman.fetch(monitor), signal));
