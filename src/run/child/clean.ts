import { Agent as HttpAgent, globalAgent as httpAgent } from 'node:http';
import { memoryUsage } from 'node:process';

/** A process that holds more memory than this between two suites is replaced: the next one has a right to all of it. */
const MAX_HEAP_BYTES = 256 * 2 ** 20;

/** What is open in a process that waits: the channel to its parent, pipes, and what belongs to a thread. */
const EXPECTED: ReadonlySet<string> = new Set(['PipeWrap', 'Pipe', 'MessagePort', 'Worker', 'Immediate', 'TTYWrap']);

/** Longest that what a suite has left open may take to close, in milliseconds. */
const SETTLE_MS = 200;

/** Everything that all code of a process shares and a suite might have changed. */
const SHARED = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Promise.prototype, globalThis];

/** Tells whether a process is as it was before it ran a suite. */
export class CleanState {
  readonly #before = fingerprint();

  /** Closes kept connections, and looks for what else is left: sockets, timers, changes of shared objects, memory. */
  async isRestored(): Promise<boolean> {
    httpAgent.destroy();
    // TLS takes a tenth of the time that a small suite takes: it is loaded by those that use it.
    if (isLoaded('https')) (await import('node:https')).globalAgent.destroy();
    for (const until = Date.now() + SETTLE_MS; openResources().length > 0; ) {
      if (Date.now() > until) return false;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return fingerprint() === this.#before && memoryUsage().heapUsed < MAX_HEAP_BYTES;
  }
}

/** Modules of Node's own that were loaded; not in the types. */
const { moduleLoadList = [] } = process as unknown as { readonly moduleLoadList?: readonly string[] };

const isLoaded = (name: string): boolean =>
  moduleLoadList.length === 0 || moduleLoadList.includes(`NativeModule ${name}`);

const openResources = (): readonly string[] => process.getActiveResourcesInfo().filter((name) => !EXPECTED.has(name));

const fingerprint = (): string =>
  [
    ...SHARED.map((object) => Reflect.ownKeys(object).map(String).join()),
    process.cwd(),
    Object.keys(process.env).join(),
    Reflect.ownKeys(HttpAgent.prototype).length,
  ].join('\n');
