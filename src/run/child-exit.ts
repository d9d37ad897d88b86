import { duration } from '../core/lib/text.ts';
import type { Suite } from '../core/model/suite.ts';
import type { EventCollector } from './event-collector.ts';
import type { ChildExit } from './fork.ts';
import type { Abort } from './result/attempt.ts';

/** The failures of a suite whose process did not end by itself. */
export function abortsOf(
  exit: ChildExit,
  { suite, events }: { readonly suite: Suite; readonly events: EventCollector },
): Abort[] {
  const place = events.place;
  const during = place ? ` while it ran "${place.request}"` : '';
  switch (exit.how) {
    case 'done':
      return [];
    case 'stopped':
      return [
        {
          kind: 'timeout',
          message: `The suite was stopped from outside${during}; what it did until then is reported.`,
          place,
        },
      ];
    case 'killed': {
      const limit = duration(suite.options.timeoutMs ?? 0);
      return [
        {
          kind: 'timeout',
          message: `The suite was killed${during}: it was still running after its timeout of ${limit}.`,
          place,
        },
      ];
    }
    case 'died':
      return [{ kind: 'script', message: events.hide(causeOfDeath(exit, during)), place }];
  }
}

function causeOfDeath({ code, signal, output }: Extract<ChildExit, { how: 'died' }>, during: string): string {
  if (/heap out of memory|ERR_WORKER_OUT_OF_MEMORY/.test(output)) {
    return `The suite ran out of memory${during} and was ended. Ask for less at once, or run fewer suites in parallel.`;
  }
  if (signal === 'SIGKILL') {
    return `The suite’s process was ended by SIGKILL${during}: the machine ran out of memory, or somebody killed it. Run fewer suites in parallel, or look at the system’s log.`;
  }
  const last = output
    .trim()
    .split('\n')
    .filter((line) => /error/i.test(line))
    .at(-1);
  const how = signal === null ? `with exit code ${code}` : `by ${signal}`;
  return `The suite’s process ended unexpectedly ${how}${during}.${last === undefined ? '' : ` It said: ${last.trim()}`}`;
}
