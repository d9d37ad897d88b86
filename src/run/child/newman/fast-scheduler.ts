import type { Run, Step } from './newman-types.ts';

/**
 * Removes idle time between the steps of a run: the runtime yields with `setTimeout(fn, 0)`, which takes a millisecond
 * or more. Timers of scripts are not affected, because scripts have their own thread.
 */
export function useFastScheduler(run: Run): void {
  run.pool.prototype.execute = execute;
  run.immediate = function immediate(this: Run, name, payload, ...args) {
    const step = this.pool.create(name, payload, args);
    setImmediate(() => step.execute(() => undefined, this));
    return step;
  };
}

/**
 * A copy of the runtime's `Instruction.prototype.execute` that yields with `setImmediate`, which lets I/O proceed,
 * too.
 */
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
