/** What is wrong with a JSON text, and where. No part of the text is quoted: it may hold secrets. */
export interface JsonSyntaxError {
  readonly reason: string;
  readonly offset: number;
}

/** Understands the message of `JSON.parse`: V8 gives an offset, or the text around it. */
export function jsonSyntaxError(text: string, message: string): JsonSyntaxError {
  if (text.trim() === '') return { reason: 'it is empty', offset: 0 };
  const reason = message
    .replace(/,\s*(?:\.\.\.)?".*$/s, '')
    .replace(/^(?:\.\.\.)?".*" is not valid JSON$/s, 'it is not complete')
    .replace(/ in JSON at position.*$| \(line \d+ column \d+\)$/s, '');
  const [, digits] = /at position (\d+)/.exec(message) ?? [];
  return { reason, offset: digits === undefined ? offsetOfExcerpt(text, message) : Number(digits) };
}

/** V8 shows this many characters before the wrong one. */
const BEFORE = 10;

/** Places that look like the excerpt are tried, but not all of a large file. */
const MOST_MATCHES = 50;

function offsetOfExcerpt(text: string, message: string): number {
  const [, token, cut, excerpt] =
    /^Unexpected token '(.*?)', (\.\.\.)?"(.*?)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  if (token === undefined || excerpt === undefined) return text.length;
  let at = text.indexOf(excerpt);
  for (let tries = 0; at >= 0 && tries < MOST_MATCHES; tries += 1) {
    const offset = cut ? at + BEFORE : firstWrong(text, { at, excerpt, token });
    if (offset !== undefined && endsTooEarly(text.slice(0, offset))) return offset;
    at = text.indexOf(excerpt, at + 1);
  }
  return text.length;
}

/** Near the beginning of a text, the wrong character may stand anywhere in the excerpt. */
function firstWrong(
  text: string,
  { at, excerpt, token }: { readonly at: number; readonly excerpt: string; readonly token: string },
): number | undefined {
  for (let index = excerpt.indexOf(token); index >= 0; index = excerpt.indexOf(token, index + 1)) {
    if (endsTooEarly(text.slice(0, at + index)) && !endsTooEarly(text.slice(0, at + index + token.length)))
      return at + index;
  }
  return undefined;
}

/** Whether a text is valid JSON as far as it goes. */
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
