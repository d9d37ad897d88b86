import { KINDS } from '../core/kinds/index.ts';
import type { Uid } from '../core/model/ids.ts';
import type { DesiredResource, ListedResource } from '../core/model/resource.ts';
import type { DesiredState } from '../core/plan/desired.ts';
import type { Identities } from '../core/plan/identity.ts';
import { bind } from '../core/plan/references.ts';
import type { State } from '../core/plan/state.ts';
import type { ObserveOptions, ResourceLists } from './list-resources.ts';

interface HintOptions {
  readonly lists: ResourceLists;
  readonly matches: Identities['matches'];
  readonly desired: DesiredState;
  readonly state: State;
  readonly options: ObserveOptions;
}

/** Entries of Postman's lists, by uid. Lists are fetched only for kinds with resources that may be unchanged. */
export async function readHints({
  matches,
  desired,
  state,
  options,
  lists: listOf,
}: HintOptions): Promise<ReadonlyMap<Uid, ListedResource>> {
  const { verify } = options;
  const unchanged = desired.resources.filter((resource) =>
    isAsRecorded(resource, { state, uid: matches.get(resource.file.path)?.uid }),
  );
  const kinds = verify === 'all' ? [] : [...new Set(unchanged.map(({ kind }) => kind))];
  const listed = kinds.filter((name) => {
    const { maxSingleFetches = 0 } = KINDS[name];
    return unchanged.filter(({ kind }) => kind === name).length > maxSingleFetches;
  });
  const lists = await Promise.all(listed.map(listOf));
  return new Map(lists.flat().map((resource) => [resource.uid, resource]));
}

function isAsRecorded(
  resource: DesiredResource,
  { state, uid }: { readonly state: State; readonly uid: Uid | undefined },
): boolean {
  const entry = state.entries.get(resource.file.path);
  return entry !== undefined && entry.uid === uid && !entry.behind && entry.fingerprint === resource.fingerprint;
}

interface UnchangedOptions {
  readonly path: string;
  readonly match: ListedResource;
  readonly state: State;
  readonly matches: Identities['matches'];
  readonly hints: ReadonlyMap<Uid, ListedResource>;
  readonly options: ObserveOptions;
}

/**
 * Whether a resource needs no download: its file is unchanged since the last apply, and Postman lists it under the
 * same name without a later change.
 */
export function isUnchanged(
  desired: DesiredState,
  { path, match, state, matches, hints, options }: UnchangedOptions,
): boolean {
  const resource = desired.resources.find(({ file }) => file.path === path);
  if (!resource || options.verify === 'all' || !isAsRecorded(resource, { state, uid: match.uid })) return false;
  // A different name is a change regardless of the times. The state may also have been edited by hand.
  if (match.name !== resource.name) return false;
  const hint = hints.get(match.uid);
  const { matchesListing } = KINDS[resource.kind];
  if (matchesListing) return hint !== undefined && matchesListing(bind(resource, uidsOf(matches)), hint);
  const changedAt = hint?.updatedAt;
  const appliedAt = state.entries.get(path)?.time;
  return !changedAt || !appliedAt || changedAt <= appliedAt;
}

const uidsOf = (matches: Identities['matches']): ReadonlyMap<string, Uid> =>
  new Map([...matches].map(([path, { uid }]) => [path, uid]));
