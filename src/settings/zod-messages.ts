import type { z } from 'zod';
import { DURATION, EMAIL, type Parsed, readChoice, readDuration, readEmail, readShare, SHARE } from './values.ts';

/** A problem that the schema found in the configuration. */
export type ZodIssue = z.core.$ZodIssue;

type RawIssue = z.core.$ZodRawIssue;

/** A wrong value, and what is expected instead. */
interface Words {
  readonly message: string;
  readonly remedy: string;
}

/** The message of an issue without a message of its own. */
export const issueMessage = (issue: RawIssue): string => wordsFor(issue as ZodIssue).message;

/** The expected value. */
export function remedyOf(issue: ZodIssue): string {
  if (issue.code === 'custom' && typeof issue.params?.remedy === 'string') return issue.params.remedy;
  return wordsFor(issue).remedy;
}

function wordsFor(issue: ZodIssue): Words {
  const { input } = issue;
  if (issue.code === 'invalid_value') return choice(input, issue.values.map(String));
  if (issue.code === 'invalid_type') return belongs(input, [KINDS[issue.expected] ?? issue.expected]);
  if (issue.code === 'invalid_format') return format(issue.pattern ?? '', String(input));
  if (issue.code === 'invalid_union') return union(input, issue.errors.flat());
  if (issue.code === 'too_small' && issue.origin === 'string')
    return { message: 'the text is empty', remedy: 'Write one, or remove the key.' };
  if (issue.code === 'too_small')
    return { message: `must be at least ${issue.minimum} (got ${input})`, remedy: `Write ${issue.minimum} at least.` };
  if (issue.code === 'too_big')
    return { message: `must be at most ${issue.maximum} (got ${input})`, remedy: `Write ${issue.maximum} at most.` };
  return { message: 'this does not fit', remedy: SEE_SCHEMA };
}

const SEE_SCHEMA = 'docs/configuration.md lists what is accepted here.';

const KINDS: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'names with values',
};

function kindOf(input: unknown): string {
  if (input === null) return 'nothing';
  if (typeof input === 'number' && !Number.isInteger(input)) return 'a fraction';
  return KINDS[Array.isArray(input) ? 'array' : typeof input] ?? typeof input;
}

/** The type of the value; the value itself may be confidential. */
function belongs(input: unknown, wanted: readonly string[]): Words {
  const place = [...new Set(wanted)].join(', or ');
  const isPlain = typeof input === 'number' && place === KINDS.string;
  const remedy = isPlain ? 'Write a string here: with its unit, or in quotes.' : `Write ${place} here.`;
  if (input === undefined) return { message: 'this is missing', remedy };
  return { message: `expected ${place}, got ${kindOf(input)}`, remedy };
}

function choice(input: unknown, values: readonly string[]): Words {
  if (input === undefined || (typeof input === 'object' && input !== null)) {
    return belongs(input, [`one of ${values.join(', ')}`]);
  }
  return complaintOf(readChoice(String(input), values));
}

/** The words of a choice, `true` and `false` included, or the types of a union. */
function union(input: unknown, issues: readonly ZodIssue[]): Words {
  const own = issues.filter(({ path }) => path.length === 0);
  const kinds = own.flatMap((issue) => (issue.code === 'invalid_type' ? [issue.expected] : []));
  const words = own.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values.map(String) : []));
  if (words.length > 0) return choice(input, [...(kinds.includes('boolean') ? ['true', 'false'] : []), ...words]);
  return belongs(
    input,
    kinds.map((kind) => KINDS[kind] ?? kind),
  );
}

const READERS: ReadonlyMap<string, (text: string) => Parsed<unknown>> = new Map<
  string,
  (text: string) => Parsed<unknown>
>([
  [String(DURATION), readDuration],
  [String(SHARE), readShare],
  [String(EMAIL), readEmail],
]);

function format(pattern: string, text: string): Words {
  const read = READERS.get(pattern);
  return read ? complaintOf(read(text)) : { message: 'this does not fit', remedy: SEE_SCHEMA };
}

const complaintOf = (read: Parsed<unknown>): Words =>
  read.ok ? { message: 'this does not fit', remedy: SEE_SCHEMA } : read;
