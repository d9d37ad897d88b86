import { describe, expect, it } from '@jest/globals';
import { canonicalCron, cronProblem } from '../../../../../src/core/kinds/monitor/cron.ts';
import { timezoneProblem } from '../../../../../src/core/kinds/monitor/timezone.ts';

describe('a cron pattern', () => {
  it.each([
    '*/5 * * * *',
    '*/30 * * * *',
    '0 */1 * * *',
    '0 */6 * * *',
    '0 17 * * *',
    '0 12 * * MON',
    '0 6 * * MON-FRI',
    '0,30 8-18/2 1,15 jan-jun 1-5',
    '0 0 29 2 *',
    '0 0 * * FRI-SUN',
    '0 0 31 2 MON',
    '59 23 * * 7',
  ])('%s is taken', (pattern) => {
    expect(cronProblem(pattern)).toBeUndefined();
  });

  it.each([
    ['* * * * *', 'runs every minute at times'],
    ['*/4 * * * *', 'runs 4 minutes apart at times'],
    ['0,3 * * * *', 'runs 3 minutes apart at times'],
    ['2,58 0,23 * * *', 'runs 4 minutes apart at times'],
    ['0 0 */6 * * *', 'has 6 fields instead of five'],
    ['@daily', 'has 1 field instead of five'],
    ['60 * * * *', '"60" is no minute'],
    ['0 24 * * *', '"24" is no hour'],
    ['0 0 0 * *', '"0" is no day of month'],
    ['0 0 * 13 *', '"13" is no month'],
    ['0 0 * * 8', '"8" is no day of week'],
    ['0 0 * * FRI-MON', '"FRI-MON" is no day of week'],
    ['5/10 * * * *', '"5/10" is no minute'],
    ['*/0 * * * *', '"*/0" is no minute'],
    ['0 0 L * *', '"L" is no day of month'],
    ['0 0 31 2,4 *', 'is never due'],
    ['', 'has 1 field'],
  ])('%s is refused, with what Postman allows', (pattern, reason) => {
    const trouble = cronProblem(pattern);
    expect(trouble?.message).toContain(reason);
    expect(trouble?.remedy).not.toBe('');
  });

  const lastDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

  it.each(lastDays.map((last, at) => [at + 1, last] as const))('is due in month %d until day %d', (month, last) => {
    expect(cronProblem(`0 0 ${last} ${month} *`)).toBeUndefined();
    if (last < 31) expect(cronProblem(`0 0 ${last + 1} ${month} *`)?.message).toContain('is never due');
  });

  it('names the forms that Postman accepts', () => {
    expect(cronProblem('* * * * *')?.remedy).toContain('five fields');
    expect(cronProblem('* * * * *')?.remedy).toContain('*/5 * * * *');
  });

  it.each([
    ['0 */6 * * *', '0 0 */6 * * *'],
    ['0 */1 * * *', '0 0 * * * *'],
    ['*/30 * * * *', '0 0,30 * * * *'],
    ['0 6 * * MON-FRI', '0 0 6 ? * 1-5'],
    ['0 12 * * sun', '0 0 12 * * 7'],
    ['0  6  *  *  *', '0 6 * * *'],
    ['0 0 * JAN *', '0 0 0 * 1 *'],
  ])('%s means the same as what Postman answers: %s', (ours, theirs) => {
    expect(canonicalCron(ours)).toBe(canonicalCron(theirs));
  });

  it.each([
    ['0-59 0-23 1-31 1-12 0-6', '* * * * *'],
    ['0 0 * * 0-7', '0 0 * * *'],
    ['0 0 * * 1-7', '0 0 * * *'],
    ['0-58 0-22 1-30 1-11 1-6', null],
    ['1-59 1-23 2-31 2-12 0-5', null],
    ['0 0 0 ? * MON', '0 0 * * 1'],
    ['10,5,5 0 * * 7,0', '5,10 0 * * 0'],
    ['3-9/3 1-4/2 * JAN-MAR Sat-SUN', '3,6,9 1,3 * 1,2,3 0,6'],
    ['1 0 6 * * *', '1 0 6 * * *'],
    ['0 0 ? * *', '0 0 * * *'],
    ['never', 'never'],
  ])('%s has the canonical form %s', (pattern, canonical) => {
    const listed = (range: string) => {
      const [from = 0, to = 0] = range.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, at) => from + at).join();
    };
    expect(canonicalCron(pattern)).toBe(canonical ?? pattern.split(' ').map(listed).join(' '));
  });

  it('differs for any other pattern', () => {
    const patterns = [
      '0 */6 * * *',
      '0 */5 * * *',
      '0 6 * * *',
      '30 0 */6 * * *',
      '0 0 1 * *',
      '0 0 * 1 *',
      '0 0 * * 1',
    ];
    expect(new Set(patterns.map(canonicalCron)).size).toBe(patterns.length);
  });
});

describe('a time zone', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/Chicago', 'Asia/Calcutta', 'Asia/Kolkata', 'US/Pacific'])(
    '%s is taken',
    (zone) => {
      expect(timezoneProblem(zone)).toBeUndefined();
    },
  );

  it.each([
    ['Mars', 'Write a name such as'],
    ['europe/berlin', 'Did you mean Europe/Berlin?'],
    ['Berlin', 'Did you mean Europe/Berlin?'],
    ['new york', 'Did you mean America/New_York?'],
    ['+01:00', 'Write a name such as'],
    ['', 'Write a name such as'],
  ])('"%s" is refused', (zone, remedy) => {
    const trouble = timezoneProblem(zone);
    expect(trouble?.message).toContain('is not a time zone');
    expect(trouble?.remedy).toContain(remedy);
  });
});
