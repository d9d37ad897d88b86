import { type ProcessSpec, SuiteProcess, specKey } from './suite-process.ts';

/** Processes that are ready for a suite, or will be in a moment. */
export class ProcessPool {
  readonly #spec: ProcessSpec;
  readonly #waiting: SuiteProcess[] = [];

  constructor(spec: ProcessSpec) {
    this.#spec = spec;
    const early = takeEarlyProcess(spec);
    if (early) this.#waiting.push(early);
  }

  /** Starts processes until so many wait: they load Newman while other things are done. */
  prepare(count: number): void {
    while (this.#waiting.length < count) this.#waiting.push(new SuiteProcess(this.#spec));
  }

  /** A process that nobody else uses. */
  take(): SuiteProcess {
    for (let waiting = this.#waiting.shift(); waiting; waiting = this.#waiting.shift())
      if (waiting.isAlive) return waiting;
    return new SuiteProcess(this.#spec);
  }

  /** Takes a process back that says it is as good as new. */
  giveBack(process: SuiteProcess): void {
    this.#waiting.push(process);
  }

  /** Ends those that wait. */
  close(): void {
    for (const process of this.#waiting.splice(0)) process.kill();
  }
}

/** Started before the settings were read; there is at most one. */
let early: { readonly key: string; readonly process: SuiteProcess } | undefined;

/** Starts a process before it is known what for. It ends with this process when no run takes it. */
export function startEarlyProcess(spec: ProcessSpec): void {
  early = { key: specKey(spec), process: new SuiteProcess(spec) };
}

function takeEarlyProcess(spec: ProcessSpec): SuiteProcess | undefined {
  const taken = early;
  early = undefined;
  if (taken && taken.key !== specKey(spec)) taken.process.kill();
  return taken?.key === specKey(spec) ? taken.process : undefined;
}
