import type { z } from 'zod';
import type { JsonPath } from '../../core/lib/json.ts';
import type { Notice } from '../../core/model/notice.ts';
import type { Problem } from '../../core/model/problem.ts';
import { SCHEMAS, SETTINGS } from './schemas.ts';
import { QUOTE_IT, type YamlFile } from './yaml-file.ts';

type Schemas = typeof SCHEMAS;

/** Kinds of files that have a schema. */
export type FileKind = keyof Schemas;

/** A file's value in the type of its schema, or its problems. The notices warn of unknown keys. */
export interface Decoded<K extends FileKind> {
  readonly value?: z.infer<Schemas[K]>;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/** Checks a file against the schema of its kind. Unknown keys at the top level are ignored with a warning. */
export function decode<K extends FileKind>(kind: K, file: YamlFile): Decoded<K> {
  const result = SCHEMAS[kind].safeParse(file.value, { reportInput: true });
  const notices = unknownKeyNotices(file, result.success ? [] : result.error.issues);
  if (result.success) return { value: result.data as z.infer<Schemas[K]>, problems: [], notices };
  const placed = result.error.issues.filter((issue) => !isUnknownTopKey(issue)).flatMap((issue) => flatten(issue, []));
  if (placed.length > 0) return { problems: placed.map((issue) => problemOf(issue, file)), notices };
  const value = SCHEMAS[kind].safeParse(withoutUnknown(file.value, result.error.issues));
  return { ...(value.success && { value: value.data as z.infer<Schemas[K]> }), problems: [], notices };
}

type Issue = z.core.$ZodIssue;

/** An issue with its path from the root of the file. */
interface PlacedIssue {
  readonly issue: Issue;
  readonly at: JsonPath;
}

const isUnknownTopKey = (issue: Issue): issue is Extract<Issue, { code: 'unrecognized_keys' }> =>
  issue.code === 'unrecognized_keys' && issue.path.length === 0;

const unknownTopKeys = (issues: readonly Issue[]): readonly string[] =>
  issues.filter(isUnknownTopKey).flatMap(({ keys }) => keys);

function withoutUnknown(value: unknown, issues: readonly Issue[]): unknown {
  const unknown = new Set(unknownTopKeys(issues));
  return Object.fromEntries(Object.entries(Object(value)).filter(([key]) => !unknown.has(key)));
}

/** Keys that Postman's `workspace pull` writes into environments. */
const SERVER_FIELDS: ReadonlySet<string> = new Set([
  'owner',
  'team',
  'lastUpdatedBy',
  'lastRevision',
  'createdAt',
  'updatedAt',
  'isPublic',
]);

function unknownKeyNotices(file: YamlFile, issues: readonly Issue[]): readonly Notice[] {
  const top = unknownTopKeys(issues).filter((key) => !SERVER_FIELDS.has(key));
  const { settings } = Object(file.value);
  const inSettings = Object.keys(Object(settings)).filter((key) => !SETTINGS.includes(key));
  const paths: JsonPath[] = [...top.map((key) => [key]), ...inSettings.map((key) => ['settings', key])];
  return paths.map((at) => ({
    level: 'warning',
    path: file.path,
    position: file.locate(at, 'key'),
    message: `"${at.join('.')}" is not a key of this format, and is ignored.`,
  }));
}

/** The issues in an issue. For a union, those of the branch whose type (map or list) fits the value. */
function flatten(issue: Issue, base: JsonPath): readonly PlacedIssue[] {
  const at = [...base, ...(issue.path as JsonPath)];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, at }];
  const fitting = issue.errors.find((branch) => !branch.some((inner) => inner.path.length === 0 && isTypeIssue(inner)));
  return fitting ? fitting.flatMap((inner) => flatten(inner, at)) : [{ issue, at }];
}

const isTypeIssue = ({ code }: Issue): boolean => code === 'invalid_type';

function problemOf({ issue, at }: PlacedIssue, file: YamlFile): Problem {
  const { path } = file;
  const name = at.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const message = `${name.slice(1)}: the key "${key}" is not allowed here`;
    return { path, position: file.locate([...at, key], 'key'), code: 'yaml-format', message, remedy: 'Remove it.' };
  }
  const place = { path, position: file.locate(at) };
  if (isObjectValue(issue.input) && file.isUnquotedVariable(at)) return { ...place, ...QUOTE_IT };
  const { reason, remedy } = explanationOf(issue);
  return { ...place, code: 'yaml-format', message: `${name.replace(/^\./, '') || 'The file'}: ${reason}`, remedy };
}

const isObjectValue = (value: unknown): boolean => typeof value === 'object' && value !== null;

interface Explanation {
  readonly reason: string;
  readonly remedy: string;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
  null: 'null',
};

function explanationOf(issue: Issue): Explanation {
  if (issue.code === 'invalid_union' && issue.errors.length === 0) return wrongType(issue);
  const { input } = issue;
  if (input === undefined) return { reason: 'it is missing', remedy: `Add it: ${expectedOf(issue)}.` };
  if (issue.code === 'invalid_value' && typeof input === 'string') return choice(input, issue.values.map(String));
  const expected = expectedOf(issue);
  return { reason: `expected ${expected}, got ${kindOf(input)}`, remedy: remedyFor(expected, input) };
}

function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  if (issue.code !== 'invalid_union') return 'a value that the format allows';
  return [...new Set(issue.errors.flat().map(expectedOf))].join(' or ');
}

function remedyFor(expected: string, input: unknown): string {
  if (input === null) return 'Write a value, or remove the key.';
  const isPlain = typeof input === 'number' || typeof input === 'boolean';
  if (expected === KINDS.string && isPlain) return 'Put the value in quotes.';
  const isQuoted = typeof input === 'string' && (expected === KINDS.number || expected === KINDS.boolean);
  return isQuoted ? 'Write it without quotes.' : `Write ${expected}.`;
}

const choice = (text: string, values: readonly string[]): Explanation => ({
  reason: `"${text.slice(0, 40)}" is not one of ${values.join(', ')}`,
  remedy: 'Write one of them.',
});

/** Explains a map whose `type` is missing or unknown. */
function wrongType({ input, ...issue }: Extract<Issue, { code: 'invalid_union' }>): Explanation {
  const { type } = Object(input);
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  if (type === undefined) return { reason: 'it is missing', remedy: `Add it: one of ${options.join(', ')}.` };
  return choice(String(type), options);
}

function kindOf(input: unknown): string {
  if (input === null) return 'nothing';
  return KINDS[Array.isArray(input) ? 'array' : typeof input] ?? typeof input;
}
