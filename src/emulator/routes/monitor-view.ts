import type { EmulatorContext } from '../context.ts';
import { isArray, type JsonObject, objectAt } from '../json.ts';
import { nextRun } from '../monitors/schedule.ts';
import type { StoredMonitor, StoredRun } from '../store.ts';

const lastRun = ({ status, startedAt, finishedAt, jobId, stats }: StoredRun): JsonObject => ({
  status,
  startedAt,
  finishedAt,
  jobId,
  stats,
});

const defaultOptions = { strictSSL: false, followRedirects: true };
const defaultNotifications = { onError: [], onFailure: [] };

/** A monitor as `GET /monitors/{id}` shows it, with the cron pattern in its six-field form. */
export const describeMonitor = (emulator: EmulatorContext, record: StoredMonitor): JsonObject => {
  const { runs, settings, schedule } = record;
  const next = record.active ? nextRun(schedule.cron, { timezone: schedule.timezone, now: emulator.now() }) : undefined;
  const [latest] = runs;
  return {
    id: record.id,
    name: record.name,
    uid: record.uid,
    owner: record.owner,
    active: record.active,
    ...settings,
    collectionUid: record.collectionUid,
    ...(record.environmentUid === undefined ? {} : { environmentUid: record.environmentUid }),
    ...(latest ? { jobId: latest.jobId } : {}),
    options: { ...defaultOptions, ...objectAt(settings, 'options') },
    notifications: { ...defaultNotifications, ...objectAt(settings, 'notifications') },
    distribution: isArray(settings.distribution) ? settings.distribution : [],
    schedule: { ...schedule, ...(next === undefined ? {} : { nextRun: next }) },
    ...(latest ? { lastRun: lastRun(latest) } : {}),
  };
};
