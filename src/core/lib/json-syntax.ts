/** The reason and place of a syntax error. The reason quotes no part of the text, which may hold secrets. */
export interface JsonSyntaxError {
  readonly reason: string;
  readonly offset: number;
}

/**
 * Derives reason and offset from the message of `JSON.parse`, in which V8 gives an offset or an excerpt of the text.
 */
export function jsonSyntaxError(text: string, message: string): JsonSyntaxError {
  if (text.trim() === '') return { reason: 'it is empty', offset: 0 };
  const reason = message
    .replace(/,\s*(?:\.\.\.)?".*$/s, '')
    .replace(/^(?:\.\.\.)?".*" is not valid JSON$/s, 'it is not complete')
    .replace(/ in JSON at position.*$| \(line \d+ column \d+\)$/s, '');
  const [, digits] = /at position (\d+)/.exec(message) ?? [];
  return { reason, offset: digits === undefined ? offsetOfExcerpt(text, message) : Number(digits) };
}

/** Number of characters that V8 shows before the wrong one. */
const BEFORE = 10;

/** The excerpt may occur several times; this many occurrences are tried. */
const MOST_MATCHES = 50;

function offsetOfExcerpt(text: string, message: string): number {
  const [, token, cut, excerpt] =
    /^Unexpected token '(.*?)', (\.\.\.)?"(.*?)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  if (token === undefined || excerpt === undefined) return text.length;
  let at = text.indexOf(excerpt);
  for (let tries = 0; at >= 0 && tries < MOST_MATCHES; tries += 1) {
    const first = cut ? BEFORE : excerpt.indexOf(token);
    const offset = firstWrong(text, { at, excerpt, token, first });
    if (offset !== undefined) return offset;
    at = text.indexOf(excerpt, at + 1);
  }
  return text.length;
}

interface Excerpt {
  readonly at: number;
  readonly excerpt: string;
  readonly token: string;
  /** The first place in the excerpt that the token may have. */
  readonly first: number;
}

/** Offset of the wrong character in an excerpt; undefined where the excerpt is right, such as inside a string. */
function firstWrong(text: string, { at, excerpt, token, first }: Excerpt): number | undefined {
  for (let index = first; index >= 0; index = excerpt.indexOf(token, index + 1)) {
    if (endsTooEarly(text.slice(0, at + index)) && !endsTooEarly(text.slice(0, at + index + token.length)))
      return at + index;
  }
  return undefined;
}

/** Whether a text is the beginning of valid JSON. */
function endsTooEarly(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    return (
      /end of JSON|Unterminated string|double-quoted property name|property name or '}'|Expected ',' or/.test(
        String(error),
      ) || text.trim() === ''
    );
  }
}
