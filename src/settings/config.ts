import type { z } from 'zod';
import type { JsonPath } from '../core/lib/json.ts';
import { type Position, type PositionedDocument, parseWithPositions } from '../core/lib/positions.ts';
import type { Checked, Problem } from '../core/model/problem.ts';
import { INPUTS } from './inputs/index.ts';
import { type Config, configSchema } from './schema.ts';
import { suggestion } from './values.ts';
import { issueMessage, remedyOf, type ZodIssue } from './zod-messages.ts';

/** The path of the configuration file where the input `config` names none. */
export const DEFAULT_CONFIG = 'postman-sync.yaml';

/** A configuration file's text and where it came from. */
export interface ConfigSource {
  readonly path: string;
  readonly text: string;
  /** Number of levels that the working directory is below the checkout; absent for a file outside the checkout. */
  readonly depth?: number;
}

/** A valid configuration, with the positions of its values. */
export interface ParsedConfig {
  readonly path: string;
  readonly config: Config;
  /** The folder of the file; paths in the file are relative to it. '' is the working directory. */
  readonly base: string;
  /** See {@link ConfigSource}: paths in the file may lead up by this many levels; absent: anywhere. */
  readonly depth?: number;
  locate(at: JsonPath): Position;
}

/** Parses the configuration file. Every syntax error, unknown key and wrong value is a problem with line and column. */
export function parseConfig({ path, text, depth }: ConfigSource): Checked<ParsedConfig> {
  const document = parseWithPositions(text);
  const parsed =
    document.syntaxErrors.length > 0
      ? undefined
      : configSchema.safeParse(document.value() ?? {}, { error: issueMessage, reportInput: true });
  if (!parsed?.success) {
    const problems = parsed ? schemaProblems(parsed.error.issues, document) : syntaxProblems(document);
    return { ok: false, problems: problems.map((problem) => ({ path, ...problem })) };
  }
  return {
    ok: true,
    value: {
      path,
      config: parsed.data,
      base: folderOf(path),
      ...(depth === undefined ? {} : { depth }),
      locate: (at) => document.locate(at),
    },
  };
}

const folderOf = (path: string): string => path.replaceAll('\\', '/').split('/').slice(0, -1).join('/');

type PositionedProblem = Problem & { readonly position: Position };

const syntaxProblems = (document: PositionedDocument): readonly PositionedProblem[] =>
  document.syntaxErrors.map(({ message, position }) => ({
    position,
    code: 'file-syntax',
    message: `The configuration is not valid YAML: ${message}`,
    remedy: 'Correct the syntax at this position.',
  }));

/** The problems that the schema found, in the order of the file. */
const schemaProblems = (issues: readonly ZodIssue[], document: PositionedDocument): readonly PositionedProblem[] =>
  issues
    .flatMap((issue) => explain(issue, document))
    .sort(({ position: a }, { position: b }) => a.line - b.line || a.column - b.column);

function explain(issue: ZodIssue, document: PositionedDocument): readonly PositionedProblem[] {
  const at = issue.path as JsonPath;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...at, key], document));
  const innerIssues = issue.code === 'invalid_union' ? mostSpecific(issue) : undefined;
  if (innerIssues)
    return innerIssues.flatMap((inner) => explain({ ...inner, path: [...at, ...inner.path] } as ZodIssue, document));
  return [
    {
      position: document.locate(at),
      code: 'wrong-value',
      message: `${settingName(at)}: ${lower(issue.message)}`,
      remedy: remedyOf(issue),
    },
  ];
}

function unknownKey(at: JsonPath, document: PositionedDocument): PositionedProblem {
  const key = String(at.at(-1));
  const position = document.locate(at, 'key');
  if (at.length === 1 && HOST_INPUTS.has(key)) {
    const remedy = 'Remove it, and give it as an input of the action or on the command line.';
    return { position, code: 'not-in-file', message: `${key}: not allowed in the configuration file`, remedy };
  }
  return {
    position,
    code: 'unknown-key',
    message: `${settingName(at)}: unknown key`,
    remedy: remedyFor(key, keysAt(at)),
  };
}

/** Inputs that the configuration file must not hold. */
const HOST_INPUTS: ReadonlySet<string> = new Set(
  INPUTS.filter((input) => input.inFile === false).map(({ name }) => name),
);

/** Most known keys that a remedy lists. */
const MAX_LISTED_KEYS = 12;

function remedyFor(key: string, known: readonly string[]): string {
  const meant = suggestion(key, known);
  if (meant !== undefined) return meant;
  return known.length > MAX_LISTED_KEYS
    ? 'Remove it; docs/configuration.md lists every key.'
    : `Remove it, or use one of ${known.join(', ')}.`;
}

/** The branch of a union that the value belongs to: the first whose issues all lie inside the value. */
function mostSpecific(issue: Extract<ZodIssue, { code: 'invalid_union' }>): readonly ZodIssue[] | undefined {
  return issue.errors.find((branch) =>
    branch.every((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
  );
}

/** The keys that the schema knows at the parent of a path. */
function keysAt(at: JsonPath): readonly string[] {
  let schema: z.core.$ZodType = configSchema;
  for (const key of at.slice(0, -1)) schema = step(schema, key);
  return Object.keys(shapeOf(schema) ?? {});
}

function step(schema: z.core.$ZodType, key: string | number): z.core.$ZodType {
  const shape = shapeOf(schema);
  if (shape) return shape[key] ?? schema;
  const { def } = unwrap(schema)._zod as { def: { element?: z.core.$ZodType; valueType?: z.core.$ZodType } };
  return def.element ?? def.valueType ?? schema;
}

function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> | undefined {
  return (unwrap(schema)._zod.def as { shape?: Record<string, z.core.$ZodType> }).shape;
}

/** The schema inside an optional, and the object branch of a union. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const def = schema._zod.def as { innerType?: z.core.$ZodType; options?: readonly z.core.$ZodType[] };
  if (def.innerType) return unwrap(def.innerType);
  return def.options?.find((option) => 'shape' in option._zod.def) ?? schema;
}

/** The path as text: `suites[0].folder`. */
const settingName = (at: JsonPath): string =>
  at
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '') || 'the configuration';

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
