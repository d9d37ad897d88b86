import { suiteDetails, suiteTitle } from '../render/text/suite-log.ts';
import type { Log, SuiteListener } from '../sync/ports.ts';
import type { Host } from './host.ts';

/** Shows suites while they run: each in the log as it ends, and live where somebody watches a terminal. */
export function showSuites(log: Log, { live, failuresInResult = false }: Pick<Host, 'live' | 'failuresInResult'>) {
  let [total, done] = [0, 0];
  const listener: SuiteListener = {
    begin: (count) => {
      total = count;
      live?.begin(count);
    },
    progress: (index, progress) => live?.set(index, progress),
    ended: (index, { result, output }) => {
      done += 1;
      live?.remove(index, result);
      const place = !live && total > 1 ? ` (${done} of ${total})` : '';
      const details = suiteDetails(result, { output, failures: !failuresInResult });
      const group = (): void => log.group(`${suiteTitle(result)}${place}`, details);
      if (live) live.above(group);
      else group();
    },
  };
  return listener;
}
