import { type ProcessSpec, SuiteProcess, specKey } from './suite-process.ts';

/** Processes that wait for a suite. */
export class ProcessPool {
  readonly #spec: ProcessSpec;
  readonly #waiting: SuiteProcess[] = [];

  constructor(spec: ProcessSpec) {
    this.#spec = spec;
    const early = takeEarlyProcess(spec);
    if (early) this.#waiting.push(early);
  }

  /** Starts processes until `count` of them wait. They load Newman in the meantime. */
  prepare(count: number): void {
    while (this.#waiting.length < count) this.#waiting.push(new SuiteProcess(this.#spec));
  }

  /** A process for exclusive use. */
  take(): SuiteProcess {
    for (let waiting = this.#waiting.shift(); waiting; waiting = this.#waiting.shift())
      if (waiting.isAlive) return waiting;
    return new SuiteProcess(this.#spec);
  }

  /** Takes back a process that can run another suite. */
  giveBack(process: SuiteProcess): void {
    this.#waiting.push(process);
  }

  /** Ends all waiting processes. */
  close(): void {
    for (const process of this.#waiting.splice(0)) process.kill();
  }
}

/** The process that was started before the settings were read, if any. */
let early: { readonly key: string; readonly process: SuiteProcess } | undefined;

/** Starts a process before the settings are read. If no run uses it, it ends with this process. */
export function startEarlyProcess(spec: ProcessSpec): void {
  early = { key: specKey(spec), process: new SuiteProcess(spec) };
}

function takeEarlyProcess(spec: ProcessSpec): SuiteProcess | undefined {
  const taken = early;
  early = undefined;
  if (taken && taken.key !== specKey(spec)) taken.process.kill();
  return taken?.key === specKey(spec) ? taken.process : undefined;
}
