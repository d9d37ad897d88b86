import { distance } from 'fastest-levenshtein';
import type { Problem } from '../core/model/problem.ts';

/** What is wrong with a value, and how to correct it: a problem before its place is known. */
export type Complaint = Pick<Problem, 'message' | 'remedy'>;

/** A value parsed from text, or why it cannot be parsed. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Complaint);

const value = <T>(read: T): Parsed<T> => ({ ok: true, value: read });
const wrong = (message: string, remedy: string): Parsed<never> => ({ ok: false, message, remedy });

/** The entries of a list: one per line, or separated by commas on one line. Commas in a glob's `{a,b}` do not separate. */
export function readList(text: string): readonly string[] {
  const parts = text.includes('\n') ? text.split(/\r?\n/) : text.split(/,(?![^{]*\})/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** `true` or `false` in any case. */
export function readFlag(text: string): Parsed<boolean> {
  if (/^true$/i.test(text)) return value(true);
  if (/^false$/i.test(text)) return value(false);
  return wrong(`"${text}" is neither true nor false`, 'Write true or false.');
}

/** The form of a duration. */
export const DURATION = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)?$/;

/** The form of a share. */
export const SHARE = /^(\d+(?:\.\d+)?)\s*%$/;

/** The form of a mail address: any text with an `@` between other characters. */
export const EMAIL = /^\S+@\S+$/;

const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** Milliseconds from `800ms`, `30s`, `5m`, `1h`; a bare number means milliseconds. */
export function readDuration(text: string): Parsed<number> {
  const [, digits, unit] = DURATION.exec(text) ?? [];
  if (digits === undefined)
    return wrong(`"${text}" is not a duration`, 'Write a number with a unit: 800ms, 30s or 5m.');
  return value(Math.round(Number(digits) * UNITS[(unit ?? 'ms') as keyof typeof UNITS]));
}

/** A share between 0 and 1 from `80%`. */
export function readShare(text: string): Parsed<number> {
  const [, digits] = SHARE.exec(text) ?? [];
  if (digits === undefined || Number(digits) > 100) {
    return wrong(`"${text}" is not a percentage`, 'Write a percentage from 0% to 100%, such as 80%.');
  }
  return value(Number(digits) / 100);
}

/** A mail address. */
export function readEmail(text: string): Parsed<string> {
  return EMAIL.test(text) ? value(text) : wrong(`"${text}" is not a mail address`, 'Write it as oncall@example.com.');
}

/** A whole number within bounds. */
export function readCount(text: string, { min, max }: { readonly min: number; readonly max?: number }): Parsed<number> {
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (count >= min && count <= (max ?? Number.MAX_SAFE_INTEGER)) return value(count);
  const bounds = max === undefined ? `of ${min} or more` : `from ${min} to ${max}`;
  return wrong(`"${text}" is not a whole number ${bounds}`, `Write a whole number ${bounds}.`);
}

/** One of the given words. */
export function readChoice(text: string, values: readonly string[]): Parsed<string> {
  if (values.includes(text)) return value(text);
  return wrong(
    `"${text}" is not one of ${values.join(', ')}`,
    suggestion(text, values) ?? `Write one of ${values.join(', ')}.`,
  );
}

/**
 * `name=value` lines; the value may contain equals signs and may be empty. A wrong line is reported by its number only:
 * it may hold a secret.
 */
export function readPairs(text: string): Parsed<ReadonlyMap<string, string>> {
  const pairs = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const at = line.indexOf('=');
    if (at < 1) return wrong(`line ${index + 1} has no name before an equals sign`, 'Write one name=value per line.');
    pairs.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
  }
  return value(pairs);
}

/** "Did you mean …?" for a word that differs from a known word in two letters, or in a third of its letters. */
export function suggestion(word: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((name) => ({ name, edits: distance(word.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  return best && best.edits <= Math.max(2, Math.floor(word.length / 3)) ? `Did you mean ${best.name}?` : undefined;
}
