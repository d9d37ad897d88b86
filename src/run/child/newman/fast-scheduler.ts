import type { Run, Step } from './newman-types.ts';

/**
 * Lets a run go from step to step without its idle time: the runtime waits `setTimeout(fn, 0)`, a millisecond or more,
 * between any two of them. Timers of scripts are not touched: they live in a thread of their own.
 */
export function useFastScheduler(run: Run): void {
  run.pool.prototype.execute = execute;
  run.immediate = function immediate(this: Run, name, payload, ...args) {
    const step = this.pool.create(name, payload, args);
    setImmediate(() => step.execute(() => undefined, this));
    return step;
  };
}

/** The runtime's own `Instruction.prototype.execute`, but for how it yields: `setImmediate` lets I/O in as well. */
function execute(this: Step, callback: (...args: unknown[]) => void, scope: unknown = this): void {
  let ended = false;
  const end = (error: unknown, ...results: unknown[]): void => {
    if (ended) return;
    ended = true;
    const args = error ? [error, ...results] : results;
    for (const listener of (error ? this._catch : this._done) ?? []) listener.apply(scope, args);
    setImmediate(() => callback.call(scope, error, ...results));
  };
  try {
    this._processor.call(scope, ...this.in, this.payload, end);
  } catch (error) {
    end(error);
  }
}
