import { type Document, isCollection, isNode, LineCounter, parseDocument } from 'yaml';
import type { JsonPath } from './json.ts';
import type { Position } from './position.ts';

/** A YAML or JSON document (JSON is YAML) in which values can be found by their path. */
export interface PositionedDocument {
  /** The document's value; meaningless when there are syntax errors. */
  value(): unknown;
  /** Syntax errors with their places. */
  readonly syntaxErrors: readonly { readonly message: string; readonly position: Position }[];
  /** The position of the value at a path; of its key when `key` is set; of its nearest parent when it is not there. */
  locate(at: JsonPath, key?: 'key'): Position;
}

/** Parses a text and remembers where everything stands. Slow on megabytes: call it only when a position is needed. */
export function parseWithPositions(text: string): PositionedDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  return {
    value: () => document.toJS({ maxAliasCount: 100 }),
    syntaxErrors: document.errors.map((error) => ({
      message: firstLine(error.message),
      position: position(error.pos[0]),
    })),
    locate: (at, key) => position(offsetIn(document, at, key)),
  };
}

/** The offset of the value at a path, or of its key; of its nearest parent when it is not there. */
export function offsetIn(document: Document, at: JsonPath, key: 'key' | undefined): number {
  if (at.length === 0) return 0;
  const own = key ? keyOffset(document, at) : valueOffset(document, at);
  return own ?? offsetIn(document, at.slice(0, -1), undefined);
}

function valueOffset(document: Document, at: JsonPath): number | undefined {
  const node = document.getIn(at, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

function keyOffset(document: Document, at: JsonPath): number | undefined {
  const parent = at.length === 1 ? document.contents : document.getIn(at.slice(0, -1), true);
  if (!isCollection(parent)) return undefined;
  const pair = (parent.items as readonly { readonly key?: unknown }[]).find((item) => keyText(item.key) === at.at(-1));
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
}

const keyText = (key: unknown): unknown => (isNode(key) && 'value' in key ? key.value : undefined);

/** Without what the library would have its caller do. */
const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? text).replace(/; please use .*$/, '');
