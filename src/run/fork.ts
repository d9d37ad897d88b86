import type { Clock } from '../sync/ports.ts';
import type { ProcessPool } from './process-pool.ts';
import type { ChildReport, Event, Job } from './protocol.ts';

/** Time after the suite's timeout in which the child should end by itself, in milliseconds. */
const GRACE_MS = 5000;

/** Time for a stopped child to send its results, in milliseconds. */
const STOP_MS = 1000;

export interface ChildOptions {
  readonly clock: Clock;
  readonly processes: ProcessPool;
}

/** A suite to run, and its limits. */
export interface ChildTask {
  readonly job: Job;
  /** Whether the process may be used for another suite. */
  readonly more: boolean;
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onEvent: (event: Event) => void;
}

/** How the child ended. */
export type ChildExit =
  /** It reported its end. */
  | { readonly how: 'done' }
  /** It was killed after the suite's timeout. */
  | { readonly how: 'killed' }
  /** The run was stopped from outside. */
  | { readonly how: 'stopped' }
  | { readonly how: 'died'; readonly code: number | null; readonly signal: string | null; readonly output: string };

/**
 * Runs a job in its own process and passes on its events. Resolves when the process has ended, or waits for its next
 * suite.
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
          if (event.type === 'done' || event.type === 'aborted') over ??= { how: 'done' };
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
