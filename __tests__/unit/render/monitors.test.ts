import { describe, expect, it } from '@jest/globals';
import { beforeWords, latencyOf, linkOf, monitorMarks } from '../../../src/render/monitors.ts';
import { aMonitor } from '../../support/report.ts';

const ID = '1f0df51a-8658-4ee8-a2a1-d2567dfa09a9';
const earlier = (failed: number, latencyMs?: number) => ({
  status: 'success',
  assertions: { total: 12, failed },
  requests: { total: 2, failed: 0 },
  ...(latencyMs === undefined ? {} : { latencyMs }),
});

describe('a monitor on a page', () => {
  it.each([
    [`https://go.postman.co/workspace/${ID}/monitor/${ID}`, true],
    [`https://go.postman.co/workspace/${ID}/monitor/${ID}/x`, false],
    [`https://go.postman.co.example/workspace/${ID}/monitor/${ID}`, false],
    [`http://go.postman.co/workspace/${ID}/monitor/${ID}`, false],
    [`x https://go.postman.co/workspace/${ID}/monitor/${ID}`, false],
  ])('is linked only to its page in Postman: %s', (link, isLinked) => {
    expect(linkOf(aMonitor({ link }))).toBe(isLinked ? link : undefined);
    expect(linkOf(aMonitor())).toBeUndefined();
  });

  it('has the run before in short', () => {
    expect(beforeWords(aMonitor())).toBe('');
    expect(beforeWords(aMonitor({ before: earlier(0) }))).toBe('success, 12 assertions');
    expect(beforeWords(aMonitor({ before: earlier(1, 310) }))).toBe('success, 1 of 12 assertions failed, 310 ms');
  });

  it('is marked if it does not gate, and may have a latency', () => {
    expect([monitorMarks(aMonitor()), monitorMarks(aMonitor({ blocking: false }))]).toEqual([[], ['does not gate']]);
    expect([latencyOf(aMonitor()), latencyOf(aMonitor({ latencyMs: 0 }))]).toEqual(['', '0 ms']);
  });
});
