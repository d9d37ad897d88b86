import { suiteDetails, suiteTitle } from '../render/text/suite-log.ts';
import type { Log, SuiteListener } from '../sync/ports.ts';
import type { Host } from './host.ts';

/** Writes each suite to the log when it ends; on a terminal, also shows the running suites. */
export function showSuites(
  log: Log,
  { live, failuresInResult = false }: Pick<Host, 'live' | 'failuresInResult'>,
): SuiteListener {
  let [total, done] = [0, 0];
  return {
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
}
