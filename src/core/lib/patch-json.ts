import { groupBy } from './group-by.ts';
import { isObject, type JsonObject, type JsonValue, keysOf, sortKeys } from './json.ts';
import { type JsonEntry, type JsonNode, parseJsonTree } from './json-tree.ts';

/**
 * Changes a JSON text so that it holds the wanted value. Unchanged parts stay byte for byte: white space, order of
 * keys, escapes, numbers. New parts get the style of the text around them. An equal value returns the same text.
 */
export function patchJson(text: string, wanted: JsonValue): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text.slice(mark.length);
  const root = parseJsonTree(body);
  const patched = new Patcher(body, styleOf(body, root)).patch(root, wanted);
  return `${mark}${body.slice(0, root.start)}${patched}${body.slice(root.end)}`;
}

/** The white space and escapes that a text uses. */
interface Style {
  readonly eol: string;
  /** One level of indentation; undefined for a text on one line. */
  readonly unit: string | undefined;
  readonly colon: string;
  readonly comma: string;
  readonly isAscii: boolean;
}

function styleOf(text: string, root: JsonNode): Style {
  const lead = root.entries?.[0]?.lead ?? '\n  ';
  const unit = /\n([ \t]*)$/.exec(lead)?.[1];
  const head = /:(\s*)$/.exec(root.entries?.find(({ head }) => head !== '')?.head ?? ': ');
  return {
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    unit: lead.includes('\n') ? unit || '  ' : undefined,
    colon: `:${head?.[1] ?? ' '}`,
    comma: head?.[1] === '' ? ',' : ', ',
    isAscii: /\\u[0-9a-f]{4}/i.test(text) && !/[\u0080-\uffff]/.test(text),
  };
}

class Patcher {
  readonly #text: string;
  readonly #style: Style;

  constructor(text: string, style: Style) {
    this.#text = text;
    this.#style = style;
  }

  patch(node: JsonNode, wanted: JsonValue): string {
    if (isSame(node.value, wanted)) return this.#text.slice(node.start, node.end);
    if (node.entries && isObject(node.value) && isObject(wanted)) return this.#object(node, wanted);
    if (node.entries && Array.isArray(node.value) && Array.isArray(wanted)) return this.#array(node, wanted);
    return this.#write(wanted, this.#indentAt(node.start));
  }

  #object(node: JsonNode, wanted: JsonObject): string {
    const known = new Map(node.entries?.map((entry) => [entry.key ?? '', entry]));
    const keys = [...known.keys()].filter((key) => Object.hasOwn(wanted, key) && wanted[key] !== undefined);
    let at = 0;
    for (const key of Object.keys(wanted).filter((each) => wanted[each] !== undefined)) {
      if (known.has(key)) at = keys.indexOf(key) + 1;
      else keys.splice(at++, 0, key);
    }
    const parts = keys.map((key) => ({ entry: known.get(key), head: this.#head(key), wanted: wanted[key] ?? null }));
    return this.#rebuilt(node, parts);
  }

  #array(node: JsonNode, wanted: readonly JsonValue[]): string {
    const counterparts = matchEntries(node.entries ?? [], wanted);
    return this.#rebuilt(
      node,
      wanted.map((value, index) => ({ entry: counterparts[index], head: '', wanted: value })),
    );
  }

  #rebuilt(node: JsonNode, parts: readonly Part[]): string {
    const [open, close] = isObject(node.value) ? ['{', '}'] : ['[', ']'];
    if (parts.length === 0) return `${open}${close}`;
    const spacing = this.#spacingOf(node);
    const [firstEntry] = node.entries ?? [];
    const leadOf = (entry: JsonEntry | undefined, index: number): string => {
      if (index === 0) return spacing.first;
      return entry === undefined || entry === firstEntry ? spacing.next : entry.lead;
    };
    const texts = parts.map(({ entry, head, wanted }, index) => {
      const text = entry
        ? `${entry.head}${this.patch(entry.node, wanted)}${entry.trail}`
        : `${head}${this.#write(wanted, spacing.indent)}`;
      return `${leadOf(entry, index)}${text}`;
    });
    return `${open}${texts.join(',')}${spacing.closing}${close}`;
  }

  #spacingOf(node: JsonNode): Spacing {
    const [entry, second] = node.entries ?? [];
    if (!entry) return this.#spacingOfEmpty(node);
    const isInline = !entry.lead.includes('\n');
    const next = second?.lead ?? (isInline ? this.#style.comma.slice(1) : entry.lead);
    const indent = /\n([ \t]*)$/.exec(entry.lead)?.[1];
    return { first: entry.lead, next, closing: node.closing ?? '', ...(indent === undefined ? {} : { indent }) };
  }

  /** An empty object or array has no white space to copy: the text's style decides. */
  #spacingOfEmpty(node: JsonNode): Spacing {
    const { unit, eol, comma } = this.#style;
    const outer = this.#indentAt(node.start);
    if (unit === undefined || outer === undefined) return { first: '', next: comma.slice(1), closing: '' };
    const lead = `${eol}${outer}${unit}`;
    return { first: lead, next: lead, closing: `${eol}${outer}`, indent: `${outer}${unit}` };
  }

  readonly #head = (key: string): string => `${this.#string(key)}${this.#style.colon}`;

  /** The indentation of the line at an offset; undefined for a text on one line. */
  #indentAt(offset: number): string | undefined {
    const start = this.#text.lastIndexOf('\n', offset - 1) + 1;
    return this.#style.unit === undefined ? undefined : (/^[ \t]*/.exec(this.#text.slice(start, offset))?.[0] ?? '');
  }

  /** The text of a new value; on one line without indentation. */
  #write(value: JsonValue, indent: string | undefined): string {
    if (typeof value === 'string') return this.#string(value);
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const inner = indent === undefined ? undefined : `${indent}${this.#style.unit ?? ''}`;
    const isList = Array.isArray(value);
    const entries = isList
      ? value.map((entry: JsonValue) => this.#write(entry, inner))
      : Object.entries(value as JsonObject).flatMap(([key, entry]) =>
          entry === undefined ? [] : [`${this.#head(key)}${this.#write(entry, inner)}`],
        );
    const [open, close] = isList ? ['[', ']'] : ['{', '}'];
    if (entries.length === 0) return `${open}${close}`;
    const { eol, comma } = this.#style;
    if (inner === undefined) return `${open}${entries.join(comma)}${close}`;
    return `${open}${eol}${entries.map((entry) => `${inner}${entry}`).join(`,${eol}`)}${eol}${indent}${close}`;
  }

  #string(text: string): string {
    const quoted = JSON.stringify(text);
    if (!this.#style.isAscii) return quoted;
    return quoted.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  }
}

/** A member or element of the result. */
interface Part {
  /** The entry of the text that it continues; undefined for a new one. */
  readonly entry: JsonEntry | undefined;
  readonly head: string;
  readonly wanted: JsonValue;
}

/** The white space in an object or array: before its first entry, before later ones, before its closing bracket. */
interface Spacing {
  readonly first: string;
  readonly next: string;
  readonly closing: string;
  readonly indent?: string;
}

/** Unlike `same`, tells a key that holds null from an absent key. */
function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((entry: JsonValue, index) => isSame(entry, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  return keysOf(a, b).every((key) => isSame(a[key], b[key]));
}

/**
 * For each wanted element, the entry that it continues: one with equal content, the same identity, or the same keys.
 */
function matchEntries(entries: readonly JsonEntry[], wanted: readonly JsonValue[]): readonly (JsonEntry | undefined)[] {
  const result: (JsonEntry | undefined)[] = wanted.map(() => undefined);
  const free = new Set(entries);
  for (const keyOf of [contentKey, identityKey, typeKey]) {
    const candidates = groupBy(free, (entry) => keyOf(entry.node.value));
    for (const [index, value] of wanted.entries()) {
      const key = keyOf(value);
      const found = result[index] || key === undefined ? undefined : candidates.get(key)?.shift();
      if (!found) continue;
      result[index] = found;
      free.delete(found);
    }
  }
  return result;
}

const contentKey = (value: JsonValue): string => JSON.stringify(sortKeys(value));

function identityKey(value: JsonValue): string | undefined {
  if (!isObject(value)) return undefined;
  return JSON.stringify(value.id ?? value.key ?? value.listen ?? value.name);
}

const typeKey = (value: JsonValue): string => (isObject(value) ? Object.keys(value).sort().join() : typeof value);
