import type { z } from 'zod';
import {
  type Complaint,
  DURATION,
  EMAIL,
  type Parsed,
  readChoice,
  readDuration,
  readEmail,
  readShare,
  SHARE,
} from './values.ts';

/** A problem that the schema found in the configuration. */
export type ZodIssue = z.core.$ZodIssue;

type RawIssue = z.core.$ZodRawIssue;

/** The message for an issue that the schema has no message of its own for. */
export const issueMessage = (issue: RawIssue): string => complaintOf(issue as ZodIssue).message;

/** The remedy for an issue: the schema's own, else the values that are accepted. */
export function remedyOf(issue: ZodIssue): string {
  if (issue.code === 'custom' && typeof issue.params?.remedy === 'string') return issue.params.remedy;
  return complaintOf(issue).remedy;
}

function complaintOf(issue: ZodIssue): Complaint {
  const { input } = issue;
  if (issue.code === 'invalid_value') return wrongWord(input, issue.values.map(String));
  if (issue.code === 'invalid_type') return wrongType(input, [KINDS[issue.expected] ?? issue.expected]);
  if (issue.code === 'invalid_format') return wrongFormat(issue.pattern ?? '', String(input));
  if (issue.code === 'invalid_union') return wrongUnion(input, issue.errors.flat());
  if (issue.code === 'too_small' && issue.origin === 'string')
    return { message: 'the text is empty', remedy: 'Write a text, or remove the key.' };
  if (issue.code === 'too_small')
    return { message: `must be at least ${issue.minimum} (got ${input})`, remedy: `Write ${issue.minimum} or more.` };
  if (issue.code === 'too_big')
    return { message: `must be at most ${issue.maximum} (got ${input})`, remedy: `Write ${issue.maximum} or less.` };
  return NOT_ACCEPTED;
}

/** For issues that no other message fits. */
const NOT_ACCEPTED: Complaint = {
  message: 'this value is not accepted',
  remedy: 'docs/configuration.md lists the accepted values.',
};

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

/** Names the type of the value, never the value: it may be a secret. */
function wrongType(input: unknown, wanted: readonly string[]): Complaint {
  const expected = [...new Set(wanted)].join(', or ');
  const isBareNumber = typeof input === 'number' && expected === KINDS.string;
  const remedy = isBareNumber ? 'Write a string here: with its unit, or in quotes.' : `Write ${expected} here.`;
  if (input === undefined) return { message: 'this is missing', remedy };
  return { message: `expected ${expected}, got ${kindOf(input)}`, remedy };
}

function wrongWord(input: unknown, values: readonly string[]): Complaint {
  if (input === undefined || (typeof input === 'object' && input !== null)) {
    return wrongType(input, [`one of ${values.join(', ')}`]);
  }
  return complaintOrDefault(readChoice(String(input), values));
}

/** Lists the words of a choice, `true` and `false` included, or the types of a union. */
function wrongUnion(input: unknown, issues: readonly ZodIssue[]): Complaint {
  const own = issues.filter(({ path }) => path.length === 0);
  const kinds = own.flatMap((issue) => (issue.code === 'invalid_type' ? [issue.expected] : []));
  const words = own.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values.map(String) : []));
  if (words.length > 0) return wrongWord(input, [...(kinds.includes('boolean') ? ['true', 'false'] : []), ...words]);
  return wrongType(
    input,
    kinds.map((kind) => KINDS[kind] ?? kind),
  );
}

type ValueReader = (text: string) => Parsed<unknown>;

/** The reader that explains why a text does not match a pattern of the schema. */
const READERS: ReadonlyMap<string, ValueReader> = new Map<string, ValueReader>([
  [String(DURATION), readDuration],
  [String(SHARE), readShare],
  [String(EMAIL), readEmail],
]);

function wrongFormat(pattern: string, text: string): Complaint {
  const read = READERS.get(pattern);
  return read ? complaintOrDefault(read(text)) : NOT_ACCEPTED;
}

const complaintOrDefault = (read: Parsed<unknown>): Complaint => (read.ok ? NOT_ACCEPTED : read);
