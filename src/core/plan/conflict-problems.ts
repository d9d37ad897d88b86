import type { ConflictPlace, ConflictReason, ResourceConflict } from '../model/conflict.ts';
import type { Problem } from '../model/problem.ts';
import { placeIn, type ResourceKind } from '../model/resource.ts';
import { type Change, conflictOf, kindOf, nameOf } from './change.ts';

/** Places of one resource that are told each; the report holds them all. */
const MOST_PLACES = 20;

/** What holds a resource back, place by place, with what settles it. */
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

/** A conflict of a resource and the file it is about. */
export interface ConflictIn {
  readonly kind: ResourceKind;
  readonly name: string;
  readonly path: string;
  readonly conflict?: ResourceConflict;
}

/** The same for a change that is reported already. */
export const reportedConflicts = (change: ConflictIn): readonly Problem[] =>
  change.conflict ? problemsOf({ ...change, conflict: change.conflict }) : [];

function problemsOf({ kind, name, path: source, conflict }: Required<ConflictIn>): readonly Problem[] {
  const path = source.replace(/#monitors\/.*$/s, '');
  const what = `${kind} "${name}"`;
  const remedy = REMEDIES[conflict.reason];
  if (conflict.reason !== 'both-changed') {
    const message = `Conflict: the ${what} ${REASONS[conflict.reason]}${namesOf(conflict.places)}`;
    return [{ kind: 'conflict', code: 'conflict', message, remedy, path }];
  }
  const told = conflict.places.slice(0, MOST_PLACES).map(
    (place): Problem => ({
      kind: 'conflict',
      code: 'conflict',
      message: `Conflict in the ${what} at ${place.at}: ${versionsOf(place)}`,
      remedy,
      path: place.file ?? path,
      ...(place.position ? { position: place.position } : {}),
    }),
  );
  const rest = conflict.places.length - told.length;
  const more = `Conflict in the ${what}: ${rest} more places were changed on both sides`;
  return rest > 0 ? [...told, { kind: 'conflict', code: 'conflict', message: more, remedy, path }] : told;
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
  deleted: 'Delete the file as well, or create the resource again once with on-drift: overwrite.',
};

/** Of places without a base only the names are told. */
function namesOf(places: readonly ConflictPlace[]): string {
  const names = places.slice(0, MOST_PLACES / 2).map(({ at }) => at);
  const rest = places.length - names.length;
  return places.length === 0 ? '' : `: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Longer texts stand in the report only. */
const LONGEST = 200;

const versionsOf = ({ base, ours, theirs }: ConflictPlace): string =>
  `the file has ${quoted(ours)}, Postman has ${quoted(theirs)}, before it was ${quoted(base)}`;

function quoted(text: string | undefined): string {
  if (text === undefined) return 'nothing';
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
