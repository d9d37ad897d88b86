import type { ConflictPlace, ConflictReason } from '../../core/model/conflict.ts';
import { placeOf } from '../../core/model/problem.ts';
import type { Report, ReportedChange } from '../../core/report/report.ts';
import { shorten } from '../escape.ts';
import { plural } from '../format.ts';
import { sourceLink } from '../links.ts';
import { type Markup, markup, own } from './markup.ts';

/** Places of one resource that the page shows. */
const SHOWN = 100;
const LONGEST_TEXT = 2000;

const REASONS: Readonly<Record<ConflictReason, string>> = {
  'both-changed': 'changed in the file and in Postman, at the same places',
  'no-base': 'changed in the file and in Postman; the version that was applied last cannot be read',
  adopted: 'was in Postman before this project applied it, and differs from its file',
  deleted: 'was deleted in Postman, and its file was changed since the last apply',
};

/** What was changed on both sides, each place with its three versions. */
export function conflictsSection(report: Report): Markup {
  const held = (report.plan?.changes ?? []).filter(({ conflict }) => conflict !== undefined);
  if (held.length === 0) return own('');
  return markup`<section aria-labelledby="conflicts"><h2 id="conflicts">${plural(held.length, 'conflict')}: nothing of these is written</h2>
${held.map((change) => conflictPart(report, change))}</section>`;
}

function conflictPart(report: Report, { kind, name, path, conflict }: ReportedChange): Markup {
  const places = conflict?.places ?? [];
  const rest = places.length - SHOWN;
  return markup`<div class="row"><span class="line"><span class="bad" role="img" aria-label="conflict">✗</span><span class="name">${name}</span><span class="dim">${kind}</span><code class="dim">${path}</code></span>
<p>${conflict && REASONS[conflict.reason]}</p>
${places.length > 0 && placesTable(report, { name, path, places: places.slice(0, SHOWN) })}
${rest > 0 && markup`<p class="dim">${plural(rest, 'more place')} in report.json.</p>`}</div>`;
}

interface Places {
  readonly name: string;
  readonly path: string;
  readonly places: readonly ConflictPlace[];
}

const placesTable = (report: Report, { name, path, places }: Places): Markup =>
  markup`<div class="scroll" tabindex="0" role="region" aria-label="${`Places of ${name} that were changed on both sides`}"><table class="attempts"><thead><tr><th scope="col">Place</th><th scope="col">Last applied</th><th scope="col">File</th><th scope="col">Postman</th></tr></thead>
<tbody>${places.map((place) => placeRow(report, { ...place, file: place.file ?? path }))}</tbody></table></div>`;

function placeRow(
  report: Report,
  { at, base, ours, theirs, file, position }: ConflictPlace & { readonly file: string },
): Markup {
  const place = { path: file, ...(position && { position }) };
  const link = sourceLink(report, place);
  const shown = markup`<code>${placeOf(place)}</code>`;
  return markup`<tr><th scope="row">${at}<br>${link === undefined ? shown : markup`<a href="${link}" rel="noreferrer">${shown}</a>`}</th>${[base, ours, theirs].map(versionCell)}</tr>`;
}

const versionCell = (version: string | undefined): Markup =>
  version === undefined
    ? markup`<td class="dim">none</td>`
    : markup`<td><code>${shorten(version, LONGEST_TEXT)}</code></td>`;
