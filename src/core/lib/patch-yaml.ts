import { type Document, isCollection, isMap, isNode, isScalar, parseDocument, stringify } from 'yaml';
import { isObject, type JsonPath, type JsonValue } from './json.ts';

/** A value that a YAML document gets; absent where the key goes. */
export interface YamlEdit {
  readonly at: JsonPath;
  readonly value: JsonValue | undefined;
}

/**
 * Changes values of a YAML text. A value that takes the place of another one is written into the text, and everything else
 * stays byte for byte. Where keys or entries come or go, the document is written anew; comments and quotes stay.
 */
export function patchYaml(text: string, edits: readonly YamlEdit[]): string {
  const [mark, body] = text.startsWith('\uFEFF') ? ['\uFEFF', text.slice(1)] : ['', text];
  const document = parseDocument(body, { version: '1.2', keepSourceTokens: false });
  const inPlace = edits.map((edit) => replacement(document, edit));
  if (inPlace.every((each) => each !== undefined)) return mark + spliced(body, inPlace);
  for (const { at, value } of edits) {
    if (value === undefined) remove(document, at);
    else document.setIn(at, document.createNode(value));
  }
  const eol = body.includes('\r\n') ? '\r\n' : '\n';
  return (
    mark +
    document.toString({ lineWidth: 0, indent: indentOf(body), indentSeq: !FLAT_LIST.test(body) }).replaceAll('\n', eol)
  );
}

/** An empty parent goes with its last key. */
function remove(document: Document, at: JsonPath): void {
  document.deleteIn(at);
  const above = at.slice(0, -1);
  const parent = above.length > 0 ? document.getIn(above) : undefined;
  if (isMap(parent) && parent.items.length === 0) remove(document, above);
}

interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The place of a scalar, or of a list on one line, and the text that takes it; undefined where it cannot be done in place. */
function replacement(document: Document, { at, value }: YamlEdit): Replacement | undefined {
  const node = document.getIn(at, true);
  if (!isNode(node) || !node.range || value === undefined || isObject(value)) return undefined;
  const isLine = isScalar(node) ? !/^BLOCK/.test(node.type ?? '') : isCollection(node) && node.flow === true;
  if (!isLine || isScalar(node) === Array.isArray(value)) return undefined;
  const [from, to] = node.range;
  const quote = isScalar(node) && typeof value === 'string' ? node.type : undefined;
  return { from, to, text: onOneLine(value, quote) };
}

/** A value on one line, quoted where a plain one could be read as something else. */
function onOneLine(value: JsonValue, quote?: string): string {
  if (Array.isArray(value)) return `[${value.map((entry: JsonValue) => onOneLine(entry)).join(', ')}]`;
  if (quote === 'QUOTE_DOUBLE' && typeof value === 'string') return JSON.stringify(value);
  if (quote === 'QUOTE_SINGLE' && typeof value === 'string' && !/[\r\n]/.test(value))
    return `'${value.replaceAll("'", "''")}'`;
  const plain = stringify(value, { lineWidth: 0, version: '1.2' }).trimEnd();
  return /[\n,[\]{}#]|: /.test(plain) ? JSON.stringify(value) : plain;
}

function spliced(text: string, replacements: readonly Replacement[]): string {
  const fromEnd = [...replacements].sort((a, b) => b.from - a.from);
  return fromEnd.reduce((all, { from, to, text: part }) => all.slice(0, from) + part + all.slice(to), text);
}

/** A list whose entries stand below their key without an indentation. */
const FLAT_LIST = /^( *)[^\s#-][^\n]*:[ \t]*\r?\n\1- /m;

/** The spaces before the first indented key. */
const indentOf = (text: string): number => Math.min(8, Math.max(1, /^( +)[^\s#-]/m.exec(text)?.[1]?.length ?? 2));
