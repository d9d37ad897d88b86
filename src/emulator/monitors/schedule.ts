import { Cron } from 'croner';

const shortestGapMs = 5 * 60_000;
const checkedRuns = 60;

/** Whether the name is an IANA time zone. */
export const isTimezone = (timezone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
    return true;
  } catch {
    return false;
  }
};

const parse = (cron: string, timezone: string): Cron | undefined => {
  if (![5, 6].includes(cron.trim().split(/\s+/).length)) return undefined;
  try {
    return new Cron(cron, { timezone, paused: true });
  } catch {
    return undefined;
  }
};

/** Whether Postman accepts the pattern: valid, with due times, at most every five minutes. */
export const isAllowedCron = (
  cron: string,
  { timezone, now }: { readonly timezone: string; readonly now: number },
): boolean => {
  const runs = parse(cron, timezone)?.nextRuns(checkedRuns, new Date(now)) ?? [];
  return (
    runs.length > 0 && runs.every((run, index) => run.getTime() - (runs[index - 1]?.getTime() ?? 0) >= shortestGapMs)
  );
};

/** The pattern as Postman returns it, with a leading field for seconds. */
export const sixFields = (cron: string): string => {
  const fields = cron.trim().split(/\s+/);
  return fields.length === 5 ? ['0', ...fields].join(' ') : fields.join(' ');
};

/** ISO time of the next run; undefined when there is none. */
export const nextRun = (
  cron: string,
  { timezone, now }: { readonly timezone: string; readonly now: number },
): string | undefined => parse(cron, timezone)?.nextRun(new Date(now))?.toISOString();
