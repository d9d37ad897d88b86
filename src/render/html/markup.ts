import { html } from '../escape.ts';

/** HTML that needs no escaping. Only {@link markup} and {@link own} make it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A value in a template. Texts and numbers are escaped; markup is not; undefined and false render nothing. */
export type Content = string | number | Markup | undefined | false | readonly Markup[];

/** A template of HTML that escapes its values. Values in attributes belong in double quotes. */
export const markup = (strings: TemplateStringsArray, ...contents: readonly Content[]): Markup =>
  new Markup(strings.map((text, at) => text + shown(contents[at])).join(''));

/** HTML that this program wrote itself. Never pass a text from a file, a server or a user. */
export const own = (text: string): Markup => new Markup(text);

/** The content as a link, or without one where there is no address. The address must have been checked. */
export const linked = (address: string | undefined, content: string | Markup): Markup =>
  address === undefined ? markup`${content}` : markup`<a href="${address}" rel="noreferrer">${content}</a>`;

function shown(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string' || typeof content === 'number') return html(String(content));
  return content.map(({ text }) => text).join('');
}
