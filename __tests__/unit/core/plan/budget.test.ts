import { describe, expect, it } from '@jest/globals';
import type { Quota } from '../../../../src/core/model/limits.ts';
import { monitorNotices, monitorRefusal, quotaNotices, quotaRefusal } from '../../../../src/core/plan/budget.ts';

const policy = { quotaWarnAt: 0.8, quotaStopAt: 1 };
const month = (limit: number, remaining: number): Quota => ({ limit, remaining, used: limit - remaining });
const of = (writes: number, quota: Quota | undefined, { monitors = 0, quotaStopAt = 1 } = {}) =>
  quotaRefusal({ writes, monitors }, quota, { ...policy, quotaStopAt })?.message;

describe('the budget', () => {
  it.each<[string, string | undefined]>([
    ['carries what fits to the last call', of(5, month(1000, 5))],
    ['carries what costs nothing, though nothing is left', of(0, month(1000, 0))],
    ['knows no limit where nobody told one', of(5, undefined)],
    ['knows no limit of an unlimited plan', of(5, month(99_999_999, 0))],
    [
      'stops at the share itself, not at what binary fractions make of it',
      of(8, month(100, 50), { quotaStopAt: 0.58 }),
    ],
  ])('%s', (_, message) => expect(message).toBeUndefined());

  it.each<[string, string | undefined, string]>([
    [
      'calls',
      of(12, month(1000, 5)),
      'Applying the plan takes 12 API calls, 7 more than the month has left (995 of 1000 are used). Nothing was written.',
    ],
    [
      'calls of a month whose limit is not told',
      of(12, { remaining: 5 }),
      'Applying the plan takes 12 API calls, 7 more than the month has left (5 are left). Nothing was written.',
    ],
    [
      'calls below the share to stop at',
      of(4, month(1000, 480), { quotaStopAt: 0.5 }),
      'Applying the plan takes 4 API calls, 24 more than the month has left (520 of 1000 are used, and quota-stop-at allows 500). Nothing was written.',
    ],
    [
      'calls of monitors as well',
      of(4, month(1000, 9), { monitors: 2 }),
      'Applying the plan takes 4 API calls and running the 2 monitors at least 7, 2 more than the month has left (991 of 1000 are used). Nothing was written.',
    ],
    [
      'calls of a monitor alone',
      of(0, month(1000, 3), { monitors: 1 }),
      'Running the monitor takes at least 4 API calls, 1 more than the month has left (997 of 1000 are used). Nothing was written.',
    ],
  ])('says how many %s are missing', (_, message, expected) => expect(message).toBe(expected));
});

describe('the warning of the quota', () => {
  const api = { apiCalls: 1, waitedMs: 0, limits: {} };
  const usage = (limit: number, used: number) => [{ name: 'api_usage', limit, usage: used, overage: 0 }];

  it.each([
    ['is given from the share on', { ...api, limits: { month: { limit: 10, remaining: 2 } }, usage: [] }, 1],
    ['is not given below it', { ...api, limits: { month: { limit: 10, remaining: 3 } }, usage: [] }, 0],
    ['takes the usage where headers are silent', { ...api, usage: usage(10, 9) }, 1],
    ['is not given for an unlimited plan', { ...api, usage: usage(99_999_999, 99_999_998) }, 0],
    ['is not given where the limit is not told', { ...api, limits: { month: { remaining: 0 } }, usage: [] }, 0],
  ])('%s', (_, use, notices) => expect(quotaNotices(use, policy)).toHaveLength(notices));
});

describe('the words of the quota’s warning', () => {
  const told = (limit: number, remaining: number) =>
    quotaNotices(
      { apiCalls: 1, waitedMs: 0, limits: { month: { limit, remaining } }, usage: [] },
      { ...policy, quotaWarnAt: 0.1 },
    );

  it('round the share down', () => {
    expect(told(3, 1)).toEqual([
      { level: 'warning', message: '66% of the monthly quota of Postman API calls is used: 2 of 3, 1 left.' },
    ]);
  });
});

describe('the budget of monitored requests', () => {
  const usage = (limit: number, used: number, overage = 0) => [
    { name: 'api_usage', limit: 1, usage: 1, overage: 0 },
    { name: 'monitor_request_runs', limit, usage: used, overage },
  ];
  const refused = (requests: number, known = usage(100, 90), { monitors = 1, quotaStopAt = 1 } = {}) =>
    monitorRefusal({ monitors, requests }, known, { ...policy, quotaStopAt });

  it.each<[string, ReturnType<typeof refused>]>([
    ['what fits to the last request', refused(10)],
    ['what fits below the share to stop at', refused(10, usage(100, 40), { quotaStopAt: 0.5 })],
    ['no monitors', refused(0, usage(100, 100), { monitors: 0 })],
    ['anything where the usage is not known', refused(1, [])],
    ['anything where the team pays for overage', refused(11, usage(100, 90, 1))],
    ['anything of an unlimited plan', refused(11, usage(99_999_999, 99_999_998))],
  ])('carries %s', (_, error) => expect(error).toBeUndefined());

  it.each([
    [refused(11), 'the monitor takes about 11', 'has 10 left (90 of 100 are used)'],
    [
      refused(11, usage(100, 40), { monitors: 2, quotaStopAt: 0.5 }),
      'the 2 monitors takes about 11',
      'has 10 left (40 of 100 are used, and quota-stop-at allows 50)',
    ],
    [refused(0, usage(100, 100)), 'the monitor takes about 0', 'has 0 left (100 of 100 are used)'],
    [refused(5, usage(100, 120)), 'the monitor takes about 5', 'has 0 left (120 of 100 are used)'],
  ])('says what is missing: %#', (error, cost, left) => {
    expect(error).toMatchObject({
      code: 'quota-exhausted',
      message: `Running ${cost} monitored requests (requests × regions), and the month ${left}. No monitor was run.`,
    });
  });

  it.each([
    [10, usage(100, 70), 1],
    [9, usage(100, 70), 0],
    [0, usage(0, 0), 0],
    [10, [], 0],
  ])('warns from the share on: %d requests, %j', (requests, known, count) => {
    expect(monitorNotices({ monitors: 1, requests }, known, policy)).toHaveLength(count);
  });

  it('says how much of the usage is beyond the plan', () => {
    const told = (overage: number) => monitorNotices({ monitors: 1, requests: 3 }, usage(100, 101, overage), policy);
    const used = (beyond: string) => [
      {
        level: 'warning',
        message: `Of the month's 100 monitored requests 101 were used before this run${beyond}; it takes about 3.`,
      },
    ];
    expect(told(0)).toEqual(used(''));
    expect(told(1)).toEqual(used(', 1 of them beyond the plan'));
  });
});
