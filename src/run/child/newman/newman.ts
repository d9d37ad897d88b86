import { resolve } from 'node:path';
import { pathOptions } from '../../../core/model/path-options.ts';
import type { Job } from '../../protocol.ts';
import { useFastScheduler } from './fast-scheduler.ts';
import { newmanOptions } from './newman-options.ts';
import type { Emitter, Run, RunnerOptions } from './newman-types.ts';
import { startReporters } from './reporters.ts';
import { restrictFileAccess } from './restrict-file-access.ts';

/** Callbacks of a run. */
export interface Listener {
  /** Called before anything is emitted. */
  attach(emitter: Emitter): void;
  /** Called when the run has started and has its thread for scripts. */
  started(run: Run): void;
  /** Called when an external reporter throws. */
  failed(name: string, error: unknown): void;
  /** The text with all secrets redacted that are known by then. */
  redact(text: string): string;
}

export interface LoadedNewman {
  /** Runs a job in this process. Rejects when Newman cannot run it to its end. */
  run(job: Job, listener: Listener): Promise<void>;
  /** Ends the thread of the last job. */
  end(): Promise<void>;
  /** Starts a thread for another job. */
  prepare(): void;
}

/** Loads Newman. The thread for scripts is started first, so that it boots in the meantime. */
export async function loadNewman(compiled?: string): Promise<LoadedNewman> {
  const { SandboxThreads } = await import('./sandbox.ts');
  const threads = new SandboxThreads(compiled);
  threads.prepare();
  const [{ default: newman }, { default: runtime }, { default: rcFile }] = await Promise.all([
    import('newman'),
    import('postman-runtime'),
    import('newman/lib/config/rc-file.js'),
  ]);
  // Options come from the settings alone. A `.newmanrc` of the checkout could pick requests, or write files anywhere.
  rcFile.load = (callback) => process.nextTick(callback, null, {});
  // For the first request. They are loaded while the thread boots.
  setImmediate(() => void Promise.all([import('node:https'), import('node:zlib')]));
  const { prototype } = runtime.Runner;
  const original = prototype.run;
  return {
    run: async (job, listener) => {
      threads.serve(job);
      const options = await newmanOptions(job);
      let emitter: Emitter | undefined;
      prototype.run = function run(collection, runOptions, callback) {
        if (runOptions.fileResolver) restrictFileAccess(runOptions.fileResolver, resolve(job.options.workingDir));
        original.call(this, collection, runOptions, (error, run) => {
          if (run) useFastScheduler(run);
          callback(error, run);
          if (!run || !emitter) return;
          if (!needsSummary(job)) forget(emitter);
          listener.attach(emitter);
          startReporters(emitter, job.reporters, {
            ...listener,
            runOptions: { ...options, ...scopesOf(runOptions), collection },
          });
          emitter.on('start', (_, args) => listener.started(args.run));
        });
      };
      await new Promise<void>((done, fail) => {
        const end = (error: unknown): void => (error ? fail(error) : done());
        emitter = newman.run(options as never, end) as unknown as Emitter;
      });
    },
    end: () => threads.end(),
    prepare: () => threads.prepare(),
  };
}

/** Reporters and exports read Newman's summary at the end of the run. */
const needsSummary = ({ reporters, options }: Job): boolean =>
  reporters.length > 0 || pathOptions('written').some((name) => options[name] !== undefined);

/** The options of a run that reporters read, as objects of the SDK. */
const scopesOf = ({ environment, globals }: RunnerOptions): object => ({ environment, globals });

/** Drops requests and responses from Newman's summary, which would hold all of them until the end. */
function forget(emitter: Emitter): void {
  for (const name of emitter.eventNames()) {
    for (const listener of emitter.listeners(String(name))) emitter.removeListener(name, listener);
  }
}
