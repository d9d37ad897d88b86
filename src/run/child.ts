import { DataFileError } from './data.ts';
import { checkCertificates, runNewman } from './newman.ts';
import { Outbox } from './outbox.ts';
import type { Event, Job, Order } from './protocol.ts';
import { Recorder } from './recorder.ts';

/** Longest that reporters may go on after the run, in milliseconds. */
const REPORTERS_MS = 10_000;

/** Serves the parent that forked this process: waits for a suite, runs it, tells what happens, and ends. */
export async function runChild(): Promise<void> {
  const outbox = new Outbox((events, sent) => process.send?.(events, undefined, undefined, sent));
  const desk: Desk = { outbox, recorder: undefined };
  // A Ctrl-C reaches the whole group of processes; it is the parent that decides.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => undefined);
  process.on('disconnect', () => process.exit(1));
  process.on('uncaughtException', (error) => finish(desk, broken('script', error)));
  process.on('unhandledRejection', (error) => finish(desk, broken('script', error)));
  process.on('message', (order: Order) => {
    if (order.type === 'stop') finish(desk);
    else void serve(order.job, desk);
  });
}

interface Desk {
  readonly outbox: Outbox;
  recorder: Recorder | undefined;
}

async function serve(job: Job, desk: Desk): Promise<void> {
  const recorder = new Recorder(job, (event) => desk.outbox.put(event));
  desk.recorder = recorder;
  desk.outbox.watch(() => recorder.place);
  try {
    await checkCertificates(job.options);
    await runNewman(job, {
      attach: (emitter) => recorder.attach(emitter),
      started: (run) =>
        run.host?.on('exit', () => finish(desk, broken('script', 'The scripts’ thread ended by itself.'))),
    });
    finish(desk, { type: 'done' }, job.reporters.length > 0);
  } catch (error) {
    finish(desk, brokenBy(error, job));
  }
}

function brokenBy(error: unknown, { options }: Job): Event {
  if (error instanceof DataFileError) {
    return { ...broken('settings', error), ...(options.iterationData ? { file: options.iterationData } : {}) };
  }
  const text = messageOf(error);
  if (text === 'callback timed out')
    return broken('timeout', 'The suite was stopped: it took longer than its timeout.');
  return broken(/^The file "/.test(text) ? 'settings' : 'script', text);
}

const broken = (kind: 'script' | 'settings' | 'timeout', error: unknown) =>
  ({ type: 'broken', kind, message: messageOf(error) }) as const;

const messageOf = (error: unknown): string =>
  error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error)
    ? String(error.message)
    : String(error);

/** Tells what is known, and ends the process; reporters are given time to write their files. */
function finish({ outbox, recorder }: Desk, last?: Event, lingers = false): void {
  recorder?.end();
  if (last) outbox.put(last);
  outbox.close(() => {
    if (!lingers) process.exit(0);
    process.removeAllListeners('disconnect');
    process.disconnect();
    setTimeout(() => process.exit(0), REPORTERS_MS).unref();
  });
}
