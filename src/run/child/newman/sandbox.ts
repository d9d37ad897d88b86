import { setEnvironmentData } from 'node:worker_threads';
import sandbox from 'postman-sandbox';
import UniversalVM, { type Connected } from 'uvm';
import NodeWorker from 'uvm/lib/worker.js';
import type { Job } from '../../protocol.ts';
import { bootCodeOf, COMPILED, handedOver } from './sandbox-boot-code.ts';

/** What a job's scripts have to report beyond what is always read. */
interface Needs {
  readonly everyAssertion: boolean;
  readonly allVariables: boolean;
}

/** The runtime's object for the scripts' thread. */
interface Sandbox extends Connected {
  readonly connectOptions: { timeout?: number };
  executionTimeout?: number;
}

/**
 * The threads that scripts run in, one for each job. A thread is started before there is a job: it boots while Newman is
 * loaded, and the runtime gets it where it asks for one. One that had to be stopped is replaced by the runtime in the same
 * way.
 */
export class SandboxThreads {
  #needs: Needs | undefined;
  #worker: NodeWorker | undefined;
  #next: Promise<Sandbox | undefined> | undefined;
  readonly #create = sandbox.createContext.bind(sandbox);

  /** `compiled` names the file for compiled code; without one, nothing is kept. */
  constructor(compiled?: string) {
    NodeWorker.__bootCodeExecutor = handedOver;
    setEnvironmentData(COMPILED, compiled);
    const threads = this;
    const connect = UniversalVM.prototype.connect;
    UniversalVM.prototype.connect = function (this: Connected, options, callback) {
      const workers = watchWorkers();
      connect.call(this, { ...options, bootCode: bootCodeOf(options.bootCode ?? '') }, (error, connected) => {
        const worker = workers.stop();
        if (!error && worker) {
          talkLean(this, worker);
          threads.#use(worker);
        }
        callback(error, connected);
      });
    };
    sandbox.createContext = (_, callback) => {
      this.#next?.then(
        (made) => callback(null, made),
        (error: Error) => callback(error),
      );
    };
  }

  /** Starts a thread for the next job. */
  prepare(): void {
    this.#needs = undefined;
    const next = new Promise<Sandbox | undefined>((resolve, reject) => {
      this.#create({}, (error, made) => (error ? reject(error) : resolve(made as Sandbox)));
    });
    // The runtime may not have asked yet.
    next.catch(() => undefined);
    this.#next = next;
  }

  /** Has the thread serve a job. */
  serve({ options, reporters }: Job): void {
    this.#needs = { everyAssertion: options.bail !== false, allVariables: reporters.length > 0 };
    if (this.#worker) this.#use(this.#worker);
    const { timeoutMs, timeoutScriptMs } = options;
    const timeout = Math.min(timeoutMs || Number.POSITIVE_INFINITY, timeoutScriptMs || Number.POSITIVE_INFINITY);
    void this.#next?.then(
      (made) => made && Number.isFinite(timeout) && setTimeoutOf(made, timeout),
      () => undefined,
    );
  }

  /** Ends the thread of the job that is over. */
  async end(): Promise<void> {
    const made = await this.#next;
    // The end of a thread is no news any more.
    made?.removeAllListeners();
    made?.on('error', () => undefined);
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #use(worker: NodeWorker): void {
    this.#worker = worker;
    if (this.#needs) worker.postMessage({ needs: this.#needs });
  }
}

/** As if the thread had been started with it. */
function setTimeoutOf(made: Sandbox, timeout: number): void {
  made.connectOptions.timeout = timeout;
  made.executionTimeout = timeout;
}

/** The other side of {@link LEAN}. */
function talkLean(connected: Connected, worker: NodeWorker): void {
  const { _dispatch: dispatch } = connected;
  connected._dispatch = (...args) => {
    let text: string;
    try {
      text = JSON.stringify(args);
    } catch {
      return dispatch.apply(connected, args);
    }
    worker.postMessage(text);
  };
  const own = connected._dispatch;
  worker.on('message', (message) => {
    // A thread that was stopped may have said something just before.
    if (typeof message === 'string' && connected._dispatch === own)
      connected.emit(...(JSON.parse(message) as [string]));
  });
}

/** The thread that is started while a sandbox connects is not handed out: it is seen when it is listened to. */
function watchWorkers(): { stop(): NodeWorker | undefined } {
  const { on } = NodeWorker.prototype;
  let seen: NodeWorker | undefined;
  NodeWorker.prototype.on = function (this: NodeWorker, name, listener) {
    seen = this;
    return on.call(this, name, listener);
  };
  return {
    stop: () => {
      NodeWorker.prototype.on = on;
      return seen;
    },
  };
}
