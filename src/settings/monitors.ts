import { type JsonObject, omitUndefined } from '../core/lib/json.ts';
import { uid } from '../core/model/ids.ts';
import type { MonitorRequest } from '../core/plan/build-monitors.ts';
import type { ParsedConfig } from './config.ts';
import type { MonitorConfig } from './monitor-schema.ts';

/** The monitors that the configuration declares. */
export function readMonitors(parsed: ParsedConfig | undefined): readonly MonitorRequest[] {
  if (!parsed) return [];
  const declared = parsed.config.monitors ?? [];
  return declared.map((monitor, index) => {
    const at = ['monitors', index];
    return omitUndefined<MonitorRequest>({
      name: monitor.name,
      collection: monitor.collection,
      environment: monitor.environment,
      content: contentOf(monitor),
      pinned: monitor.uid === undefined ? undefined : uid(monitor.uid),
      document: parsed.path,
      base: parsed.base,
      locate: (inner) => parsed.locate([...at, ...inner]),
    });
  });
}

/**
 * The body for the API. `active`, `strictSSL` and `followRedirects` always have a value; other options are left out
 * where the configuration has none.
 */
function contentOf(monitor: MonitorConfig): JsonObject {
  const { schedule, regions, active = true, options = {}, retry, notifications } = monitor;
  const { strictSSL = true, followRedirects = true, requestTimeout, requestDelay } = options;
  return omitUndefined<JsonObject>({
    schedule: { cron: schedule.cron.trim().split(/\s+/).join(' '), timezone: schedule.timezone },
    active,
    options: omitUndefined({
      strictSSL,
      followRedirects,
      requestTimeout: requestTimeout || undefined,
      requestDelay: requestDelay || undefined,
    }),
    distribution: regions?.map((region) => ({ region })),
    retry,
    notifications:
      notifications &&
      omitUndefined({ onError: mails(notifications.onError), onFailure: mails(notifications.onFailure) }),
    notificationLimit: monitor['notification-limit'],
  });
}

const mails = (addresses: readonly string[] | undefined): readonly JsonObject[] | undefined =>
  addresses?.map((email) => ({ email }));
