import { type Problem, placeOf } from '../core/model/problem.ts';
import type { Report, ReportedChange } from '../core/report/report.ts';
import { encodePath } from '../core/report/source-links.ts';
import { html, inlineCode, visible } from './escape.ts';

/** The web page of a committed file, at its line if known; undefined where the report names no web page of its files. */
export function sourceLink(
  { sources }: Pick<Report, 'sources'>,
  { path, position }: Pick<Problem, 'path' | 'position'>,
): string | undefined {
  const inUrl = path === undefined ? undefined : pathInUrl(path);
  if (!sources || inUrl === undefined) return undefined;
  const address = position ? sources.line.replaceAll('{line}', String(position.line)) : sources.file;
  return webLink(address.replaceAll('{path}', () => inUrl));
}

/** The path for a URL; undefined for a path that would lead out of the repository. */
function pathInUrl(path: string): string | undefined {
  const shown = visible(path);
  return shown.split('/').some((segment) => /^\.{0,2}$/.test(segment)) ? undefined : encodePath(shown);
}

/** The address if it is an http(s) URL without spaces or quotes; else undefined. */
export const webLink = (address: string | undefined): string | undefined =>
  address !== undefined && /^https?:\/\/[\w.-]+(?::\d+)?(?:[/?#][\x21-\x7e]*)?$/.test(address) ? address : undefined;

const UID = /^(?:\d+-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The web page of a resource in Postman; undefined where the resource does not exist yet or any more. */
export function postmanLink(
  { workspace }: Pick<Report, 'workspace'>,
  { kind, uid, action, status }: Pick<ReportedChange, 'kind' | 'uid' | 'action' | 'status'>,
): string | undefined {
  const isGone = action === 'delete' && status === 'applied';
  if (!workspace || isGone || !UID.test(workspace.id)) return undefined;
  const base = `https://go.postman.co/workspace/${workspace.id}`;
  if (kind === 'globals') return `${base}/${kind}`;
  if (uid === undefined || !UID.test(uid)) return undefined;
  return `${base}/${kind}/${kind === 'monitor' ? uid.replace(/^\d+-/, '') : uid}`;
}

/** A place in a committed file as inline code in Markdown; with `sourceUrl`, linked to its line. */
export function sourcePlace(place: Pick<Problem, 'path' | 'position'>, sourceUrl: string | undefined): string {
  const text = placeOf(place);
  if (text === '') return '';
  const path = place.path === undefined ? undefined : pathInUrl(place.path);
  if (sourceUrl === undefined || path === undefined) return inlineCode(text);
  const line = place.position ? `#L${place.position.line}` : '';
  return `<a href="${html(`${sourceUrl}/${path}${line}`)}">${inlineCode(text)}</a>`;
}
