import { fork } from 'node:child_process';
import { totalmem } from 'node:os';
import type { Clock } from '../sync/ports.ts';
import { CHILD_FLAG } from './child-flag.ts';
import type { ChildCommand, Event, Job } from './protocol.ts';

/** Time beyond the suite's own timeout in which the child is expected to have ended by itself, in milliseconds. */
const GRACE_MS = 5000;

/** Time for a child that was told to stop to hand over what it has, in milliseconds. */
const STOP_MS = 1000;

/** Characters of the child's own output that are kept, to tell why it died. */
const OUTPUT = 4000;

/** What a child process is made from. */
export interface ChildOptions {
  readonly clock: Clock;
  readonly entry: string;
  readonly workspace: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What to run, and how far it may go. */
export interface ChildTask {
  readonly job: Job;
  readonly parallel: number;
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onEvent: (event: Event) => void;
}

/** How a child's life ended. */
export type ChildExit =
  /** It said so. */
  | { readonly how: 'done' }
  /** It had to be killed after the suite's timeout. */
  | { readonly how: 'killed' }
  /** The run was ended from outside. */
  | { readonly how: 'stopped' }
  | { readonly how: 'died'; readonly code: number | null; readonly signal: string | null; readonly output: string };

/** Runs a job in a process of its own and tells its events as they come; resolves when the process is gone. */
export function runInChild(options: ChildOptions, task: ChildTask): Promise<ChildExit> {
  const child = fork(options.entry, [CHILD_FLAG], {
    cwd: options.workspace,
    env: { ...options.environment },
    execArgv: execArgv(task.parallel),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + String(chunk)).slice(-OUTPUT);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);

  let over: ChildExit | undefined;
  const send = (command: ChildCommand): void => void (child.connected && child.send(command, () => undefined));
  send({ type: 'run', job: task.job });

  return new Promise((resolve, reject) => {
    child.on('message', (events: readonly Event[]) => {
      try {
        for (const event of events) {
          if (event.type === 'done' || event.type === 'broken') over ??= { how: 'done' };
          task.onEvent(event);
        }
      } catch (error) {
        child.kill('SIGKILL');
        reject(error);
      }
    });
    const gone = new AbortController();
    const wait = (ms: number, then: () => void): void =>
      void options.clock.sleep(ms, gone.signal).then(then, () => undefined);
    const stop = (): void => {
      over ??= { how: 'stopped' };
      send({ type: 'stop' });
      wait(STOP_MS, () => child.kill('SIGKILL'));
    };
    const end = (exit: ChildExit): void => {
      gone.abort();
      task.signal?.removeEventListener('abort', stop);
      resolve(over ?? exit);
    };
    if (task.timeoutMs !== undefined && task.timeoutMs > 0) {
      wait(task.timeoutMs + GRACE_MS, () => {
        over ??= { how: 'killed' };
        child.kill('SIGKILL');
      });
    }
    child.once('error', (error) => end({ how: 'died', code: null, signal: null, output: error.message }));
    child.once('close', (code, signal) => end({ how: 'died', code, signal, output }));
    if (task.signal?.aborted) stop();
    else task.signal?.addEventListener('abort', stop, { once: true });
  });
}

/**
 * No inspector flags of the parent, no deprecation warnings of Newman's dependencies, and a heap that leaves the machine
 * room for the other suites: one that grows without end dies alone.
 */
function execArgv(parallel: number): string[] {
  const megabytes = Math.floor((totalmem() / 2 ** 20 / Math.max(parallel, 1)) * 0.6);
  return [
    '--no-deprecation',
    '--max-semi-space-size=8',
    `--max-old-space-size=${Math.min(Math.max(megabytes, 512), 2048)}`,
  ];
}
