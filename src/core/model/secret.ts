import { escapeRegExp } from '../lib/text.ts';

/** A confidential text. It prints as `***`; only `reveal()` returns it. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself; call this only where it is sent or masked. */
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

/** Every form of a secret that is redacted; none for a secret that is too short. */
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

/** Shorter lines of a longer secret are not redacted by themselves. */
const SHORTEST_LINE = 8;

/** A text and its lines: logs and stack traces show lines one by one. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  if (lines.length === 1) return [text];
  return [text, ...lines.filter((line) => line.length >= SHORTEST_LINE && !/^-----(?:BEGIN|END) /.test(line))];
}

/** A function that replaces every given secret in a text by `***`, longest first; its URL-encoded and base64 forms too. */
export function redactor(secrets: readonly Secret[]): (text: string) => string {
  const forms = secrets.flatMap((secret) => linesOf(secret.reveal()).flatMap(formsOf));
  const needles = [...new Set(forms)].sort((a, b) => b.length - a.length);
  if (needles.length === 0) return (text) => text;
  const pattern = new RegExp(needles.map(encodedOrNot).join('|'), 'g');
  return (text) => text.replace(pattern, '***');
}

/** Matches a text in a URL: clients encode different sets of characters, so each may be encoded or not. */
const encodedOrNot = (text: string): string =>
  Array.from(text, (sign) =>
    /[a-z\d%]/i.test(sign) ? sign : `(?:${escapeRegExp(sign)}|${percentEncoded(sign)})`,
  ).join('');

const percentEncoded = (sign: string): string =>
  Array.from(new TextEncoder().encode(sign), (byte) => {
    const hex = byte.toString(16).padStart(2, '0');
    return `%${hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)}`;
  }).join('');

/** The text in the query of a URL, by the standard. */
function inQuery(text: string): string {
  const url = new URL('http://localhost');
  url.search = `?${text}`;
  return url.search.slice(1);
}

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
