const INDENT = '  ';

/** Deeper levels are not indented further. */
const DEEPEST = 20;

/** The start of a JSON document. */
const JSON_START = /^\s*(?:\{\s*["}]|\[\s*(?:["[{\]\d-]|true|false|null))/;

const TOKEN = /"(?:\\.|[^"\\])*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Indents JSON that is on one line, even truncated or masked JSON; returns any other text unchanged. */
export function prettyBody(body: string): string {
  if (!JSON_START.test(body) || body.trim().includes('\n')) return body;
  let [text, depth, before] = ['', 0, ''];
  for (const token of body.match(TOKEN) ?? []) {
    if (isClosing(token)) depth = Math.max(0, depth - 1);
    text += gapBetween(before, token, depth) + token;
    if (isOpening(token)) depth += 1;
    before = token;
  }
  return text;
}

const isOpening = (token: string): boolean => token === '{' || token === '[';
const isClosing = (token: string): boolean => token === '}' || token === ']';

/** The white space between two tokens. */
function gapBetween(before: string, token: string, depth: number): string {
  if (before === '' || token === ',' || token === ':') return '';
  if (isOpening(before) && isClosing(token)) return '';
  if (isOpening(before) || isClosing(token) || before === ',') return `\n${INDENT.repeat(Math.min(depth, DEEPEST))}`;
  return ' ';
}
