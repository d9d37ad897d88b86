/** The kind of a value: randomly generated, a UUID, or a text that a person may have chosen. */
export type Strength = 'random' | 'uuid' | 'plain';

const UUID = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;

/** Decides by the number of changes between lower case, upper case and digits: words have few of them. */
export function strengthOf(value: string): Strength {
  if (UUID.test(value)) return 'uuid';
  if (value.length < 12 || /\s/.test(value) || new Set(value).size < 8) return 'plain';
  const changes = changesIn(value, characterClass);
  const letterDigitChanges = changesIn(value, letterOrDigit);
  const isMixed = value.length >= 16 && letterDigitChanges >= Math.max(3, value.length / 12);
  return isMixed || changes / value.length >= 0.45 ? 'random' : 'plain';
}

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/];

const characterClass = (char: string): number => CLASSES.findIndex((members) => members.test(char));

/** Undefined for other characters, which do not count as a change. */
function letterOrDigit(char: string): number | undefined {
  if (/[a-z]/i.test(char)) return 0;
  return /\d/.test(char) ? 1 : undefined;
}

/** The number of neighbouring characters of different classes. */
function changesIn(value: string, classOf: (char: string) => number | undefined): number {
  const classes = Array.from(value.slice(0, 400), classOf).filter((charClass) => charClass !== undefined);
  return classes.filter((charClass, index) => index > 0 && charClass !== classes[index - 1]).length;
}
