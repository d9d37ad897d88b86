import { type Problem, placeOf } from '../../core/model/problem.ts';
import { html, inlineCode, visible } from '../escape.ts';

/** A place in a committed file as inline code; a link to its line where `sourceUrl` tells where the files are shown. */
export function sourcePlace(place: Pick<Problem, 'path' | 'position'>, sourceUrl: string | undefined): string {
  const text = placeOf(place);
  if (text === '') return '';
  const path = place.path === undefined ? undefined : pathInUrl(place.path);
  if (sourceUrl === undefined || path === undefined) return inlineCode(text);
  const line = place.position ? `#L${place.position.line}` : '';
  return `<a href="${html(`${sourceUrl}/${path}${line}`)}">${inlineCode(text)}</a>`;
}

/** Undefined for a path that would lead out of the repository. */
function pathInUrl(path: string): string | undefined {
  const segments = visible(path).split('/');
  return segments.some((segment) => /^\.{0,2}$/.test(segment)) ? undefined : segments.map(encodeURIComponent).join('/');
}
