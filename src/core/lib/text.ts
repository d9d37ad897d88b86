/** A text as the source of a regular expression that matches it and nothing else. */
export const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A number with thousands separators and at most two decimals; a number below 0.01 has one significant digit: `12,345`,
 * `1.25`, `0.001`. `Intl` takes 20 ms to load: it formats only huge numbers and those below 0.01.
 */
export function count(value: number): string {
  if (!(Math.abs(value) < 1e15)) return value.toLocaleString('en-US');
  if (value > 0 && value < 0.01) return value.toLocaleString('en-US', { maximumSignificantDigits: 1 });
  const [whole = '', decimals = ''] = value.toFixed(2).split('.');
  const shown = decimals.replace(/0+$/, '');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${shown === '' ? '' : `.${shown}`}`;
}

/** The form of a noun for a count: `noun(1, 'suite')` is `suite`, `noun(2, 'suite')` is `suites`. */
export const noun = (value: number, singular: string, many = `${singular}s`): string => (value === 1 ? singular : many);

/** A count with its noun: `1 suite`, `2,000 suites`; `many` is the plural where an `s` is not enough. */
export const plural = (value: number, singular: string, many?: string): string =>
  `${count(value)} ${noun(value, singular, many)}`;

/** Milliseconds for people: `85 ms`, `1.2 s`, `3 min 5 s`, `1 h 4 min`, `7 days`. */
export function duration(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return `${Math.round(minutes / 1440)} days`;
}

/** The words of a name or a value in lower case: `client` and `secret` for `clientSecret` and for `CLIENT-SECRET`. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/([A-Za-z])(\d)/g, '$1 $2')
    .replace(/(\d)([A-Za-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
