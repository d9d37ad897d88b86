import { Agent as HttpAgent, globalAgent as httpAgent } from 'node:http';
import { memoryUsage } from 'node:process';

/** Most memory that a process may hold between two suites; above that, it is replaced. */
const MAX_HEAP_BYTES = 256 * 2 ** 20;

/** Open resources of a waiting process: the channel to its parent, pipes, and those of threads. */
const EXPECTED: ReadonlySet<string> = new Set(['PipeWrap', 'Pipe', 'MessagePort', 'Worker', 'Immediate', 'TTYWrap']);

/** Time that open resources of a suite have to close, in milliseconds. */
const SETTLE_MS = 200;

/** Shared objects of a process that a suite might have changed. */
const SHARED = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Promise.prototype, globalThis];

/** Checks that a suite left nothing behind in its process. */
export class CleanState {
  readonly #before = fingerprint();

  /** Closes keep-alive connections, then looks for sockets, timers, changes of shared objects, and memory. */
  async isRestored(): Promise<boolean> {
    httpAgent.destroy();
    // Loading TLS takes a tenth of the time of a small suite, so it is loaded on demand.
    if (isLoaded('https')) (await import('node:https')).globalAgent.destroy();
    for (const until = Date.now() + SETTLE_MS; openResources().length > 0; ) {
      if (Date.now() > until) return false;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return fingerprint() === this.#before && memoryUsage().heapUsed < MAX_HEAP_BYTES;
  }
}

/** Node's own modules that were loaded; missing from the types. */
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
