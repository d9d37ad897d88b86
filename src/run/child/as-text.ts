import { inspect } from 'node:util';

/** Longest text for a value that is not a string, in characters. */
const LONGEST = 2000;

/** Converts any value to text. Names, messages and thrown values can have every type. */
export function asText(value: unknown, absent = ''): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return absent;
  if (typeof value !== 'object' && typeof value !== 'function') return String(value);
  try {
    const options = { depth: 3, breakLength: Number.POSITIVE_INFINITY, maxStringLength: LONGEST, customInspect: false };
    return inspect(value, options).slice(0, LONGEST);
  } catch {
    return absent;
  }
}

/** The result of the value's own `toString`, such as that of a URL or a body; empty where that throws. */
export function written(value: unknown): string {
  try {
    return value === undefined || value === null ? '' : String(value);
  } catch {
    return '';
  }
}
