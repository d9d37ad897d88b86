import type { Clock } from '../sync/ports.ts';
import type { ProcessPool } from './process-pool.ts';
import type { ChildReport, Event, Job } from './protocol.ts';

/** Time beyond the suite's own timeout in which the child is expected to have ended by itself, in milliseconds. */
const GRACE_MS = 5000;

/** Time for a child that was told to stop to hand over what it has, in milliseconds. */
const STOP_MS = 1000;

/** Where a suite runs. */
export interface ChildOptions {
  readonly clock: Clock;
  readonly processes: ProcessPool;
}

/** What to run, and how far it may go. */
export interface ChildTask {
  readonly job: Job;
  /** More is to run after it: the process may stay. */
  readonly more: boolean;
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onEvent: (event: Event) => void;
}

/** How a suite's life in its child ended. */
export type ChildExit =
  /** It said so. */
  | { readonly how: 'done' }
  /** It had to be killed after the suite's timeout. */
  | { readonly how: 'killed' }
  /** The run was ended from outside. */
  | { readonly how: 'stopped' }
  | { readonly how: 'died'; readonly code: number | null; readonly signal: string | null; readonly output: string };

/**
 * Runs a job in a process that runs nothing else and tells its events as they come; resolves when the process is gone, or
 * waits for its next suite.
 */
export function runInChild({ clock, processes }: ChildOptions, task: ChildTask): Promise<ChildExit> {
  const process = processes.take();
  const { child } = process;
  let over: ChildExit | undefined;

  return new Promise((resolve, reject) => {
    process.claim((report: ChildReport) => {
      if (report === 'ready') {
        process.release();
        processes.giveBack(process);
        return end({ how: 'done' });
      }
      try {
        for (const event of report) {
          if (event.type === 'done' || event.type === 'broken') over ??= { how: 'done' };
          task.onEvent(event);
        }
      } catch (error) {
        process.kill();
        reject(error);
      }
    });
    const gone = new AbortController();
    const wait = (ms: number, then: () => void): void => void clock.sleep(ms, gone.signal).then(then, () => undefined);
    const stop = (): void => {
      over ??= { how: 'stopped' };
      process.send({ type: 'stop' });
      wait(STOP_MS, () => process.kill());
    };
    const end = (exit: ChildExit): void => {
      gone.abort();
      task.signal?.removeEventListener('abort', stop);
      resolve(over ?? exit);
    };
    if (task.timeoutMs !== undefined && task.timeoutMs > 0) {
      wait(task.timeoutMs + GRACE_MS, () => {
        over ??= { how: 'killed' };
        process.kill();
      });
    }
    child.once('error', (error) => end({ how: 'died', code: null, signal: null, output: error.message }));
    child.once('close', (code, signal) => end({ how: 'died', code, signal, output: process.output }));
    process.send({ type: 'run', job: task.job, more: task.more });
    if (task.signal?.aborted) stop();
    else task.signal?.addEventListener('abort', stop, { once: true });
  });
}
