import type { InvalidReason } from './cron.ts';

/** Why the name of a time zone is wrong: it is not in the IANA database, or its letter case differs. */
export function timezoneProblem(name: string): InvalidReason | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  const listed = zones.find((zone) => zone.toLowerCase() === name.toLowerCase());
  const isValid = listed === undefined ? isAlias(name) : listed === name;
  if (isValid) return undefined;
  const city = `/${name.toLowerCase().replace(/ /g, '_')}`;
  const close = listed ?? zones.find((zone) => zone.toLowerCase().endsWith(city));
  return {
    message: `"${name}" is not a time zone of the IANA database`,
    remedy: close ? `Did you mean ${close}?` : 'Write a name such as UTC, Europe/Berlin or America/Chicago.',
  };
}

/**
 * Whether Intl knows an older name (Asia/Calcutta, US/Pacific), which it does not list. Offsets such as +01:00 are
 * refused.
 */
function isAlias(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
