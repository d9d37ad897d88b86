import { omitUndefined } from '../../core/lib/json.ts';
import { messageOf } from '../../core/model/errors.ts';
import { DataFileError } from '../data.ts';
import { type ChildCommand, defectMessage, type Event, type Job } from '../protocol.ts';
import { asText } from './as-text.ts';
import { CleanState } from './clean.ts';
import { EventBatcher } from './event-batcher.ts';
import { CutOffResponses } from './newman/cut-off-responses.ts';
import { type LoadedNewman, loadNewman } from './newman/newman.ts';
import { Recorder } from './recorder.ts';

/** Time that reporters have after the run, in milliseconds. */
const REPORTERS_MS = 10_000;

/**
 * Runs suites for the parent process: waits for a suite, runs it, sends its events, and ends or waits again.
 * `compiled` is the path for compiled code of the sandbox.
 */
export async function runChild(compiled?: string): Promise<void> {
  let session: ChildSession | undefined;
  const cutOff = new CutOffResponses();
  cutOff.watch();
  // Ctrl-C reaches the whole process group. Only the parent reacts to it.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => undefined);
  process.on('disconnect', () => process.exit(1));
  // The parent may have ended before: with wrong settings it ends at once.
  if (!process.connected) process.exit(1);
  const fail = (error: unknown): void => (session ? finish(session, aborted(error)) : process.exit(1));
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  // A reporter's listener for the exit may throw: that must not keep the process.
  process.on('exit', () => {
    session = undefined;
  });
  const loading = loadNewman(compiled);
  // If it cannot be loaded, the suite that needs it fails.
  const loaded = loading.then((newman) => ({ newman, state: new CleanState() }));
  loaded.catch(() => undefined);
  process.on('message', (command: ChildCommand) => {
    if (command.type === 'run') {
      const own = openSession(cutOff);
      session = own;
      void serve(command, own, loaded).then(() => {
        if (session === own && own.isOver) session = undefined;
      });
    } else if (session) finish(session);
    else process.exit(0);
  });
}

interface ChildSession {
  readonly cutOff: CutOffResponses;
  readonly events: EventBatcher;
  recorder: Recorder | undefined;
  /** All its events have been sent. */
  isOver: boolean;
}

const openSession = (cutOff: CutOffResponses): ChildSession => ({
  cutOff,
  events: new EventBatcher((batch, sent) => process.send?.(batch, undefined, undefined, sent)),
  recorder: undefined,
  isOver: false,
});

interface Loaded {
  readonly newman: LoadedNewman;
  readonly state: CleanState;
}

type RunCommand = Extract<ChildCommand, { type: 'run' }>;

async function serve({ job, more }: RunCommand, session: ChildSession, loaded: Promise<Loaded>): Promise<void> {
  // Loaded only where there is a document: loading the validator is slow.
  const compare = job.openapi && (await import('./compare-contract.ts')).createCompare(job.openapi);
  const output = {
    emit: (event: Event) => session.events.put(event),
    defect: (error: unknown) => finish(session, defect(error)),
    ...(compare ? { compare } : {}),
  };
  const recorder = new Recorder(job, output, session.cutOff);
  session.recorder = recorder;
  session.events.watch(() => recorder.place);
  try {
    const { newman, state } = await loaded;
    await newman.run(job, {
      attach: (emitter) => recorder.attach(emitter),
      redact: (text) => recorder.redact(text),
      failed: (name, error) => session.events.put({ type: 'reporter', name, message: messageOf(error) }),
      started: ({ host }) => {
        host?.on('error', (error) => finish(session, aborted(error)));
        host?.on('exit', () => finish(session, aborted(new Error('The thread that runs scripts ended by itself.'))));
      },
    });
    // Reporters are foreign code, so the process is not used again.
    const lingers = job.reporters.length > 0;
    if (!more || lingers) return finish(session, { type: 'done' }, { lingers });
    await stay(session, { newman, state });
  } catch (error) {
    finish(session, abortedBy(error, job));
  }
}

/** Reports the end of a suite. Waits for the next suite if this one left nothing behind; ends otherwise. */
async function stay(session: ChildSession, { newman, state }: Loaded): Promise<void> {
  endItem(session.recorder, session.events);
  putTime(session);
  session.events.put({ type: 'done' });
  await new Promise<void>((sent) => session.events.close(sent));
  session.isOver = true;
  await newman.end();
  if (!(await state.isRestored())) process.exit(0);
  newman.prepare();
  process.send?.('ready');
}

type Aborted = Extract<Event, { type: 'aborted' }>;

const defect = (error: unknown): Aborted => ({ type: 'aborted', kind: 'script', message: defectMessage(error) });

function abortedBy(error: unknown, { options }: Job): Aborted {
  if (error instanceof DataFileError) {
    return omitUndefined<Aborted>({
      type: 'aborted',
      kind: 'settings',
      message: error.message,
      file: options.iterationData,
    });
  }
  return aborted(error);
}

function aborted(error: unknown): Aborted {
  const { message: text, code } = (error ?? {}) as { readonly message?: unknown; readonly code?: unknown };
  const message = asText(text, asText(error));
  if (message === 'callback timed out') {
    const stopped = 'The suite was stopped: it took longer than its timeout. Make it faster, or raise `timeout`.';
    return { type: 'aborted', kind: 'timeout', message: stopped };
  }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const full = 'The script ran out of memory, and the suite was ended. Make it keep less.';
    return { type: 'aborted', kind: 'script', message: full };
  }
  return { type: 'aborted', kind: 'script', message };
}

/** The process must end even if the running item cannot be reported. */
function endItem(recorder: Recorder | undefined, events: EventBatcher): void {
  try {
    recorder?.end();
  } catch (error) {
    events.put(defect(error));
  }
}

function putTime({ events, recorder }: ChildSession): void {
  if (recorder?.ranMs !== undefined) events.put({ type: 'time', ranMs: recorder.ranMs });
}

/** Sends what is known, and ends the process. Reporters have some time to write their files. */
function finish(
  session: ChildSession,
  last?: Event,
  { lingers }: { readonly lingers: boolean } = { lingers: false },
): void {
  const { events, recorder } = session;
  // After the end of a suite, an error of what it left behind ends the process, so that it cannot fail the next suite.
  if (session.isOver) process.exit(0);
  // An error during a request is a failure of that request.
  const blamed = last?.type === 'aborted' && recorder?.crash(last) === true;
  const place = recorder?.place;
  endItem(recorder, events);
  putTime(session);
  if (last) events.put(blamed ? { type: 'done' } : last);
  else if (place) events.put({ type: 'at', place });
  events.close(() => {
    if (!lingers) process.exit(0);
    process.removeAllListeners('disconnect');
    process.disconnect();
    setTimeout(() => process.exit(0), REPORTERS_MS).unref();
  });
}
