import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { JsonPath } from '../../core/lib/json.ts';
import { offsetIn, type Position } from '../../core/lib/positions.ts';
import type { Problem } from '../../core/model/problem.ts';
import { lineStarts } from './line-starts.ts';

/** A text file of a tree; the path is relative to the working directory, with forward slashes. */
export interface TreeFile {
  readonly path: string;
  readonly text: string;
}

/** A YAML file whose values can be found by their path. */
export interface YamlFile {
  readonly path: string;
  readonly value: unknown;
  /** The position of a value; of its key when `key` is set; of its nearest parent when it is not there. */
  locate(at: JsonPath, key?: 'key'): Position;
  /** The position of a line, counted from 0, of a string that may go over several lines. */
  locateLine(at: JsonPath, line: number): Position;
  /** Whether a value is written as `{{name}}` without quotes. */
  isUnquotedVariable(at: JsonPath): boolean;
}

/** More aliases than any file needs, and fewer than a bomb. */
const MOST_ALIASES = 100;

/** Parses a file as YAML 1.2 core: a single document, unique keys, no tags of its own, few aliases. */
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
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = syntaxProblems({ path, text }, { document, position });
  if (problems.length > 0) return problems;
  const value = plainValue(document);
  if (value === TOO_MANY) return [{ path, position: position(0), code: 'file-syntax', ...ALIASES }];
  return {
    path,
    value,
    locate: (at, key) => position(offsetIn(document, at, key)),
    locateLine: (at, line) => position(lineOffset(text, { document, at, line })),
    isUnquotedVariable: (at) => text.startsWith('{{', offsetIn(document, at, undefined)),
  };
}

const TOO_MANY = Symbol('too many aliases');

const ALIASES = { message: 'The file has too many YAML aliases', remedy: 'Write the values out.' };

function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    return TOO_MANY;
  }
}

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

/** `url: {{baseUrl}}/orders`: YAML reads a map there, and what follows makes no sense to it. */
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
  const repeated = errors.every(({ code }) => code === 'DUPLICATE_KEY');
  // After the first error the parser guesses: what it says then is a consequence.
  const told = repeated ? errors : [first];
  return told.map(({ message, pos }) => ({
    path,
    position: position(pos[0]),
    code: 'file-syntax',
    ...wordsFor(message),
  }));
}

/** What to do about `{{name}}` at the beginning of a value. */
export const QUOTE_IT = {
  code: 'file-syntax',
  message: 'Not valid YAML: a value that begins with "{{" is not quoted',
  remedy: 'Put the whole value in quotes, such as "{{baseUrl}}/orders".',
} as const;

function wordsFor(message: string): Pick<Problem, 'message' | 'remedy'> {
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
