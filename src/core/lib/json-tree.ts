import type { JsonObject, JsonValue } from './json.ts';
import { endOfString } from './json-positions.ts';

/** A value of a JSON text with its offsets. */
export interface JsonNode {
  readonly value: JsonValue;
  readonly start: number;
  readonly end: number;
  /** Members or elements of an object or array. */
  readonly entries?: readonly JsonEntry[];
  /** White space before the closing bracket. */
  readonly closing?: string;
}

/** A member or element with the white space around it. */
export interface JsonEntry {
  /** Absent in an array. */
  readonly key?: string;
  /** The key, the colon and the white space between; empty in an array. */
  readonly head: string;
  readonly node: JsonNode;
  readonly lead: string;
  /** White space before the comma. */
  readonly trail: string;
}

/** Parses a valid JSON text into nodes with offsets and white space. */
export function parseJsonTree(text: string): JsonNode {
  return new TreeParser(text).node();
}

class TreeParser {
  readonly #text: string;
  #at: number;

  constructor(text: string) {
    this.#text = text;
    this.#at = 0;
    this.#space();
  }

  node(): JsonNode {
    const start = this.#at;
    const sign = this.#text[start];
    if (sign === '{' || sign === '[') return this.#container(start, sign === '{');
    const end = sign === '"' ? endOfString(this.#text, start) : this.#endOfWord(start);
    this.#at = end;
    return { value: JSON.parse(this.#text.slice(start, end)), start, end };
  }

  #container(start: number, isObject: boolean): JsonNode {
    const close = isObject ? '}' : ']';
    const entries: JsonEntry[] = [];
    this.#at += 1;
    let lead = this.#space();
    while (this.#text[this.#at] !== close) {
      const { key, head } = isObject ? this.#head() : { key: undefined, head: '' };
      const node = this.node();
      const after = this.#space();
      const isLast = this.#text[this.#at] !== ',';
      entries.push({ ...(key === undefined ? {} : { key }), head, node, lead, trail: isLast ? '' : after });
      if (!isLast) this.#at += 1;
      lead = isLast ? after : this.#space();
    }
    this.#at += 1;
    return { value: valueIn(entries, isObject), start, end: this.#at, entries, closing: lead };
  }

  #head(): { readonly key: string; readonly head: string } {
    const start = this.#at;
    this.#at = endOfString(this.#text, start);
    const key: string = JSON.parse(this.#text.slice(start, this.#at));
    this.#space();
    this.#at += 1;
    this.#space();
    return { key, head: this.#text.slice(start, this.#at) };
  }

  #endOfWord(start: number): number {
    const end = /[\s,\]}]/g;
    end.lastIndex = start;
    return end.exec(this.#text)?.index ?? this.#text.length;
  }

  #space(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && ' \t\r\n'.includes(this.#text[this.#at] ?? '')) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }
}

function valueIn(entries: readonly JsonEntry[], isObject: boolean): JsonValue {
  if (!isObject) return entries.map(({ node }) => node.value);
  const value: JsonObject = Object.fromEntries(entries.map(({ key = '', node }) => [key, node.value]));
  return value;
}
