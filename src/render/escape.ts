/** Line ends other than a line feed that some reader of a log knows. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Escape sequences of terminals: colours, titles, cursor movements. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern removes them
const ANSI = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[ -/]*[0-~]/g;

/** Invisible characters: controls, formats (joiners, bidi), fillers, non-characters. A function: building it is slow. */
const invisible = (): RegExp => /(?![\n\t])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;

/** `::command` at the start of a line, behind any indentation and colours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours may come before it
const LINE_COMMAND = /^((?:[^\S\n\r\u2028\u2029]|\u001b\[[\d;]*m)*):(?=:)/gmu;

/** `##[command]`, and its relatives `##vso[` and `##teamcity[`, anywhere. */
const BRACKET_COMMAND = /##(?=[\w.-]*\[)/g;

/** Printable Latin-1 and the marks of reports, as in most texts: nothing to remove. */
const PLAIN = /^[\n\t\x20-\x7e\xa1-\xac\xae-\xff✓✗…–—]*$/;

/** Removes every character that controls a terminal or is invisible; every line end becomes a line feed. */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(ANSI, '').replace(LINE_ENDS, '\n').replace(invisible(), '').replace(LONE_SURROGATE, '\uFFFD');
}

/** Disables the commands of CI runners by a space in them; keeps everything else, our own colours included. */
export const disarm = (text: string): string =>
  text.includes('::') || text.includes('##')
    ? text.replace(LINE_COMMAND, '$1: ').replace(BRACKET_COMMAND, '# #')
    : text;

/** A hostile text without commands for a runner or a terminal; line breaks stay. */
export const harmless = (text: string): string => disarm(visible(text));

/** A hostile text as one line, without commands for a runner or a terminal. */
export const oneLine = (text: string): string => disarm(visible(text).replace(/\s+/gu, ' ').trim());

/** The first `max` characters of a text, with an ellipsis where it was cut. */
export const shorten = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes a hostile text for HTML, as text or as an attribute in quotes; line breaks stay. */
export const html = (text: string): string => visible(text).replace(/[&<>"']/g, (sign) => HTML[sign] ?? sign);

const entity = (sign: string): string => `&#${sign.charCodeAt(0)};`;

/** Scripts that run from right to left. Without a mark behind them they would reverse the text that follows. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** One line in which every character with a meaning in Markdown or HTML is an entity. */
const entities = (text: string): string =>
  oneLine(text)
    .replace(/[&<>"'\\`*_[\]{}|~$#@!]/g, entity)
    .replace(/:(?=\/\/)|(?<=www)\./gi, entity)
    .replace(/^[-+=]|(?<=^\d+)[.)]/, entity)
    .concat(RIGHT_TO_LEFT.test(text) ? '&lrm;' : '');

/** Escapes a hostile text for Markdown: no markup, no new table cell, no link, no @mention, no #123. */
export const markdown = (text: string): string =>
  entities(text)
    .replace(/&#(?:64|35);/g, '$&&#8203;')
    .replace(/\b(GH)-(?=\d)/gi, '$1-&#8203;');

/** A hostile text as inline code; safe in Markdown, table cells and HTML. */
export const inlineCode = (text: string): string => `<code>${entities(text)}</code>`;

/** A hostile text as a block of code. It is HTML, not a Markdown fence: a text could close a fence. */
export const codeBlock = (text: string, language?: 'diff' | 'http'): string =>
  `<pre${language ? ` lang="${language}"` : ''}>\n${html(harmless(text))}\n</pre>`;
