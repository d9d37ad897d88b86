import { noun } from '../lib/text.ts';
import type { ConflictPlace, ConflictReason, ResourceConflict } from '../model/conflict.ts';
import type { Problem } from '../model/problem.ts';
import { fileOfPath, placeIn, type ResourceKind } from '../model/resource.ts';
import { type Change, conflictOf, kindOf, nameOf } from './change.ts';

/** The most places of a resource that get a problem each. The report has all of them. */
const MOST_PLACES = 20;

/** The problems of a conflict, one for each place, with the remedy. */
export function conflictProblems(change: Change): readonly Problem[] {
  const conflict = conflictOf(change);
  if (!conflict || change.action !== 'none') return [];
  const { file } = change.after;
  return problemsOf({
    kind: kindOf(change),
    name: nameOf(change),
    path: placeIn(file, []).path,
    conflict,
  });
}

/** A resource in a report, which may have a conflict. */
export interface ReportedConflict {
  readonly kind: ResourceKind;
  readonly name: string;
  readonly path: string;
  readonly conflict?: ResourceConflict;
}

/** The problems of a conflict, for a change in a report. */
export const reportedConflicts = (change: ReportedConflict): readonly Problem[] =>
  change.conflict ? problemsOf({ ...change, conflict: change.conflict }) : [];

function problemsOf({ kind, name, path: source, conflict }: Required<ReportedConflict>): readonly Problem[] {
  const what = `${kind} "${name}"`;
  const problem = {
    kind: 'conflict',
    code: 'conflict',
    remedy: REMEDIES[conflict.reason],
    path: fileOfPath(source),
  } as const;
  if (conflict.reason !== 'both-changed') {
    const message = `Conflict: the ${what} ${REASONS[conflict.reason]}${namesOf(conflict.places)}`;
    return [{ ...problem, message }];
  }
  const listed = conflict.places.slice(0, MOST_PLACES).map(
    (place): Problem => ({
      ...problem,
      message: `Conflict in the ${what} at ${place.at}: ${versionsOf(place)}`,
      path: place.file ?? problem.path,
      ...(place.position ? { position: place.position } : {}),
    }),
  );
  const rest = conflict.places.length - listed.length;
  const message = `Conflict in the ${what}: ${rest} more ${noun(rest, 'place was', 'places were')} changed on both sides`;
  return rest > 0 ? [...listed, { ...problem, message }] : listed;
}

const REASONS: Readonly<Record<Exclude<ConflictReason, 'both-changed'>, string>> = {
  'no-base': 'was changed in the file and in Postman, and the version that was applied last cannot be read',
  adopted: 'was in Postman before this project applied it, and differs from its file',
  deleted: 'was deleted in Postman, and its file was changed since the last apply',
};

const REMEDIES: Readonly<Record<ConflictReason, string>> = {
  'both-changed':
    'Run pull --theirs, edit the file and apply; or apply once with on-drift: overwrite, which backs up what is in Postman.',
  'no-base':
    'Check out with fetch-depth: 0, or grant contents: read; or settle it with pull --theirs, or once with on-drift: overwrite.',
  adopted:
    "pull --theirs takes over Postman's version; on-drift: overwrite sends the file once and backs up Postman's.",
  deleted: 'Remove it from the repository as well, or create the resource again once with on-drift: overwrite.',
};

/** Names of places, for a conflict without a base. */
function namesOf(places: readonly ConflictPlace[]): string {
  const names = places.slice(0, MOST_PLACES / 2).map(({ at }) => at);
  const rest = places.length - names.length;
  return places.length === 0 ? '' : `: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Longer texts are truncated here; the report has them. */
const LONGEST = 200;

const versionsOf = ({ base, ours, theirs }: ConflictPlace): string =>
  `the file has ${quoted(ours)}, Postman has ${quoted(theirs)}, before it was ${quoted(base)}`;

function quoted(text: string | undefined): string {
  if (text === undefined) return 'nothing';
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
