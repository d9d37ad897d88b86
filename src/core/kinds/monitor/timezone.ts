import type { InvalidReason } from './cron.ts';

/** What is wrong with the name of a time zone: unknown to the IANA database, or spelled in another case. */
export function timezoneProblem(name: string): InvalidReason | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  const same = zones.find((zone) => zone.toLowerCase() === name.toLowerCase());
  const known = same === undefined ? isKnown(name) : same === name;
  if (known) return undefined;
  const close = same ?? zones.find((zone) => zone.toLowerCase().endsWith(`/${name.toLowerCase().replace(/ /g, '_')}`));
  return {
    message: `"${name}" is not a time zone of the IANA database`,
    remedy: close ? `Did you mean ${close}?` : 'Write a name such as UTC, Europe/Berlin or America/Chicago.',
  };
}

/** Older names (Asia/Calcutta, US/Pacific) are in no list, but Intl knows them; offsets such as +01:00 are no names. */
function isKnown(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
