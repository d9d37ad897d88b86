import { type Document, isCollection, isMap, isNode, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import { isObject, type JsonPath, type JsonValue, same } from './json.ts';

/** A change of a YAML document. */
export type YamlEdit =
  /** The new value at a path; undefined removes the key. */
  | { readonly at: JsonPath; readonly value: JsonValue | undefined; readonly order?: never }
  /** The new order of a list: the current indexes of its entries. */
  | { readonly at: JsonPath; readonly order: readonly number[]; readonly value?: never };

/**
 * Changes values of a YAML text. Edits are spliced into the text, and everything else stays byte for byte. Where that
 * is not possible, the whole document is serialized again, with its comments and quotes.
 */
export function patchYaml(text: string, edits: readonly YamlEdit[]): string {
  const [mark, body] = text.startsWith('\uFEFF') ? ['\uFEFF', text.slice(1)] : ['', text];
  const eol = body.includes('\r\n') ? '\r\n' : '\n';
  const document = parsed(body);
  const splices = edits.map((edit) => spliceFor(document, edit, { body, eol }));
  for (const { at, order } of edits) if (order) ownComment(document.getIn(at));
  for (const edit of edits) apply(document, edit);
  const inPlace = splices.every((each) => each !== undefined) ? spliced(body, splices) : undefined;
  if (inPlace !== undefined && same(contentOf(parsed(inPlace)), contentOf(document))) return mark + inPlace;
  return mark + document.toString({ lineWidth: 0, flowCollectionPadding: !/\[\S/.test(body) }).replaceAll('\n', eol);
}

const parsed = (text: string): Document => parseDocument(text, { version: '1.2' });

const contentOf = (document: Document): JsonValue => document.toJS() as JsonValue;

function apply(document: Document, { at, value, order }: YamlEdit): void {
  const list = order && document.getIn(at);
  if (isSeq(list)) list.items = order?.flatMap((index) => list.items.slice(index, index + 1)) ?? [];
  else if (value === undefined) remove(document, at);
  else document.setIn(at, document.createNode(value));
}

/** Gives the comment above a list's first entry to the entry, so that it moves with it. The parser gives it to the list. */
function ownComment(list: unknown): void {
  const first = isSeq(list) ? list.items[0] : undefined;
  if (!isSeq(list) || !isNode(first) || !list.commentBefore) return;
  first.commentBefore = [list.commentBefore, ...(first.commentBefore ? [first.commentBefore] : [])].join('\n');
  list.commentBefore = null;
}

/** Removes a key, and parents that become empty by it. */
function remove(document: Document, at: JsonPath): void {
  document.deleteIn(at);
  const above = at.slice(0, -1);
  const parent = above.length > 0 ? document.getIn(above) : undefined;
  if (isMap(parent) && parent.items.length === 0) remove(document, above);
}

/** A range of the text, and the text that replaces it. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Text {
  readonly body: string;
  readonly eol: string;
}

/** The splice of an edit; undefined where the edit cannot be made in place. */
function spliceFor(document: Document, { at, value, order }: YamlEdit, text: Text): Splice | undefined {
  if (order) return undefined;
  const node = document.getIn(at, true);
  if (value === undefined) return node === undefined ? NOTHING : removal(document, at, text);
  if (!isNode(node)) return insertion(document, { at, value }, text);
  return blockReplacement(document, { at, value }, text) ?? replacement(document, { at, value });
}

const NOTHING: Splice = { from: 0, to: 0, text: '' };

type Wanted = YamlEdit & { readonly value: JsonValue };

/** Replaces a scalar, or a list on one line. */
function replacement(document: Document, { at, value }: Wanted): Splice | undefined {
  const node = document.getIn(at, true);
  if (!isNode(node) || !node.range || isObject(value)) return undefined;
  const isLine = isScalar(node) ? !/^BLOCK/.test(node.type ?? '') : isCollection(node) && node.flow === true;
  if (!isLine || isScalar(node) === Array.isArray(value)) return undefined;
  const [from, to] = node.range;
  const quote = isScalar(node) && typeof value === 'string' ? node.type : undefined;
  return { from, to, text: onOneLine(value, quote) };
}

/**
 * Writes a string as a block below its key, where it was a block (`|`, `>`), or a plain scalar that gets several lines.
 */
function blockReplacement(document: Document, { at, value }: Wanted, text: Text): Splice | undefined {
  const node = document.getIn(at, true);
  const parent = document.getIn(at.slice(0, -1), true);
  if (!isScalar(node) || !node.range || !isMap(parent) || parent.flow === true) return undefined;
  const isBlock = /^BLOCK/.test(node.type ?? '');
  if (typeof value !== 'string' || !(isBlock || (node.type === 'PLAIN' && value.includes('\n')))) return undefined;
  const column = columnOf(pairIn(parent, at), text);
  const [from, to] = node.range;
  const former = text.body.slice(from, to);
  const [head = '', ...lines] = former.split(text.eol);
  // A comment after the block indicator would be lost.
  if (column === undefined || head.includes(' #')) return undefined;
  const indent = isBlock ? indentOf(lines, column) : DEFAULT_INDENT;
  const written = blockBelow(value, { indent, column }).replaceAll('\n', text.eol);
  const endsWithBreak = isBlock && former.endsWith(text.eol);
  return { from, to, text: endsWithBreak ? written : written.slice(0, -text.eol.length) };
}

const DEFAULT_INDENT = 2;

/** The indentation of a block's lines beyond the column of its key, at least 1. */
function indentOf(lines: readonly string[], column: number): number {
  const first = lines.find((line) => line.trim() !== '');
  return first === undefined ? DEFAULT_INDENT : Math.max(1, first.search(/\S/) - column);
}

/** A string as a literal block for a key at a column, with a line break at its end. */
function blockBelow(value: string, { indent, column }: { readonly indent: number; readonly column: number }): string {
  const member = stringify({ k: value }, { lineWidth: 0, version: '1.2', indent, blockQuote: 'literal' });
  return member.slice('k: '.length).replace(/\n(?=[^\n])/g, `\n${' '.repeat(column)}`);
}

const pairIn = (parent: unknown, at: JsonPath): Item | undefined =>
  isMap(parent) ? parent.items.find((pair) => isScalar(pair.key) && pair.key.value === at.at(-1)) : undefined;

/** Adds a key after the last key of its map, or an entry after the last entry of its list. */
function insertion(document: Document, { at, value }: Wanted, text: Text): Splice | undefined {
  const above = at.slice(0, -1);
  const key = at.at(-1);
  const parent = document.getIn(above, true);
  if (parent === undefined && above.length > 0)
    return insertion(document, { at: above, value: { [String(key)]: value } }, text);
  if (!isCollection(parent) || !parent.range || parent.items.length === 0 || key === undefined) return undefined;
  if (parent.flow === true) return flowInsertion(parent.range[1] - 1, { key, value }, text);
  const column = columnOf(parent.items[0], text);
  if (column === undefined) return undefined;
  const added = stringify(isSeq(parent) ? [value] : { [String(key)]: value }, { lineWidth: 0, version: '1.2' });
  const from = lineEnd(parent.range[1], text);
  const lines = added.trimEnd().split('\n');
  return { from, to: from, text: lines.map((line) => `${text.eol}${' '.repeat(column)}${line}`).join('') };
}

function flowInsertion(
  end: number,
  { key, value }: { readonly key: string | number; readonly value: JsonValue },
  { body }: Text,
): Splice | undefined {
  if (typeof key === 'number' || isObject(value) || body[end] !== '}') return undefined;
  const from = body.slice(0, end).trimEnd().length;
  return { from, to: from, text: `, ${key}: ${onOneLine(value)}` };
}

/** Removes the lines of a key or of a list entry. */
function removal(document: Document, at: JsonPath, text: Text): Splice | undefined {
  const parent = document.getIn(at.slice(0, -1), true);
  if (!isCollection(parent) || parent.flow === true || parent.items.length < 2) return undefined;
  const key = at.at(-1);
  const item = isSeq(parent) ? parent.items[Number(key)] : pairIn(parent, at);
  const [start, end] = [startOf(item), endOf(item)];
  if (start === undefined || end === undefined) return undefined;
  const from = text.body.lastIndexOf('\n', start);
  const lead = text.body.slice(from + 1, start);
  // The first key of a list entry is on the line of the dash.
  if (from < 0 || !(isSeq(parent) ? /^ *- +$/ : /^ *$/).test(lead)) return undefined;
  return { from: text.body[from - 1] === '\r' ? from - 1 : from, to: lineEnd(end, text), text: '' };
}

interface Item {
  readonly key?: unknown;
  readonly value?: unknown;
}

const startOf = (item: unknown): number | undefined => {
  const first = isNode(item) ? item : (item as Item | undefined)?.key;
  return isNode(first) ? first.range?.[0] : undefined;
};

const endOf = (item: unknown): number | undefined => {
  const last = isNode(item) ? item : (item as Item | undefined)?.value;
  return isNode(last) ? last.range?.[1] : undefined;
};

/** The column of a key, or of the dash before an entry. */
function columnOf(item: unknown, { body }: Text): number | undefined {
  const start = startOf(item);
  if (start === undefined) return undefined;
  const lead = body.slice(body.lastIndexOf('\n', start - 1) + 1, start);
  return isNode(item) ? (/^( *)- +$/.exec(lead)?.[1]?.length ?? undefined) : lead.length;
}

/** The end of the line that holds the last non-blank character before an offset. */
function lineEnd(end: number, { body, eol }: Text): number {
  const last = body.slice(0, end).trimEnd().length;
  const next = body.indexOf(eol, last);
  return next < 0 ? body.length : next;
}

/** A value on one line; quoted where YAML could read the plain form as another value. */
function onOneLine(value: JsonValue, quote?: string): string {
  if (Array.isArray(value)) return `[${value.map((entry: JsonValue) => onOneLine(entry)).join(', ')}]`;
  if (quote === 'QUOTE_DOUBLE' && typeof value === 'string') return JSON.stringify(value);
  if (quote === 'QUOTE_SINGLE' && typeof value === 'string' && !/[\r\n]/.test(value))
    return `'${value.replaceAll("'", "''")}'`;
  const plain = stringify(value, { lineWidth: 0, version: '1.2' }).trimEnd();
  return /[\n,[\]{}#]|: /.test(plain) ? JSON.stringify(value) : plain;
}

/** Applies splices from the end, so that earlier offsets stay valid; splices at one offset keep their order. */
function spliced(text: string, splices: readonly Splice[]): string {
  const fromEnd = [...splices.entries()].sort(([a, left], [b, right]) => right.from - left.from || b - a);
  let result = text;
  for (const [, splice] of fromEnd) result = result.slice(0, splice.from) + splice.text + result.slice(splice.to);
  return result;
}
