import { escapeRegExp } from '../lib/text.ts';

/** A confidential text. It prints as `***`; only `reveal()` returns it. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself; call this only to send or mask it. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '***';
  }
}

/** Shorter texts are not redacted: reports would lose ordinary words ("1", "true", "dev"). */
const SHORTEST = 4;

/**
 * Every form of a secret that is redacted: plain, URL-encoded, base64, in JSON. Empty for a secret that is too short.
 */
export function formsOf(text: string): readonly string[] {
  if (text.length < SHORTEST) return [];
  const encoded = base64(text);
  const sent = new TextDecoder().decode(new TextEncoder().encode(text));
  const forms = [
    text,
    encodeURI(sent),
    encodeURIComponent(sent),
    inQuery(sent),
    new URLSearchParams({ '': sent }).toString().slice(1),
    encoded,
    encoded.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
    JSON.stringify(text).slice(1, -1),
  ];
  return [...new Set(forms)];
}

/** Shorter lines of a multi-line secret are not redacted on their own. */
const SHORTEST_LINE = 8;

/** A text and each of its lines: logs and stack traces may show single lines. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  if (lines.length === 1) return [text];
  return [text, ...lines.filter((line) => line.length >= SHORTEST_LINE && !/^-----(?:BEGIN|END) /.test(line))];
}

/** Returns a function that replaces every given secret in a text by `***`, longest first, in all forms of `formsOf`. */
export function redactor(secrets: readonly Secret[]): (text: string) => string {
  const forms = secrets.flatMap((secret) => linesOf(secret.reveal()).flatMap(formsOf));
  const needles = [...new Set(forms)].sort((a, b) => b.length - a.length);
  if (needles.length === 0) return (text) => text;
  const pattern = new RegExp(needles.map(encodedOrNot).join('|'), 'g');
  return (text) => text.replace(pattern, '***');
}

/** A pattern in which each character may be URL-encoded or not: clients encode different sets of characters. */
const encodedOrNot = (text: string): string =>
  Array.from(text, (char) =>
    /[a-z\d%]/i.test(char) ? char : `(?:${escapeRegExp(char)}|${percentEncoded(char)})`,
  ).join('');

const percentEncoded = (char: string): string =>
  Array.from(new TextEncoder().encode(char), (byte) => {
    const hex = byte.toString(16).padStart(2, '0');
    return `%${hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)}`;
  }).join('');

/** The text as the WHATWG URL standard encodes it in a query. */
function inQuery(text: string): string {
  const url = new URL('http://localhost');
  url.search = `?${text}`;
  return url.search.slice(1);
}

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
