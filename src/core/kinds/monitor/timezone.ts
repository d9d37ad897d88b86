import type { InvalidReason } from './cron.ts';

/** Why the name of a time zone is wrong: it is not in the IANA database, or is written in another case. */
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

/** Accepts older names (Asia/Calcutta, US/Pacific), which Intl knows and does not list. Offsets such as +01:00 are refused. */
function isKnown(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
