/** What ends a line for some reader of a log, other than a line feed. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** A terminal's own commands: colours, titles, cursor movements. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is there to remove
const ANSI = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[ -/]*[0-~]/g;

/** What nobody sees, but some comparisons skip over: controls, formats (joiners, bidi), fillers, non-characters. Costly to make. */
const invisible = (): RegExp => /(?![\n\t])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;

/** `::command` where a line begins, whatever indents or colours it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours may stand before it
const LINE_COMMAND = /^((?:[^\S\n\r\u2028\u2029]|\u001b\[[\d;]*m)*):(?=:)/gmu;

/** `##[command]`, and its relatives `##vso[` and `##teamcity[`, anywhere. */
const BRACKET_COMMAND = /##(?=[\w.-]*\[)/g;

/** Nearly every text: nothing in it has to go. */
const PLAIN = /^[\n\t\x20-\x7e]*$/;

/** A text without any character that controls a terminal or hides; every line end becomes a line feed. */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(ANSI, '').replace(LINE_ENDS, '\n').replace(invisible(), '').replace(LONE_SURROGATE, '\uFFFD');
}

/** Breaks the commands of CI runners apart by a space; leaves everything else, our own colours included. */
export const disarm = (text: string): string =>
  text.includes('::') || text.includes('##')
    ? text.replace(LINE_COMMAND, '$1: ').replace(BRACKET_COMMAND, '# #')
    : text;

/** A hostile text made unable to command a runner or a terminal; its lines stay lines. */
export const harmless = (text: string): string => disarm(visible(text));

/** A hostile text as one harmless line. */
export const oneLine = (text: string): string => disarm(visible(text).replace(/\s+/gu, ' ').trim());

/** The first `max` characters of a text, with an ellipsis where it was cut. */
export const shorten = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A hostile text inside HTML: as text or as an attribute in quotes. Its lines stay lines. */
export const html = (text: string): string => visible(text).replace(/[&<>"']/g, (sign) => HTML[sign] ?? sign);

const entity = (sign: string): string => `&#${sign.charCodeAt(0)};`;

/** Scripts that run from right to left: without a mark behind them they would turn around what follows. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** One line in which every sign that means something to Markdown or HTML is an entity, so that it means nothing in either. */
const entities = (text: string): string =>
  oneLine(text)
    .replace(/[&<>"'\\`*_[\]{}|~$#@!]/g, entity)
    .replace(/:(?=\/\/)|(?<=www)\./gi, entity)
    .replace(/^[-+=]|(?<=^\d+)[.)]/, entity)
    .concat(RIGHT_TO_LEFT.test(text) ? '&lrm;' : '');

/** A hostile text as Markdown that shows it as it is: no markup, no table cell, no link, no @mention, no #123. */
export const markdown = (text: string): string =>
  entities(text)
    .replace(/&#(?:64|35);/g, '$&&#8203;')
    .replace(/\b(GH)-(?=\d)/gi, '$1-&#8203;');

/** A hostile text as inline code; safe in Markdown, in table cells and inside HTML tags. */
export const inlineCode = (text: string): string => `<code>${entities(text)}</code>`;

/** A hostile text as a block of code, in HTML, because nothing can close it and nothing in it can look like a tag. */
export const codeBlock = (text: string, language?: 'diff' | 'http'): string =>
  `<pre${language ? ` lang="${language}"` : ''}>\n${html(harmless(text))}\n</pre>`;
