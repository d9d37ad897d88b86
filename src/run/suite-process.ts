import { type ChildProcess, fork } from 'node:child_process';
import { totalmem } from 'node:os';
import { CHILD_FLAG } from './child-flag.ts';
import type { ChildCommand, ChildReport } from './protocol.ts';

/** Characters of a process's own output that are kept, to tell why it died. */
const OUTPUT = 4000;

/** What a process for suites is made from. */
export interface ProcessSpec {
  /** The JavaScript file that is forked; it must call `runChild()` where `isSuiteChild()` says so. */
  readonly entry: string;
  /** The working directory. */
  readonly cwd: string;
  /** All that it sees of the environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Suites that run at once: they share the machine's memory. */
  readonly parallel: number;
}

/** A process that runs suites, one after the other. While it waits it does not keep this process alive. */
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

  /** The end of what it wrote. */
  get output(): string {
    return this.#output;
  }

  /** Whether it can still be given a suite. */
  get isAlive(): boolean {
    return this.child.connected && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Gives it an order; one that is gone hears nothing. */
  send(command: ChildCommand): void {
    if (this.child.connected) this.child.send(command, () => undefined);
  }

  /** Listens to it until `release`, and keeps this process alive as long. */
  claim(listener: (report: ChildReport) => void): void {
    this.child.on('message', listener);
    this.#hold(true);
  }

  /** Leaves it waiting for its next suite. */
  release(): void {
    for (const name of ['message', 'close', 'error'] as const) this.child.removeAllListeners(name);
    this.#idle();
  }

  /** Ends it. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** One that cannot be started says so to the first that uses it. */
  #idle(): void {
    this.child.on('error', () => undefined);
    this.#hold(false);
  }

  #hold(on: boolean): void {
    const { stdout, stderr, channel } = this.child;
    for (const handle of [this.child, channel, stdout, stderr] as readonly (Handle | null | undefined)[]) {
      if (on) handle?.ref?.();
      else handle?.unref?.();
    }
  }
}

interface Handle {
  ref?(): void;
  unref?(): void;
}

/** What two processes have in common that can stand in for each other. */
export const specKey = ({ entry, cwd, environment, parallel }: ProcessSpec): string =>
  JSON.stringify([entry, cwd, Object.entries(environment).sort(), execArgv(parallel)]);

/**
 * No inspector flags of the parent, no deprecation warnings of Newman's dependencies, and a heap that leaves the machine
 * room for the other suites: one that grows without end dies alone.
 */
function execArgv(parallel: number): string[] {
  const megabytes = Math.floor((totalmem() / 2 ** 20 / Math.max(parallel, 1)) * 0.6);
  return [
    '--no-deprecation',
    '--max-semi-space-size=16',
    `--max-old-space-size=${Math.min(Math.max(megabytes, 512), 2048)}`,
  ];
}
