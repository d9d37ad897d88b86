import { describe, expect, it } from '@jest/globals';
import { duration } from '../../../src/core/lib/text.ts';
import { quotaOf } from '../../../src/core/model/limits.ts';
import { bar, bytes, countdownLine, moment, percent, timeOfDay, waitLine } from '../../../src/render/format.ts';
import { callsOf, limitRows, lookOf } from '../../../src/render/limits.ts';

describe('duration', () => {
  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [999.6, '1.0 s'],
    [1234, '1.2 s'],
    [59_949, '59.9 s'],
    [59_950, '1 min 0 s'],
    [185_000, '3 min 5 s'],
    [3_599_600, '1 h 0 min'],
    [3_840_000, '1 h 4 min'],
    [604_800_000, '7 days'],
  ])('shows %d ms as %s', (ms, shown) => expect(duration(ms)).toBe(shown));
});

describe('percent and bar', () => {
  it.each([
    [0, '0%', '░░░░░░░░░░'],
    [0.001, '< 1%', '█░░░░░░░░░'],
    [0.01, '1%', '█░░░░░░░░░'],
    [0.5, '50%', '█████░░░░░'],
    [0.99, '99%', '██████████'],
    [0.999, '> 99%', '██████████'],
    [1, '100%', '██████████'],
    [1.25, '125%', '██████████'],
  ])('shows a share of %d as %s', (share, words, cells) => {
    expect(percent(share)).toBe(words);
    expect(bar(share)).toBe(cells);
  });
});

describe('moments', () => {
  it('are shown in UTC', () => {
    expect(moment(new Date(Date.UTC(2026, 0, 31, 12, 34, 56)))).toBe('2026-01-31 12:34:56 UTC');
    expect(timeOfDay(new Date(Date.UTC(2026, 0, 31, 12, 34, 56)))).toBe('12:34:56 UTC');
    expect([moment(new Date(Number.NaN)), timeOfDay(new Date(Number.NaN))]).toEqual(['', '']);
  });
});

describe('sizes and waits', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1.0 MB'],
    [3_440_000, '3.4 MB'],
  ])('show %d bytes as %s', (size, shown) => expect(bytes(size)).toBe(shown));

  it('have the time at which a wait ends, and how long it still takes', () => {
    expect(waitLine('Rate limit reached', Date.UTC(2026, 0, 31, 12, 34, 56, 789))).toBe(
      'Rate limit reached, until 12:34:56 UTC.',
    );
    expect(countdownLine('Rate limit reached', 11_001)).toBe('Rate limit reached: 12.0 s to go');
  });
});

describe('a row of the limits', () => {
  const none = { limits: {}, usage: [], apiCalls: 0, waitedMs: 0 };
  const usage = (limit: number, used: number, overage = 0) => ({
    ...none,
    usage: [{ name: 'api_flow_requests', limit, usage: used, overage }],
  });
  const resetAt = new Date(Date.UTC(2026, 0, 31, 12, 34, 56));
  const window = (parts: object) => ({ ...none, limits: { window: parts } });

  it.each([
    [usage(10, 7), '7 of 10', '70%', '', undefined],
    [usage(10, 8), '8 of 10', '80%', '', 'warn'],
    [usage(10, 10), '10 of 10', '100%', '', 'bad'],
    [usage(10, 12, 2), '12 of 10', '120%', '2 over', 'bad'],
    [usage(0, 1), '1 of 0', '100%', '', 'bad'],
    [window({ limit: 300, remaining: 288, resetAt }), '12 of 300', '4%', 'resets at 12:34:56 UTC', undefined],
    [window({ limit: 300, remaining: 301 }), '0 of 300', '0%', '', undefined],
    [window({ limit: 300 }), '300 allowed', '', '', undefined],
    [window({ remaining: 5 }), '5 left', '', '', undefined],
    [window({}), '', '', '', undefined],
    [{ ...none, limits: { month: { remaining: 5 } } }, '5 left', '', '', undefined],
  ] as const)('has share, note and look: %j', (api, used, share, note, look) => {
    const rows = limitRows(api);
    expect(rows).toMatchObject([{ used, percent: share, note }]);
    expect(rows.map(lookOf)).toEqual([look]);
  });

  it('is for an unlimited operation only there if all are requested', () => {
    const unlimited = usage(99_999_999, 5);
    expect(limitRows(unlimited)).toEqual([]);
    expect(limitRows(unlimited, { all: true })).toMatchObject([
      { name: 'API flow requests', share: 0, used: '5, unlimited', percent: '' },
    ]);
  });

  it.each([
    [{}, '2 API calls'],
    [{ waitedMs: 1 }, '2 API calls, 1 ms waited for limits'],
    [{ host: 'a.example' }, '2 API calls to a.example, which is not a host of Postman'],
  ])('is joined by the calls of the run: %j', (parts, words) => {
    expect(callsOf({ ...none, apiCalls: 2, ...parts })).toBe(words);
  });
});

describe('limits', () => {
  const api = {
    limits: { month: { limit: 100, remaining: 95 } },
    usage: [
      { name: 'api_usage', limit: 100, usage: 5, overage: 0 },
      { name: 'flow_requests', limit: 0, usage: 0, overage: 0 },
    ],
    apiCalls: 1,
    waitedMs: 0,
  };

  it('never show negative usage', () => {
    const limits = { month: { limit: 100, remaining: 120 } };
    expect(quotaOf({ ...api, limits })).toEqual({ limit: 100, remaining: 120, used: 0 });
  });

  it('omit unused operations, unless all are requested, and show the month once', () => {
    expect(limitRows(api).map(({ name }) => name)).toEqual(['API calls this month']);
    expect(limitRows(api, { all: true }).map(({ name }) => name)).toEqual(['API calls this month', 'Flow requests']);
    const later = { ...api, limits: { month: { limit: 100, remaining: 90 } } };
    expect(limitRows(later).map(({ name, used }) => `${name}: ${used}`)).toEqual(['API calls this month: 10 of 100']);
    expect(limitRows(later, { all: true })).toHaveLength(3);
  });
});
