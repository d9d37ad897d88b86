/** A fenced block of a page. */
export interface Block {
  /** What follows the fence: `sh`, `yaml`, `sh run`, or nothing. */
  readonly info: string;
  readonly text: string;
  /** Of the fence, from 1. */
  readonly line: number;
}

/** The fenced blocks, in order; with `language`, those in that language. */
export function blocksOf(markdown: string, language?: string): readonly Block[] {
  const found = [...markdown.matchAll(/^```([^\n`]*)\n([\s\S]*?)^```$/gm)].map(
    ({ 1: info = '', 2: text = '', index }) => ({
      info: info.trim(),
      text,
      line: markdown.slice(0, index).split('\n').length,
    }),
  );
  return language === undefined ? found : found.filter(({ info }) => info.split(' ')[0] === language);
}

/** The anchor that GitHub makes of a heading. */
export const slugOf = (title: string): string =>
  title
    .trim()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const PROGRAM = /^(?:npx (?:--yes )?)?postman-sync(?:@\d+)?$|^node \S*dist\/index\.js$/;

/** The arguments of every `postman-sync …` in shell blocks and in inline code. */
export function commandLines(markdown: string): readonly (readonly string[])[] {
  const blocks = ['sh', 'console'].flatMap((language) => blocksOf(markdown, language));
  const shell = blocks.flatMap(({ text }) => text.replaceAll(/\\\n\s*/g, ' ').split('\n'));
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '');
  const inline = [...prose.matchAll(/`((?:npx )?postman-sync(?:@\d+)? [a-z][^`(]*)`/g)].map(([, code = '']) => code);
  return [...shell, ...inline].flatMap((line) => commandsOf(wordsOf(line)).flatMap(argumentsOf));
}

/** The words of a line, as a shell splits them; operators are words of their own. */
function wordsOf(line: string): readonly string[] {
  const words = [...line.matchAll(/&&|\|\||[;|&<>]|(?:"[^"]*"|'[^']*'|[^\s;|&<>"'])+/g)].map(([word]) => word);
  const comment = words.findIndex((word) => word.startsWith('#'));
  return comment < 0 ? words : words.slice(0, comment);
}

function commandsOf(words: readonly string[]): readonly (readonly string[])[] {
  const at = words.findIndex((word) => /^(&&|\|\||[;|&<>])$/.test(word));
  if (at < 0) return [words];
  return [words.slice(0, at), ...commandsOf(words.slice(at + 1))];
}

/** What follows the program, with quotes removed; nothing for other programs. */
function argumentsOf(words: readonly string[]): readonly (readonly string[])[] {
  const start = words.findIndex((word) => word !== '$' && !/^[A-Z_]+=/.test(word));
  const length = [1, 2, 3].find((count) => PROGRAM.test(words.slice(start, start + count).join(' ')));
  if (start < 0 || length === undefined) return [];
  return [words.slice(start + length).map((word) => word.replaceAll(/["']/g, ''))];
}
