import { describe, expect, it } from '@jest/globals';
import { abortsOf } from '../../../src/run/child-exit.ts';
import { EventCollector } from '../../../src/run/event-collector.ts';
import type { ChildExit } from '../../../src/run/fork.ts';
import { aSuite } from '../../support/suite.ts';

const place = { iteration: 1, at: ['item', 0], path: [], request: 'Get' };

/** The failure of a suite whose process ended so while it ran a request. */
function abortOf(exit: ChildExit): string {
  const suite = aSuite('Orders', { options: { timeoutMs: 90_000 } });
  const events = new EventCollector(suite, { now: () => 0, onProgress: undefined });
  events.add({ type: 'at', place });
  events.add({ type: 'secret', text: 'hunter2-secret' });
  return abortsOf(exit, { suite, events })
    .map(({ kind, message, place: at }) => `${kind} at ${at?.request}: ${message}`)
    .join();
}

const died = (output: string, end: { readonly code?: number; readonly signal?: string } = {}): ChildExit => ({
  ...{ how: 'died', output, code: end.code ?? null, signal: end.signal ?? null },
});

describe('a process of a suite', () => {
  it('that ended by itself is no failure', () => expect(abortOf({ how: 'done' })).toBe(''));

  it.each<[string, ChildExit, RegExp]>([
    ['was stopped', { how: 'stopped' }, /^timeout at Get: The suite was stopped from outside while it ran "Get"/],
    ['was killed', { how: 'killed' }, /^timeout at Get: .* its timeout of 1 min 30 s/],
    [
      'ran out of memory',
      died('FATAL ERROR: JavaScript heap out of memory', { code: 134 }),
      /^script at Get: .*out of memory/,
    ],
    ['was killed by the system', died('', { signal: 'SIGKILL' }), /^script at Get: .*SIGKILL/],
    ['ended by another signal', died('', { signal: 'SIGSEGV' }), /unexpectedly by SIGSEGV/],
    [
      'ended with a code',
      died('a\nError: no hunter2-secret\nat x', { code: 7 }),
      /with exit code 7 .*It said: Error: no \*\*\*$/,
    ],
  ])('that %s fails at the request that it ran', (_, exit, text) => {
    expect(abortOf(exit)).toMatch(text);
  });
});
