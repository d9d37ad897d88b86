import { describe, expect, it } from '@jest/globals';
import type { Quota } from '../../../../src/core/model/limits.ts';
import { quotaNotices, quotaRefusal } from '../../../../src/core/plan/budget.ts';

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
