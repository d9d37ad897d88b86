import { describe, expect, it } from '@jest/globals';
import { uid, workspaceId } from '../../../../src/core/model/ids.ts';
import { finishedResult, linkTo, unfinishedResult } from '../../../../src/core/suites/monitor-result.ts';
import type { MonitorRun } from '../../../../src/core/suites/monitor-run.ts';

const monitor = { name: 'Nightly', uid: uid('123-1e6b6c77-2031-4ad0-9948-76d7a9c6ca15'), blocking: true };
const link = 'https://go.postman.co/workspace/w/monitor/m';
const stats = { assertions: { total: 4, failed: 0 }, requests: { total: 2, failed: 0 }, latencyMs: 80 };
const run: MonitorRun = {
  status: 'success',
  startedAt: new Date(1_000),
  finishedAt: new Date(4_500),
  stats,
};

describe('the result of a monitor', () => {
  it('holds Postman’s numbers, the duration and the run before', () => {
    const before: MonitorRun = { status: 'failed', stats: { ...stats, assertions: { total: 4, failed: 1 } } };
    expect(finishedResult(monitor, { run, before, link, strict: true })).toEqual({
      ...monitor,
      ...stats,
      link,
      status: 'success',
      passed: true,
      durationMs: 3_500,
      before: { status: 'failed', ...stats, assertions: { total: 4, failed: 1 } },
    });
  });

  it('has the reasons why it has not passed', () => {
    const failed = { ...run, status: 'failed', stats: { ...stats, requests: { total: 2, failed: 1 } } };
    expect(finishedResult(monitor, { run: failed, before: undefined, link, strict: true })).toMatchObject({
      passed: false,
      message: 'Postman says "failed"; 1 of 2 requests failed.',
    });
  });

  it.each([
    ['numbers', { status: 'success' }, { assertions: { total: 0, failed: 0 }, requests: { total: 0, failed: 0 } }],
    ['an end after its start', { ...run, startedAt: new Date(9_000) }, { durationMs: 0 }],
  ])('does without %s', (_, found, told) => {
    expect(finishedResult(monitor, { run: found, before: { status: 'success' }, link, strict: false })).toMatchObject({
      passed: true,
      ...told,
    });
  });

  it('has no duration, message or former run if none is known', () => {
    const { startedAt: _, ...endless } = run;
    const result = finishedResult(monitor, { run: endless, before: { status: 'success' }, link, strict: true });
    expect(Object.keys(result)).not.toEqual(expect.arrayContaining(['durationMs']));
    expect(result).toEqual({ ...monitor, ...stats, link, status: 'success', passed: true });
  });

  it('never passes without an end', () => {
    expect(unfinishedResult(monitor, { status: 'timeout', message: 'Too slow.', link })).toEqual({
      ...monitor,
      link,
      status: 'timeout',
      passed: false,
      message: 'Too slow.',
      assertions: { total: 0, failed: 0 },
      requests: { total: 0, failed: 0 },
    });
  });

  it('links to the monitor by its id alone', () => {
    expect(linkTo(workspaceId('a/b'), monitor.uid)).toBe(
      'https://go.postman.co/workspace/a%2Fb/monitor/1e6b6c77-2031-4ad0-9948-76d7a9c6ca15',
    );
  });
});
