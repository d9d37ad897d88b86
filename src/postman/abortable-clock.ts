import { PostmanError } from '../core/model/errors.ts';
import type { Clock } from '../sync/ports.ts';
import { remedyFor } from './http/map-error.ts';

/** The error of a call that was not sent because the run was stopped. */
export const stoppedError = ({ reason }: AbortSignal): PostmanError =>
  new PostmanError({
    code: 'stopped',
    message: `${reason instanceof Error ? reason.message.replace(/\.$/, '') : 'Stopped from outside'}: no further call to Postman was made.`,
    remedy: remedyFor('stopped'),
    cause: reason,
  });

/** A clock whose sleeps reject with a PostmanError when the run is stopped. */
export function abortableClock(clock: Clock, signal: AbortSignal | undefined): Clock {
  if (!signal) return clock;
  return {
    now: () => clock.now(),
    sleep: async (ms) => {
      try {
        await clock.sleep(ms, signal);
      } catch {
        throw stoppedError(signal);
      }
    },
  };
}
