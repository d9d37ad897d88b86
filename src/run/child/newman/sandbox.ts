import { setEnvironmentData } from 'node:worker_threads';
import sandbox from 'postman-sandbox';
import UniversalVM, { type Connected } from 'uvm';
import NodeWorker from 'uvm/lib/worker.js';
import type { Job } from '../../protocol.ts';
import { ASYNC_TESTS, withAsyncTests } from './async-tests.ts';

/** Lines that the sandbox puts above a script's first one when it compiles it. */
const LINES_ABOVE = 5;

/** Under these names the thread finds the code that it boots with, and the file for what was compiled of it. */
const BOOT_CODE = 'sandbox';
const COMPILED = 'compiled';

/**
 * Runs the file of the sandbox. What was compiled of it by the end of the first script is kept, if `compiled` names a file.
 */
const BOOT_FROM = `
  let keepCompiled = () => undefined;
  const bootFrom = (file) => {
    const fs = require('fs');
    const path = require('path');
    const kept = require('worker_threads').getEnvironmentData('${COMPILED}');
    const { pid } = process;
    const { Buffer: BufferOfNode } = require('buffer');
    // V8 does not look whether compiled code is whole, and would crash.
    const checksum = (bytes) => {
      let value = bytes.length;
      const words = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~3)));
      for (const word of words) value = Math.imul(value ^ word, 0x01000193);
      return value >>> 0;
    };
    let cachedData;
    try {
      const bytes = fs.readFileSync(kept);
      if (checksum(bytes.subarray(8)) === bytes.readUInt32LE(0)) cachedData = bytes.subarray(8);
    } catch {}
    const script = new (require('vm').Script)(fs.readFileSync(file, 'latin1'), { filename: file, cachedData });
    const module = { exports: {} };
    const ownRequire = require('module').createRequire(file);
    script.runInThisContext()(ownRequire, module, module.exports, path.dirname(file));
    if (!kept || (cachedData && !script.cachedDataRejected)) return;
    // The sandbox takes \`process\` away.
    const temporary = kept + '.' + pid;
    keepCompiled = () => {
      keepCompiled = () => undefined;
      try {
        fs.mkdirSync(path.dirname(kept), { recursive: true, mode: 0o700 });
        const compiled = script.createCachedData();
        const sum = BufferOfNode.alloc(8);
        sum.writeUInt32LE(checksum(compiled));
        fs.writeFileSync(temporary, BufferOfNode.concat([sum, compiled]), { mode: 0o600 });
        fs.renameSync(temporary, kept);
      } catch {}
    };
  };
`;

/**
 * Runs in the scripts' thread before the sandbox does, and makes its side of the talk lean. Messages are plain JSON; what
 * holds a cycle goes the runtime's own, much slower way. Every assertion is told once, not twice: the other event is for
 * `bail` alone. A script's result has the changes it made to variables, which is all that is read, not all variables.
 * Errors, which lose their stacks on the way out, take the script's line along; that of a failed assertion is the line of
 * its `pm.test`.
 */
const LEAN = `
  ${ASYNC_TESTS}
  ${BOOT_FROM}
  const own = bridge;
  let needs = { everyAssertion: true, allVariables: true };
  const { dispatch } = own;
  const { parse, stringify } = JSON;
  const port = require('worker_threads').parentPort;
  const post = port.postMessage.bind(port);
  const short = (execution) => {
    const scopes = ['environment', 'globals', 'collectionVariables'].filter((name) => execution && execution[name]);
    const changes = scopes.map((name) => [name, { mutations: execution[name].mutations }]);
    return execution && Object.assign(Object.create(execution), execution, Object.fromEntries(changes));
  };
  const lineIn = (stack) => {
    const [, line] = /eval at exec \\(.*?\\), <anonymous>:(\\d+):/.exec(String(stack)) || [];
    return line && line - ${LINES_ABOVE};
  };
  const placed = (error, stack) =>
    error && typeof error === 'object'
      ? { ...(error.toJSON ? error.toJSON() : error), scriptLine: lineIn(stack) }
      : error;
  const located = (assertion) =>
    assertion.error
      ? { ...assertion, error: placed(assertion.error, places.get(assertion) || stackHere()) }
      : assertion;
  const { emit } = own;
  own.emit = function (name, ...args) {
    if (name === 'execute') beginExecution(args[0]);
    return emit.call(own, name, ...args);
  };
  own.dispatch = function (name, ...args) {
    if (!name.startsWith('execution.result.')) return send(name, ...args);
    const id = name.slice('execution.result.'.length);
    if (args[1] && looked(id)) args[1].lookedAtResponse = true;
    keepCompiled();
    afterTests(id, Boolean(args[0]), () => send(name, ...args));
  };
  const send = (name, ...args) => {
    if (!needs.everyAssertion && name.startsWith('execution.assertion.')) return;
    if (!needs.allVariables && name.startsWith('execution.result.')) args[1] = short(args[1]);
    if (name === 'execution.assertion') args[1] = args[1].map(located);
    if (name === 'execution.error') args[1] = placed(args[1], args[1] && args[1].stack);
    let text;
    try {
      text = stringify([name, ...args]);
    } catch {
      return dispatch.call(own, name, ...args);
    }
    post(text);
  };
  port.on('message', (message) => {
    if (typeof message === 'string') own.emit(...parse(message));
    else if (message && message.needs) needs = message.needs;
  });
`;

/** The first characters of boot code that the build has prepared: a file with a `pm.test` that asks for these functions. */
const PREPARED = '/* prepared */';

const bootCodeOf = (code: string): string =>
  code.startsWith(PREPARED)
    ? `{${LEAN};sandboxHooks = { runTest, watchResponse };${code}}`
    : `{${LEAN};${withAsyncTests(code)}}`;

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

/** The sandbox's two million characters go to its thread as they are, not as a literal in a script: that is parsed, too. */
function handedOver(bootCode: string): string {
  setEnvironmentData(BOOT_CODE, bootCode);
  return `require('vm').runInThisContext(require('worker_threads').getEnvironmentData('${BOOT_CODE}'))`;
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
