import { type Problem, placeOf } from '../../core/model/problem.ts';
import { html, inlineCode } from '../escape.ts';
import { pathInUrl } from '../links.ts';

/** A place in a committed file as inline code; a link to its line where `sourceUrl` tells where the files are shown. */
export function sourcePlace(place: Pick<Problem, 'path' | 'position'>, sourceUrl: string | undefined): string {
  const text = placeOf(place);
  if (text === '') return '';
  const path = place.path === undefined ? undefined : pathInUrl(place.path);
  if (sourceUrl === undefined || path === undefined) return inlineCode(text);
  const line = place.position ? `#L${place.position.line}` : '';
  return `<a href="${html(`${sourceUrl}/${path}${line}`)}">${inlineCode(text)}</a>`;
}
