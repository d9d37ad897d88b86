import { PostmanError } from '../core/errors.ts';
import { isOver, lastRunOf, type MonitorRun, type StartedRun } from '../core/monitor-run.ts';
import type { ListedResource } from '../core/resource.ts';
import type { Clock, Postman } from './ports.ts';
import type { Turnstile } from './turnstile.ts';

/** What running a monitor needs. */
export interface MonitorRunOptions {
  readonly postman: Postman;
  readonly clock: Clock;
  /** Every call about monitors goes through it. */
  readonly turnstile: Turnstile;
  /** Created a moment ago: there is no run before this one. */
  readonly isNew: boolean;
  /** Longest time to wait for the end. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** A run and the one before it; without a run where it did not end in time. */
export interface MonitorEnd {
  readonly run: MonitorRun | undefined;
  readonly before: MonitorRun | undefined;
}

/** Pauses between looks at a run: each half as long again as the one before. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 20_000;
const GROWTH = 1.5;

/** Starts a monitor's run and waits for its end, however long the call itself would have taken. */
export async function runMonitor(
  monitor: Pick<ListedResource, 'kind' | 'uid' | 'name'>,
  options: MonitorRunOptions,
): Promise<MonitorEnd> {
  const { clock, isNew, timeoutMs, signal } = options;
  const before = isNew ? undefined : await look(monitor, options);
  const started = await start(monitor, options);
  const deadlineMs = clock.now() + timeoutMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * GROWTH, LONGEST_PAUSE_MS)) {
    await clock.sleep(Math.max(0, Math.min(pauseMs, deadlineMs - clock.now())), signal);
    const run = await look(monitor, options);
    if (isOver(run, { before, started })) return { run, before };
    if (clock.now() >= deadlineMs) return { run: undefined, before };
  }
}

async function look(
  monitor: Pick<ListedResource, 'kind' | 'uid' | 'name'>,
  { postman, turnstile, signal }: MonitorRunOptions,
): Promise<MonitorRun | undefined> {
  return lastRunOf(await turnstile.pass(() => postman.fetch(monitor), signal));
}

/**
 * A start that nobody knows the outcome of is waited for like any other: to start it again could run it twice. Its
 * answer may take minutes; nobody else has to wait for that.
 */
async function start(
  monitor: Pick<ListedResource, 'uid' | 'name'>,
  { postman, turnstile, signal }: MonitorRunOptions,
): Promise<StartedRun> {
  await turnstile.pass(() => Promise.resolve(), signal);
  try {
    return await postman.startMonitor(monitor);
  } catch (error) {
    if (error instanceof PostmanError && error.code === 'outcome-unknown') return {};
    throw error;
  }
}
