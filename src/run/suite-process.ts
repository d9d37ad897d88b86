import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism, totalmem } from 'node:os';
import { CHILD_FLAG } from './child-flag.ts';
import type { ChildCommand, ChildReport } from './protocol.ts';

/** Characters of a process's output that are kept, to explain a crash. */
const OUTPUT = 4000;

export interface ProcessSpec {
  /** The JavaScript file that is forked; it must call `runChild()` where `isSuiteChild()` says so. */
  readonly entry: string;
  /** The working directory. */
  readonly cwd: string;
  /** The whole environment of the process. */
  readonly environment: Readonly<Record<string, string>>;
  /** Number of suites that run at once and share the machine's memory. */
  readonly parallel: number;
}

/** A child process that runs suites serially. While it waits, it does not keep this process alive. */
export class SuiteProcess {
  readonly child: ChildProcess;
  #output = '';

  constructor({ entry, cwd, environment, parallel }: ProcessSpec) {
    this.child = fork(entry, [CHILD_FLAG], {
      cwd,
      env: { ...environment },
      execArgv: execArgv(parallel),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const keep = (chunk: Buffer): void => {
      this.#output = (this.#output + String(chunk)).slice(-OUTPUT);
    };
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
    this.#idle();
  }

  /** The end of its output. */
  get output(): string {
    return this.#output;
  }

  /** Whether it can run another suite. */
  get isAlive(): boolean {
    return this.child.connected && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Sends a message. Does nothing where the process has ended. */
  send(command: ChildCommand): void {
    if (this.child.connected) this.child.send(command, () => undefined);
  }

  /** Receives its messages until `release`. This process stays alive that long. */
  claim(listener: (report: ChildReport) => void): void {
    this.child.on('message', listener);
    for (const handle of this.#handles()) handle?.ref?.();
  }

  /** Stops receiving. The process waits for its next suite. */
  release(): void {
    for (const name of ['message', 'close', 'error'] as const) this.child.removeAllListeners(name);
    this.#idle();
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Waits for a suite. An error at the start is reported to the first user of the process. */
  #idle(): void {
    this.child.on('error', () => undefined);
    for (const handle of this.#handles()) handle?.unref?.();
  }

  /** The handles that keep this process alive while they are referenced. */
  #handles(): readonly (Handle | null | undefined)[] {
    const { stdout, stderr, channel } = this.child;
    return [this.child, channel, stdout, stderr] as readonly (Handle | null | undefined)[];
  }
}

interface Handle {
  ref?(): void;
  unref?(): void;
}

/** A key that is equal for interchangeable processes. */
export const specKey = ({ entry, cwd, environment, parallel }: ProcessSpec): string =>
  JSON.stringify([entry, cwd, Object.entries(environment).sort(), execArgv(parallel)]);

/**
 * Flags of Node: no inspector, no deprecation warnings of Newman's dependencies, and a heap limit, so that a suite
 * with a memory leak ends alone and the other suites go on. In Node 20, what V8 compiles stays in memory until the code
 * cache is written; later versions keep it anyway, and with this flag they reject the compiled code of Node's own modules.
 * V8's helper threads take at most half of the CPUs: the suite, its scripts and the API need the others.
 */
function execArgv(parallel: number): string[] {
  const megabytes = Math.floor((totalmem() / 2 ** 20 / Math.max(parallel, 1)) * 0.6);
  const helpers = Math.min(Math.max(Math.floor(availableParallelism() / 2), 1), 4);
  return [
    '--no-deprecation',
    ...(process.version.startsWith('v20.') ? ['--no-flush-bytecode'] : []),
    `--v8-pool-size=${helpers}`,
    '--max-semi-space-size=16',
    `--max-old-space-size=${Math.min(Math.max(megabytes, 512), 2048)}`,
  ];
}
