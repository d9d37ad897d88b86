import { html } from '../escape.ts';

/** HTML that is safe as it stands: made by {@link markup} alone. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template may hold: texts and numbers are escaped, markup is not, nothing is nothing. */
export type Content = string | number | Markup | undefined | false | readonly Markup[];

/** A template of HTML that escapes whatever is put in it; attributes belong in double quotes. */
export const markup = (strings: TemplateStringsArray, ...contents: readonly Content[]): Markup =>
  new Markup(strings.map((text, at) => text + shown(contents[at])).join(''));

/** HTML written in this program; never anybody's text. */
export const own = (text: string): Markup => new Markup(text);

function shown(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string' || typeof content === 'number') return html(String(content));
  return content.map(({ text }) => text).join('');
}
