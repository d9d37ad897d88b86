import { suiteDetails, suiteTitle } from '../render/text/suite-log.ts';
import type { Log, SuiteEnd, SuiteListener } from '../sync/ports.ts';
import type { LiveDisplay } from './host.ts';

/** Shows suites while they run: each in the log when it has ended, and live where somebody watches a terminal. */
export function showSuites(log: Log, live: LiveDisplay | undefined): SuiteListener {
  const write = inOrder(({ result, output }: SuiteEnd) => {
    const group = (): void => log.group(suiteTitle(result), suiteDetails(result, output));
    if (live) live.above(group);
    else group();
  });
  return {
    progress: (index, progress) => live?.set(index, progress),
    ended: (index, end) => {
      live?.remove(index);
      write(index, end);
    },
  };
}

/** Calls `show` in the order of the list: a suite waits for those before it. */
function inOrder<T>(show: (value: T) => void): (index: number, value: T) => void {
  const waiting = new Map<number, T>();
  let next = 0;
  return (index, value) => {
    waiting.set(index, value);
    for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
      waiting.delete(next);
      next += 1;
      show(ready);
    }
  };
}
