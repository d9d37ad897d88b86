import { describe, expect, it } from '@jest/globals';
import type { SuiteProgress } from '../../../src/core/model/run-result.ts';
import { Secret } from '../../../src/core/model/secret.ts';
import { EventCollector } from '../../../src/run/event-collector.ts';
import type { Event } from '../../../src/run/protocol.ts';
import { aSuite } from '../../support/suite.ts';

const placeOf = (request: string) => ({ iteration: 1, at: ['item', 0], path: [], request });

const item = (request: string, lines: readonly string[] = []): Event => ({
  type: 'item',
  place: placeOf(request),
  sent: [{ method: 'GET', url: '/', startedMs: 0, byScript: false, failed: false }],
  assertions: [],
  failures: [{ kind: 'assertion', message: 'no' }],
  looked: false,
  console: lines,
});

function collected(...events: readonly Event[]) {
  const progress: SuiteProgress[] = [];
  const suite = aSuite('Orders', { variables: new Map([['key', new Secret('hunter2-secret')]]) });
  const collector = new EventCollector(suite, { now: () => 42, onProgress: (now) => progress.push(now) });
  for (const event of events) collector.add(event);
  return { collector, progress };
}

describe('the events of a child process', () => {
  it('are collected, with the time of the first one and the duration', () => {
    const { collector } = collected(
      { type: 'started', iterations: 3, items: 1 },
      item('Get', ['log: a']),
      { type: 'time', ranMs: 7 },
      { type: 'done' },
    );
    expect(collector).toMatchObject({ iterations: 3, startedAt: 42, ranMs: 7, output: ['log: a'], aborts: [] });
    expect(collector.items).toMatchObject([{ place: placeOf('Get'), console: ['log: a'] }]);
  });

  it('tell how far the suite is; between two items the last one is shown', () => {
    const { progress, collector } = collected({ type: 'at', place: placeOf('First') }, item('First'), item('Second'));
    expect(progress).toEqual([
      { suite: 'Orders', requests: 0, failures: 0, request: 'First' },
      { suite: 'Orders', requests: 1, failures: 1, request: 'First' },
      { suite: 'Orders', requests: 2, failures: 2, request: 'Second' },
    ]);
    expect(collector.place).toBeUndefined();
  });

  it('that end a run are failures without secrets, also those that scripts have set', () => {
    const { collector } = collected(
      { type: 'secret', text: 'learned-secret' },
      { type: 'aborted', kind: 'script', message: 'at hunter2-secret and learned-secret', file: 'data.csv' },
      { type: 'reporter', name: 'mine', message: 'hunter2-secret' },
    );
    expect(collector.aborts).toEqual([
      { kind: 'script', message: 'at *** and ***', file: 'data.csv' },
      { kind: 'settings', message: 'The reporter "mine" failed: ***', file: 'package.json' },
    ]);
  });

  it('hold at most 200 lines of output for the log', () => {
    const { collector } = collected(
      item(
        'Get',
        Array.from({ length: 300 }, (_, index) => `log: ${index}`),
      ),
    );
    expect(collector.output).toHaveLength(201);
    expect(collector.output.at(-1)).toBe('… (more output is in the report)');
  });
});
