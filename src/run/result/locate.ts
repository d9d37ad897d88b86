import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../../core/lib/json.ts';
import type { Position } from '../../core/lib/positions.ts';
import { escapeRegExp } from '../../core/lib/text.ts';
import { placeIn, type SourceFile } from '../../core/model/resource.ts';
import type { ItemFailure } from '../protocol.ts';

/** The item of a failure, and what is known about its script. */
export type FailureSearch = Pick<ItemFailure, 'assertion' | 'script' | 'scriptLine' | 'occurrence'> & {
  readonly at: JsonPath;
};

/**
 * File, line and column of a failure: of the failed `pm.test`, of the failing line of a script, or else of the
 * request.
 */
export function locate(
  file: SourceFile,
  search: FailureSearch,
): { readonly file: string; readonly position: Position; readonly source?: string } {
  const { path, position } = placeIn(file, pathOf(file.content, search));
  const source = sourceOf(file.content, search);
  return { file: path, position, ...(source === undefined ? {} : { source }) };
}

/** The place of a failure as a path into the file's JSON. */
export function pathOf(content: JsonObject, search: FailureSearch): JsonPath {
  const found = findLine(content, search);
  if (found) return linePath(content, found.script, found.line);
  return search.script ?? requestPath(content, search.at);
}

/** Longest source line that a failure shows, in characters; longer ones are minified code. */
const LONGEST_LINE = 300;

/** The source line at a place; undefined where the place is not in a script. */
export function sourceOf(content: JsonObject, search: FailureSearch): string | undefined {
  const found = findLine(content, search);
  const line = found && linesOf(valueAt(content, [...found.script, 'exec']))[found.line]?.trim();
  return line === '' || (line && line.length > LONGEST_LINE) ? undefined : line;
}

/** A line of a script, counted from 0. */
interface ScriptLine {
  readonly script: JsonPath;
  readonly line: number;
}

function findLine(content: JsonObject, search: FailureSearch): ScriptLine | undefined {
  const { at, assertion, script, scriptLine, occurrence = 0 } = search;
  if (script && scriptLine !== undefined) return { script, line: scriptLine };
  if (assertion === undefined) return undefined;
  for (const candidate of [...(script ? [script] : []), ...scriptsAround(content, at)]) {
    const line = testLine(linesOf(valueAt(content, [...candidate, 'exec'])), assertion, occurrence);
    if (line !== undefined) return { script: candidate, line };
  }
  return undefined;
}

/** The request's name is where a reader of the file looks for the request. */
const requestPath = (content: JsonObject, at: JsonPath): JsonPath =>
  valueAt(content, [...at, 'name']) === undefined ? at : [...at, 'name'];

/** A script is a string or an array of lines. A string has only one position. */
function linePath(content: JsonObject, script: JsonPath, line: number): JsonPath {
  const exec = valueAt(content, [...script, 'exec']);
  if (!Array.isArray(exec)) return [...script, 'exec'];
  // A line of the array may itself hold several lines.
  let seen = 0;
  const index = exec.findIndex((entry) => {
    seen += String(entry).split('\n').length;
    return line < seen;
  });
  return [...script, 'exec', ...(index === -1 ? [] : [index])];
}

/** The scripts of an item, then those of its folders from the inside out, then those of the collection. */
function scriptsAround(content: JsonObject, at: JsonPath): JsonPath[] {
  const owners = Array.from({ length: Math.floor(at.length / 2) + 1 }, (_, up) => at.slice(0, at.length - 2 * up));
  return owners.flatMap((owner) => {
    const events = valueAt(content, [...owner, 'event']);
    return Array.isArray(events) ? events.map((_, index) => [...owner, 'event', index, 'script']) : [];
  });
}

/** Line of the test with a name, counted from 0. Of several tests of that name, the n-th, or else the last. */
function testLine(lines: readonly string[], name: string, occurrence: number): number | undefined {
  const calls = lines.flatMap((line, index) => callsIn(line).map((text) => ({ index, text })));
  const same = calls.filter(({ text }) => text === name);
  const alike = same.length > 0 ? same : calls.filter(({ text }) => patternOf(text)?.test(name));
  return (alike[occurrence] ?? alike.at(-1))?.index;
}

const CALL =
  /(?:\bpm\s*\.\s*test(?:\s*\.\s*skip)?\s*\(|\btests\s*\[)\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`)\s*(\+?)/g;

/** Names of the tests that begin on a line. A name that continues after its string literal ends with a placeholder. */
const callsIn = (line: string): string[] =>
  [...line.matchAll(CALL)].map(([, single, double, template, more]) => {
    const text = single ?? double ?? template ?? '';
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of a template literal is what is meant.
    return unescaped(text) + (more ? '${}' : '');
  });

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

const unescaped = (text: string): string =>
  text.replace(/\\u([\da-f]{4})|\\(.)/gi, (_, code?: string, char = '') =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[char] ?? char),
  );

/** A pattern for the values of a name with `${…}`; undefined for a plain name. */
function patternOf(text: string): RegExp | undefined {
  const parts = text.split(/\$\{[^}]*\}/);
  if (parts.length === 1) return undefined;
  return new RegExp(`^${parts.map(escapeRegExp).join('[\\s\\S]*')}$`);
}

function linesOf(exec: JsonValue | undefined): string[] {
  const lines = Array.isArray(exec) ? exec.filter((line) => typeof line === 'string') : [exec];
  return lines.flatMap((line) => (typeof line === 'string' ? line.split('\n') : []));
}

function valueAt(content: JsonValue | undefined, path: JsonPath): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((value, key) => {
    if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
    return isObject(value) ? value[key] : undefined;
  }, content);
}
