import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../../src/core/lib/json.ts';
import {
  isOver,
  lastRunOf,
  type MonitorRun,
  requestsOf,
  shortcomings,
} from '../../../../src/core/suites/monitor-run.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 0, 1, 12, 0, seconds));
const run = (parts: Partial<MonitorRun> = {}): MonitorRun => ({
  status: 'success',
  jobId: 'ours',
  startedAt: at(0),
  finishedAt: at(3),
  ...parts,
});
const bare = ({ jobId: _, ...rest }: MonitorRun): MonitorRun => rest;
const unfinished = ({ finishedAt: _, ...rest }: MonitorRun): MonitorRun => rest;
const older = run({ jobId: 'before', startedAt: at(-600), finishedAt: at(-590) });

describe('waiting for a run', () => {
  it.each([
    ['nothing was ever run', undefined, {}, false],
    ['the run has our job id', run(), { started: { jobId: 'ours' } }, true],
    ['the run goes on', unfinished(run()), { started: { jobId: 'ours' } }, false],
    ['the run says that it goes on', run({ status: 'running' }), { started: { jobId: 'ours' } }, false],
    ['the run is the one before', older, { before: older, started: { jobId: 'ours' } }, false],
    ['no job id was told, and the run is another one', run(), { before: older, started: {} }, true],
    ['no job id was told, and the run is the one before', older, { before: older, started: {} }, false],
    ['runs have no job ids, and this one began later', bare(run()), { before: bare(older), started: {} }, true],
    ['runs have no job ids, and this one is the one before', bare(older), { before: bare(older), started: {} }, false],
    ['the run before was still going on and is over now', older, { before: unfinished(older), started: {} }, false],
    [
      'a scheduled run that began before ours is over first',
      run({ jobId: 'scheduled', startedAt: at(-60) }),
      { before: older, started: { jobId: 'ours', startedAt: at(0) } },
      false,
    ],
    [
      'a scheduled run that began a moment before ours is over first',
      run({ jobId: 'scheduled', startedAt: at(-2) }),
      { before: older, started: { jobId: 'ours', startedAt: at(0) } },
      false,
    ],
    [
      'runs have no job ids, and ours seems to have begun a moment earlier than was told',
      bare(run({ startedAt: at(-2) })),
      { before: bare(older), started: { jobId: 'ours', startedAt: at(0) } },
      true,
    ],
    [
      'a scheduled run that began after ours is over too',
      run({ jobId: 'scheduled', startedAt: at(60) }),
      { before: older, started: { jobId: 'ours', startedAt: at(0) } },
      true,
    ],
    [
      'our job id was told, this run has none and seems to have begun a moment earlier',
      bare(run({ startedAt: at(-2) })),
      { before: bare(older), started: { jobId: 'ours', startedAt: at(0) } },
      true,
    ],
    [
      'runs have no job ids, and this one began long before ours',
      bare(run({ startedAt: at(-11) })),
      { before: bare(older), started: { startedAt: at(0) } },
      false,
    ],
    [
      'runs have neither job ids nor a beginning, and this one is the one before',
      { status: 'success', finishedAt: at(-590) },
      { before: { status: 'success', finishedAt: at(-590) }, started: {} },
      false,
    ],
    ['it is the first run ever, and Postman told nothing', run(), { started: {} }, true],
  ])(
    '%s',
    (_, latest, {
      before,
      started = {},
    }: { before?: MonitorRun; started?: { jobId?: string; startedAt?: Date } }, over) => {
      expect(isOver(latest, { before, started })).toBe(over);
    },
  );
});

describe('a finished run', () => {
  const stats = (assertions: number, failed: number, requests = 4) => ({
    assertions: { total: assertions, failed },
    requests: { total: requests, failed: 0 },
  });

  it.each([
    ['passes when status and numbers say so', run({ stats: stats(12, 0) }), []],
    ['fails by its status', run({ status: 'error', stats: stats(12, 0) }), ['Postman says "error"']],
    ['fails by its numbers whatever the status', run({ stats: stats(12, 2) }), ['2 of 12 assertions failed']],
    ['fails when nothing was requested', run({ stats: stats(0, 0, 0) }), ['nothing was requested']],
    ['fails when nothing was asserted', run({ stats: stats(0, 0) }), ['nothing was asserted']],
    ['fails without numbers', run(), ['Postman sent no numbers for the run']],
  ])('%s', (_, finished, reasons) => {
    expect(shortcomings(finished, { strict: true })).toEqual(reasons);
  });

  it('may have asserted nothing unless it is strict', () => {
    expect(shortcomings(run({ stats: stats(0, 0) }), { strict: false })).toEqual([]);
    expect(shortcomings(run(), { strict: false })).toEqual([]);
  });
});

describe('an answer of Postman', () => {
  it('is read without the fields that are missing', () => {
    const lastRun = {
      status: 'failed',
      startedAt: '2020-03-25T15:45:29.218Z',
      finishedAt: '2020-03-25T15:45:31.340Z',
      stats: { assertions: { total: 8, failed: 1 }, requests: { total: 4 }, responseLatency: 80 },
    };
    expect(lastRunOf({ lastRun })).toEqual({
      status: 'failed',
      startedAt: new Date('2020-03-25T15:45:29.218Z'),
      finishedAt: new Date('2020-03-25T15:45:31.340Z'),
      stats: { assertions: { total: 8, failed: 1 }, requests: { total: 4, failed: 0 }, latencyMs: 80 },
    });
    expect(
      lastRunOf({ lastRun: { stats: { assertions: null, requests: { total: 'x' }, responseLatency: null } } }),
    ).toEqual({
      status: 'unknown',
      stats: { assertions: { total: 0, failed: 0 }, requests: { total: 0, failed: 0 } },
    });
    expect(lastRunOf({})).toBeUndefined();
    expect(lastRunOf({ lastRun: { startedAt: null, finishedAt: '' } as JsonObject })).toEqual({ status: 'unknown' });
  });

  it('costs every request of the collection in every region', () => {
    const collection = { item: [{ request: '/' }, { item: [{ request: '/' }, { item: [{ request: '/' }] }] }] };
    expect([requestsOf(collection, 1), requestsOf(collection, 3), requestsOf({}, 2)]).toEqual([3, 9, 0]);
  });
});
