/** How a value looks: made by a machine, a UUID, or a text that a person may have chosen. */
export type Strength = 'random' | 'uuid' | 'plain';

const UUID = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;

/** Looks at how often letters, digits and case alternate: words do so rarely. */
export function strengthOf(value: string): Strength {
  if (UUID.test(value)) return 'uuid';
  if (value.length < 12 || /\s/.test(value) || new Set(value).size < 8) return 'plain';
  const changes = changesIn(value, (sign) => CLASSES.findIndex((signs) => signs.test(sign)));
  const mixed = changesIn(value, (sign) => (/[a-z]/i.test(sign) ? 0 : /\d/.test(sign) ? 1 : undefined));
  const long = value.length >= 16;
  return (long && mixed >= Math.max(3, value.length / 12)) || changes / value.length >= 0.45 ? 'random' : 'plain';
}

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/];

function changesIn(value: string, classOf: (sign: string) => number | undefined): number {
  const classes = Array.from(value.slice(0, 400), classOf).filter((charClass) => charClass !== undefined);
  return classes.filter((charClass, index) => index > 0 && charClass !== classes[index - 1]).length;
}
