import { noun, plural } from '../../core/lib/text.ts';
import type { ConflictPlace, ConflictReason } from '../../core/model/conflict.ts';
import { helpAddress } from '../../core/model/problem-codes.ts';
import type { Report, ReportedChange } from '../../core/report/report.ts';
import { conflictRemedyOf } from '../conflicts.ts';
import { shorten } from '../escape.ts';
import { sourceLink } from '../links.ts';
import { linked, type Markup, markup, own } from './markup.ts';
import { linksOf } from './plan.ts';

/** Most places of one resource that the page shows. */
const SHOWN = 100;
const LONGEST_TEXT = 2000;

const REASONS: Readonly<Record<ConflictReason, string>> = {
  'both-changed': 'changed in the file and in Postman, at the same places',
  'no-base': 'changed in the file and in Postman; the version of the last apply cannot be read',
  adopted: 'existed in Postman before this project managed it, and differs from its file',
  deleted: 'was deleted in Postman, and its file was changed since the last apply',
};

/** The resources that were changed on both sides; each place with its three versions. */
export function conflictsSection(report: Report): Markup {
  const held = (report.plan?.changes ?? []).filter(({ conflict }) => conflict !== undefined);
  if (held.length === 0) return own('');
  return markup`<section aria-labelledby="conflicts"><h2 id="conflicts">${plural(held.length, 'conflict')}: nothing of ${noun(held.length, 'it', 'them')} is written</h2>
${held.map((change) => conflictPart(report, change))}</section>`;
}

function conflictPart(report: Report, change: ReportedChange): Markup {
  const { kind, name, path, conflict } = change;
  const remedy = conflictRemedyOf(change);
  const places = conflict?.places ?? [];
  const rest = places.length - SHOWN;
  return markup`<div class="row"><span class="line"><span class="bad" role="img" aria-label="conflict">✗</span><span class="name">${name}</span><span class="dim">${kind}</span><code class="dim">${path}</code></span>
<p>${conflict && REASONS[conflict.reason]}</p>
${remedy && markup`<p class="dim">${remedy} <a href="${helpAddress('conflict')}" rel="noreferrer">conflict</a></p>`}${linksOf(change, report)}
${places.length > 0 && placesTable(report, { kind, name, path, places: places.slice(0, SHOWN) })}
${rest > 0 && markup`<p class="dim">${plural(rest, 'more place')} in report.json.</p>`}</div>`;
}

interface TableOptions {
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  readonly places: readonly ConflictPlace[];
}

const placesTable = (report: Report, { kind, name, path, places }: TableOptions): Markup =>
  markup`<div class="scroll" tabindex="0" role="region" aria-label="${`Places of the ${kind} ${name} that were changed on both sides`}"><table class="attempts versions"><thead><tr><th scope="col">Place</th><th scope="col">Last applied</th><th scope="col">File</th><th scope="col">Postman</th></tr></thead>
<tbody>${places.map((place) => placeRow(report, { ...place, path }))}</tbody></table></div>`;

function placeRow(report: Report, place: ConflictPlace & { readonly path: string }): Markup {
  const { at, base, ours, theirs } = place;
  const shown = lineOf(report, place);
  return markup`<tr><th scope="row">${at}${shown && markup`<br>${shown}`}</th>${[base, ours, theirs].map(versionCell)}</tr>`;
}

/** The line of a place, with the file where it is not the resource's; undefined where there is nothing to add. */
function lineOf(
  report: Report,
  { file, path, position }: ConflictPlace & { readonly path: string },
): Markup | undefined {
  const isOther = file !== undefined && file !== path;
  if (!isOther && !position) return undefined;
  const line = position && `line ${position.line}`;
  const text = [...(isOther ? [file] : []), ...(line ? [line] : [])].join(', ');
  const link = sourceLink(report, { path: file ?? path, ...(position && { position }) });
  return link === undefined ? markup`<span class="dim">${text}</span>` : linked(link, text);
}

const versionCell = (version: string | undefined): Markup =>
  version === undefined
    ? markup`<td class="dim">none</td>`
    : markup`<td><code>${shorten(version, LONGEST_TEXT)}</code></td>`;
