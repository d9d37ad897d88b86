import { setEnvironmentData } from 'node:worker_threads';
import sandbox from 'postman-sandbox';
import UniversalVM, { type Connected } from 'uvm';
import NodeWorker from 'uvm/lib/worker.js';
import type { Job } from '../../protocol.ts';
import { bootCodeOf, COMPILED, handedOver } from './sandbox-boot-code.ts';

/** Optional parts of what the scripts of a job report. */
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
 * The threads that scripts run in, one for each job. A thread is started before there is a job, so that it boots while
 * Newman is loaded. The runtime receives it when it creates a context. If a thread had to be stopped, the runtime
 * creates another one in the same way.
 */
export class SandboxThreads {
  #needs: Needs | undefined;
  #worker: NodeWorker | undefined;
  #next: Promise<Sandbox | undefined> | undefined;
  readonly #create = sandbox.createContext.bind(sandbox);

  /** `compiled` is the path for compiled code; without it, nothing is cached. */
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
    // Nobody may be listening yet.
    next.catch(() => undefined);
    this.#next = next;
  }

  /** Prepares the thread for a job. */
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

  /** Ends the thread of the last job. */
  async end(): Promise<void> {
    const made = await this.#next;
    // From now on, the end of the thread is expected.
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

/** Sets the timeout as if the thread had been started with it. */
function setTimeoutOf(made: Sandbox, timeout: number): void {
  made.connectOptions.timeout = timeout;
  made.executionTimeout = timeout;
}

/** Sends and receives the small messages of {@link LEAN}. */
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
    // A stopped thread may have sent a message just before.
    if (typeof message === 'string' && connected._dispatch === own)
      connected.emit(...(JSON.parse(message) as [string]));
  });
}

/**
 * Finds the thread that is started while a sandbox connects. The runtime does not return it, but adds listeners to it.
 */
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
