import { type Document, isAlias, isCollection, isNode, LineCounter, parseDocument } from 'yaml';
import type { JsonPath } from './json.ts';

/** A place in one of the user's files; line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A YAML or JSON document (JSON is YAML) in which values can be found by their path. */
export interface PositionedDocument {
  /** The document's value; meaningless when there are syntax errors. */
  value(): unknown;
  readonly syntaxErrors: readonly { readonly message: string; readonly position: Position }[];
  /**
   * The position of the value at a path, or of its key if `key` is given; of the nearest parent if it does not exist.
   */
  locate(at: JsonPath, key?: 'key'): Position;
}

/** Parses a text and records the position of every value. Slow on megabytes: call it only when a position is needed. */
export function parseWithPositions(text: string): PositionedDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const position = positionFrom(lines);
  const value = document.errors.length > 0 ? undefined : plainValue(document);
  const aliases =
    value === TOO_MANY_ALIASES ? [{ message: 'too many aliases: write the values out', position: position(0) }] : [];
  return {
    value: () => value,
    syntaxErrors: [
      ...document.errors.map(({ message, pos }) => ({ message: firstLine(message), position: position(pos[0]) })),
      ...aliases,
    ],
    locate: (at, key) => position(offsetIn(document, at, key)),
  };
}

/** Returns a function from an offset to its line and column. */
export const positionFrom =
  (lines: LineCounter) =>
  (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };

/** The value of a document with too many aliases. */
export const TOO_MANY_ALIASES = Symbol('too many aliases');

/** No file needs more aliases. A few lines with aliases of aliases can expand to gigabytes. */
const MOST_ALIASES = 100;

/** The value of a document without syntax errors, or TOO_MANY_ALIASES. */
export function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    return TOO_MANY_ALIASES;
  }
}

/** The offset of the value at a path, or of its key; of the nearest parent if it does not exist. */
export function offsetIn(document: Document, at: JsonPath, key: 'key' | undefined): number {
  if (at.length === 0) return 0;
  const own = key ? keyOffset(document, at) : valueOffset(document, at);
  return own ?? offsetIn(document, at.slice(0, -1), undefined);
}

function valueOffset(document: Document, at: JsonPath): number | undefined {
  const node = nodeAt(document, at);
  return isNode(node) ? node.range?.[0] : undefined;
}

function keyOffset(document: Document, at: JsonPath): number | undefined {
  const parent = nodeAt(document, at.slice(0, -1));
  if (!isCollection(parent)) return undefined;
  const key = pairOf(parent, at.at(-1))?.key;
  return isNode(key) ? key.range?.[0] : undefined;
}

interface KeyValue {
  readonly key?: unknown;
  readonly value?: unknown;
}

/** The node at a path, aliases resolved. Keys are compared as text: `200:` is a number in YAML. */
function nodeAt(document: Document, at: JsonPath): unknown {
  let node: unknown = document.contents;
  for (const step of at) {
    if (isAlias(node)) node = node.resolve(document);
    if (!isCollection(node)) return undefined;
    node = typeof step === 'number' ? node.items[step] : pairOf(node, step)?.value;
  }
  return node;
}

const pairOf = (node: unknown, key: string | number | undefined): KeyValue | undefined =>
  isCollection(node)
    ? (node.items as readonly KeyValue[]).find((item) => keyText(item.key) === String(key))
    : undefined;

const keyText = (key: unknown): string | undefined => (isNode(key) && 'value' in key ? String(key.value) : undefined);

/** The first line of a message, without the library's advice to its caller. */
const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? text).replace(/; please use .*$/, '');
