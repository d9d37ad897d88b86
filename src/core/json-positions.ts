import type { JsonPath } from './json.ts';
import type { Position } from './problem.ts';

/**
 * The position of the value at a path in a valid JSON text; of its nearest parent when it is not there. Builds nothing,
 * so that a collection of many megabytes costs no more memory than its text.
 */
export function positionInJson(text: string, at: JsonPath): Position {
  let offset = skipSpace(text, 0);
  for (const step of at) {
    const child = typeof step === 'string' ? memberOffset(text, offset, step) : elementOffset(text, offset, step);
    if (child === undefined) break;
    offset = child;
  }
  return positionAt(text, offset);
}

/** Line and column of an offset. */
export function positionAt(text: string, offset: number): Position {
  let [line, start] = [1, 0];
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}

function memberOffset(text: string, object: number, key: string): number | undefined {
  if (text[object] !== '{') return undefined;
  for (let offset = skipSpace(text, object + 1); text[offset] === '"'; ) {
    const end = endOfString(text, offset);
    const value = skipSpace(text, skipSpace(text, end) + 1);
    if (JSON.parse(text.slice(offset, end)) === key) return value;
    offset = nextEntry(text, value);
  }
  return undefined;
}

function elementOffset(text: string, array: number, index: number): number | undefined {
  if (text[array] !== '[') return undefined;
  let offset = skipSpace(text, array + 1);
  for (let passed = 0; passed < index && offset < text.length && text[offset] !== ']'; passed += 1) {
    offset = nextEntry(text, offset);
  }
  return text[offset] === ']' || offset >= text.length ? undefined : offset;
}

/** Where the entry after a value begins, or the bracket that ends them. */
function nextEntry(text: string, value: number): number {
  const end = skipSpace(text, endOfValue(text, value));
  return text[end] === ',' ? skipSpace(text, end + 1) : end;
}

function endOfValue(text: string, start: number): number {
  const signs = /["[\]{},]/g;
  signs.lastIndex = start;
  let depth = 0;
  for (let sign = signs.exec(text); sign; sign = signs.exec(text)) {
    if (depth === 0 && /[\]},]/.test(sign[0])) return sign.index;
    if (sign[0] === '"') signs.lastIndex = endOfString(text, sign.index);
    else if (sign[0] !== ',') depth += /[[{]/.test(sign[0]) ? 1 : -1;
    if (depth === 0) return signs.lastIndex;
  }
  return text.length;
}

/** The offset after a string's closing quote: the first that no odd number of backslashes stands before. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

function skipSpace(text: string, start: number): number {
  const other = /[^\s]/g;
  other.lastIndex = start;
  return other.exec(text)?.index ?? text.length;
}
