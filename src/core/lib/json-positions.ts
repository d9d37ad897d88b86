import type { JsonPath } from './json.ts';
import type { Position } from './positions.ts';

/** The element of each array that was found last; arrays are identified by their offset. */
type LastElements = Map<number, { readonly index: number; readonly offset: number }>;

/**
 * Returns a function that finds the position of the value at a path in a valid JSON text, or of its nearest parent if
 * the value does not exist. Builds no document: each object or array is scanned once, when a path first leads into it.
 */
export function jsonLocator(text: string): (at: JsonPath) => Position {
  const elements: LastElements = new Map();
  const members = new Map<number, ReadonlyMap<string, number>>();
  const memberOffset = (object: number, key: string): number | undefined => {
    const known = members.get(object) ?? membersOf(text, object);
    members.set(object, known);
    return known.get(key);
  };
  let starts: readonly number[] | undefined;
  return (at) => {
    let offset = skipSpace(text, 0);
    for (const step of at) {
      const child =
        typeof step === 'string' ? memberOffset(offset, step) : elementOffset(text, { array: offset, elements }, step);
      if (child === undefined) break;
      offset = child;
    }
    starts ??= lineStarts(text);
    return positionIn(starts, offset);
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

/** The line and column of an offset; a binary search for the last line that begins at or before it. */
function positionIn(starts: readonly number[], offset: number): Position {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** Line and column of an offset; counts from an earlier position where one is known. */
export function positionAt(
  text: string,
  offset: number,
  earlier: { readonly offset: number; readonly position: Position } = { offset: 0, position: { line: 1, column: 1 } },
): Position {
  let { line } = earlier.position;
  let start = earlier.offset - earlier.position.column + 1;
  const passed = text.slice(earlier.offset, offset);
  for (let end = passed.indexOf('\n'); end !== -1; end = passed.indexOf('\n', end + 1)) {
    line += 1;
    start = earlier.offset + end + 1;
  }
  return { line, column: offset - start + 1 };
}

/** Offset of each member's value by its key; the first value of a repeated key. */
function membersOf(text: string, object: number): ReadonlyMap<string, number> {
  const members = new Map<string, number>();
  if (text[object] !== '{') return members;
  for (let offset = skipSpace(text, object + 1); text[offset] === '"'; ) {
    const end = endOfString(text, offset);
    const value = skipSpace(text, skipSpace(text, end) + 1);
    const key: string = JSON.parse(text.slice(offset, end));
    if (!members.has(key)) members.set(key, value);
    offset = nextEntry(text, value);
  }
  return members;
}

function elementOffset(
  text: string,
  { array, elements }: { readonly array: number; readonly elements: LastElements },
  index: number,
): number | undefined {
  if (text[array] !== '[') return undefined;
  const last = elements.get(array);
  const start = last && last.index <= index ? last : { index: 0, offset: skipSpace(text, array + 1) };
  let { offset } = start;
  for (let at = start.index; at < index && offset < text.length && text[offset] !== ']'; at += 1)
    offset = nextEntry(text, offset);
  if (text[offset] === ']' || offset >= text.length) return undefined;
  elements.set(array, { index, offset });
  return offset;
}

/** Offset of the entry after a value, or of the closing bracket after the last entry. */
function nextEntry(text: string, value: number): number {
  const end = skipSpace(text, endOfValue(text, value));
  return text[end] === ',' ? skipSpace(text, end + 1) : end;
}

function endOfValue(text: string, start: number): number {
  const delimiters = /["[\]{},]/g;
  delimiters.lastIndex = start;
  let depth = 0;
  for (let found = delimiters.exec(text); found; found = delimiters.exec(text)) {
    const [delimiter] = found;
    if (depth === 0 && /[\]},]/.test(delimiter)) return found.index;
    if (delimiter === '"') delimiters.lastIndex = endOfString(text, found.index);
    else if (delimiter !== ',') depth += /[[{]/.test(delimiter) ? 1 : -1;
    if (depth === 0) return delimiters.lastIndex;
  }
  return text.length;
}

/** The offset after a string's closing quote: the first quote after an even number of backslashes. */
export function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

function skipSpace(text: string, start: number): number {
  const nonSpace = /\S/g;
  nonSpace.lastIndex = start;
  return nonSpace.exec(text)?.index ?? text.length;
}
