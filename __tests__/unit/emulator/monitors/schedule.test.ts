import { describe, expect, it } from '@jest/globals';
import { isAllowedCron, isTimezone, nextRun, sixFields } from '../../../../src/emulator/monitors/schedule.ts';

const when = { timezone: 'UTC', now: Date.UTC(2026, 10, 23, 12, 0, 30) };

describe('a schedule', () => {
  it.each(['*/5 * * * *', '*/30 * * * *', '0 */6 * * *', '0 17 * * *', '0 17 * * MON-FRI', '0 */5 * * * *'])(
    'may be %s',
    (cron) => {
      expect(isAllowedCron(cron, when)).toBe(true);
    },
  );

  it.each(['* * * * *', '*/4 * * * *', '0,3 * * * *', '* * * * * *', 'daily', '61 * * * *', '', '0 0 30 2 *'])(
    'may not be "%s"',
    (cron) => {
      expect(isAllowedCron(cron, when)).toBe(false);
    },
  );

  it('is returned with six fields', () => {
    expect(sixFields('0 */6 * * *')).toBe('0 0 */6 * * *');
    expect(sixFields('0 0 */6 * * *')).toBe('0 0 */6 * * *');
  });

  it('has its next run in its time zone', () => {
    expect(nextRun('0 17 * * *', { ...when, timezone: 'Europe/Berlin' })).toBe('2026-11-23T16:00:00.000Z');
  });
});

describe('a time zone', () => {
  it('must be a known name', () => {
    expect(isTimezone('Europe/Berlin')).toBe(true);
    expect(isTimezone('Mars/Olympus')).toBe(false);
  });
});
