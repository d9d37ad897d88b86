import type { JsonPath } from './json.ts';
import type { Position } from './positions.ts';

/**
 * Finds the position of the value at a path in a valid JSON text; of its nearest parent when it is not there. Builds no
 * document: an object or array is passed over once, when a path first leads into it.
 */
export function jsonLocator(text: string): (at: JsonPath) => Position {
  const elements: Elements = new Map();
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

/** The last line that begins at or before an offset. */
function positionIn(starts: readonly number[], offset: number): Position {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** Arrays by their offset → the element that was reached last. */
type Elements = Map<number, { readonly index: number; readonly offset: number }>;

/** Line and column of an offset, counted on from an earlier one where that is known. */
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

/** The values of an object by their keys; of two with one key, the first. */
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
  { array, elements }: { readonly array: number; readonly elements: Elements },
  index: number,
): number | undefined {
  if (text[array] !== '[') return undefined;
  const known = elements.get(array);
  let { index: passed, offset } =
    known && known.index <= index ? known : { index: 0, offset: skipSpace(text, array + 1) };
  for (; passed < index && offset < text.length && text[offset] !== ']'; passed += 1) offset = nextEntry(text, offset);
  if (text[offset] === ']' || offset >= text.length) return undefined;
  elements.set(array, { index, offset });
  return offset;
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
export function endOfString(text: string, start: number): number {
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
