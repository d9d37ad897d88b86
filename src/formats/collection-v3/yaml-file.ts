import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { JsonPath } from '../../core/lib/json.ts';
import { offsetIn, type Position, plainValue, positionFrom, TOO_MANY_ALIASES } from '../../core/lib/positions.ts';
import type { Problem } from '../../core/model/problem.ts';
import { lineStarts } from './line-starts.ts';

/** A text file of a tree. The path is relative to the working directory, with forward slashes. */
export interface TreeFile {
  readonly path: string;
  readonly text: string;
}

/** A YAML file whose values can be found by their path. */
export interface YamlFile {
  readonly path: string;
  readonly value: unknown;
  /** The position of a value, or of its key if `key` is given; of the nearest parent if it does not exist. */
  locate(at: JsonPath, key?: 'key'): Position;
  /** The position of a line in a string; lines count from 0. */
  locateLine(at: JsonPath, line: number): Position;
  /** Whether a value is written as `{{name}}` without quotes. */
  isUnquotedVariable(at: JsonPath): boolean;
}

/** Parses a file as YAML 1.2 core: a single document, unique keys, no custom tags, few aliases. */
export function parseYamlFile({ path, text }: TreeFile): YamlFile | readonly Problem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    strict: true,
    uniqueKeys: true,
    lineCounter: lines,
    prettyErrors: false,
  });
  const position = positionFrom(lines);
  const problems = syntaxProblems({ path, text }, { document, position });
  if (problems.length > 0) return problems;
  const value = plainValue(document);
  if (value === TOO_MANY_ALIASES) return [{ path, position: position(0), code: 'file-syntax', ...ALIASES }];
  return {
    path,
    value,
    locate: (at, key) => position(offsetIn(document, at, key)),
    locateLine: (at, line) => position(lineOffset(text, { document, at, line })),
    isUnquotedVariable: (at) => text.startsWith('{{', offsetIn(document, at, undefined)),
  };
}

const ALIASES = { message: 'The file has too many YAML aliases', remedy: 'Write the values out.' };

function lineOffset(
  text: string,
  { document, at, line }: { readonly document: Document; readonly at: JsonPath; readonly line: number },
): number {
  const node = document.getIn(at, true);
  const start = offsetIn(document, at, undefined);
  const starts = isNode(node) ? lineStarts(text, node) : [];
  return starts[line] ?? starts.at(-1) ?? start;
}

interface Parsed {
  readonly document: Document;
  position(offset: number): Position;
}

/** `url: {{baseUrl}}/orders`: YAML reads `{` as the beginning of a map. */
const UNQUOTED = /^[ \t]*(?:- +)?["']?[\w$][\w$ .-]*["']?:[ \t]+(\{\{[^\n]*)$/gm;

function syntaxProblems({ path, text }: TreeFile, { document, position }: Parsed): readonly Problem[] {
  const errors = [...document.errors, ...document.warnings];
  const [first] = errors;
  if (!first) return [];
  const lines = new Set(document.errors.map(({ pos }) => position(pos[0]).line));
  const unquoted = [...text.matchAll(UNQUOTED)]
    .map(({ 0: line, 1: value = '', index }) => position(index + line.length - value.length))
    .filter(({ line }) => lines.has(line));
  if (unquoted.some(({ line }) => line === position(first.pos[0]).line))
    return unquoted.map((place) => ({ path, position: place, ...QUOTE_IT }));
  const areRepeatedKeys = errors.every(({ code }) => code === 'DUPLICATE_KEY');
  // After a syntax error the parser guesses: later errors may only be consequences.
  const reported = areRepeatedKeys ? errors : [first];
  return reported.map(({ message, pos }) => ({
    path,
    position: position(pos[0]),
    code: 'file-syntax',
    ...reasonFor(message),
  }));
}

/** The problem of `{{name}}` at the beginning of a value. */
export const QUOTE_IT = {
  code: 'file-syntax',
  message: 'Not valid YAML: a value that begins with "{{" is not quoted',
  remedy: 'Put the whole value in quotes, such as "{{baseUrl}}/orders".',
} as const;

/** Message and remedy for an error of the YAML library. */
function reasonFor(message: string): Pick<Problem, 'message' | 'remedy'> {
  if (/multiple documents/.test(message))
    return { message: 'The file holds several YAML documents', remedy: 'Keep one document in a file: remove "---".' };
  if (/Map keys must be unique/.test(message))
    return { message: 'Not valid YAML: this key is in its map already', remedy: 'Keep one of the two.' };
  if (/Unresolved tag/.test(message))
    return { message: `Not valid YAML here: ${firstLine(message)}`, remedy: 'Remove the tag.' };
  if (/Missing closing ["']quote/.test(message)) return UNCLOSED;
  return { message: `Not valid YAML: ${firstLine(message)}`, remedy: 'Correct the file at this place.' };
}

const UNCLOSED = {
  message:
    'Not valid YAML: a quote is not closed, or the lines of the quoted text are not indented deeper than its key',
  remedy: 'Close the quote; write text of several lines as a block, after "|-".',
};

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text;
