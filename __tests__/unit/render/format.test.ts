import { describe, expect, it } from '@jest/globals';
import { duration } from '../../../src/core/lib/text.ts';
import { quotaOf } from '../../../src/core/model/limits.ts';
import { bar, moment, percent, timeOfDay } from '../../../src/render/format.ts';
import { limitRows } from '../../../src/render/limits.ts';

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
    [0.5, '50%', '█████░░░░░'],
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
