/** A name and its value in a text: a body, a URL, a header block, a script, a description. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
}

const NAME = '[A-Za-z_][\\w.-]{1,60}';

const JSON_MEMBER = new RegExp(`\\\\*"(${NAME})\\\\*"\\s*:\\s*\\\\*"([^"\\\\\\n]{3,4096})\\\\*"`, 'g');
const XML_ELEMENT = new RegExp(`<(?:\\w+:)?(${NAME})(?:\\s[^<>]{0,200})?>([^<>\\n]{3,4096})</`, 'g');
const PARAMETER = new RegExp(`(?:^|[?&\\s;])(${NAME})=([^&\\s"'<>;]{3,4096})`, 'g');
const HEADER_LINE = new RegExp(`(?:^|[\\n'"])\\s*(${NAME})\\s*:[ \\t]*([^\\n'"]{3,4096})`, 'g');
const ASSIGNED = new RegExp(
  `(?<![\\w.])["']?((?:[\\w$]+\\.){0,4}${NAME})["']?\\]?\\s*[:=]\\s*(["'\`])([^"'\`\\n]{3,4096})\\2`,
  'g',
);
const SET = new RegExp(
  `\\b(?:set\\w*|add|upsert|append)\\(\\s*["'\`](${NAME})["'\`]\\s*,\\s*["'\`]([^"'\`\\n]{3,4096})["'\`]`,
  'g',
);
const KEY_VALUE = new RegExp(
  `\\bkey["']?\\s*:\\s*["'](${NAME})["']\\s*,\\s*["']?value["']?\\s*:\\s*["'\`]([^"'\`\\n]{3,4096})["'\`]`,
  'g',
);
const SIGNED_WITH = /\bHmac\w*\([^)\n]{1,200},\s*["'`]([^"'`\n]{6,512})["'`]\s*\)/g;

/** Members of JSON (which may be invalid: `{{variables}}` without quotes), elements of XML, parameters of forms. */
export const inBody = (text: string): readonly Assignment[] => [
  ...pairs(text, '"', JSON_MEMBER),
  ...pairs(text, '</', XML_ELEMENT),
  ...(text.includes('\n') || text.includes('{') ? [] : inUrl(text)),
];

/** Parameters of a query or a form. */
export const inUrl = (text: string): readonly Assignment[] =>
  pairs(text, '=', PARAMETER).map(({ name, value }) => ({ name, value: decoded(value) }));

/** Lines `Name: value`, the form of headers in v2.0. */
export const inHeaderLines = (text: string): readonly Assignment[] => pairs(text, ':', HEADER_LINE);

/** Literals with a name in a script: assignments, members, `set(name, value)`, keys of signatures. */
export const inScript = (text: string): readonly Assignment[] => [
  ...Array.from(text.matchAll(ASSIGNED), ([, name = '', , value = '']) => ({ name: lastOf(name), value })),
  ...pairs(text, '(', SET),
  ...pairs(text, 'key', KEY_VALUE),
  ...Array.from(text.matchAll(SIGNED_WITH), ([, value = '']) => ({ name: 'secret', value })),
];

/** Names and values in documentation: header lines, JSON, parameters. */
export const inProse = (text: string): readonly Assignment[] => [
  ...pairs(text, ':', HEADER_LINE),
  ...pairs(text, '"', JSON_MEMBER),
  ...inUrl(text),
];

function pairs(text: string, needs: string, pattern: RegExp): readonly Assignment[] {
  if (!text.includes(needs)) return [];
  return Array.from(text.matchAll(pattern), ([, name = '', value = '']) => ({ name, value: value.trim() }));
}

const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
