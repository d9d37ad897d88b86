import { KINDS } from '../kinds/index.ts';
import { bareId, type Uid } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { type DesiredResource, type ListedResource, namePlace, pinPlace } from '../model/resource.ts';
import type { State } from './state.ts';

/** What identities are found by. */
export interface IdentitySources {
  readonly listed: readonly ListedResource[];
  readonly state: State;
  /** `.postman/resources.yaml`: source path → cloud id. */
  readonly mapping: ReadonlyMap<string, string>;
  /** Resources that other projects manage: uid → project. */
  readonly taken: ReadonlyMap<Uid, string>;
}

/** The resource each source path belongs to, and what stands in the way. */
export interface Identities {
  readonly matches: ReadonlyMap<string, ListedResource>;
  readonly problems: readonly Problem[];
}

/** How a resource was found, in the order in which the ways are tried. */
type Found = { readonly resource: ListedResource } | { readonly problem: Problem } | undefined;

/**
 * Finds the remote resource that a file belongs to: the configuration's uid; the recorded state; Postman's own mapping;
 * the id in the file, where that exists in the workspace; the only resource of that kind with exactly that name.
 */
export function resolveIdentities(desired: readonly DesiredResource[], sources: IdentitySources): Identities {
  const index = indexOf(sources);
  const matches = new Map<string, ListedResource>();
  const problems: Problem[] = [];
  for (const way of WAYS) {
    const claimed = new Set([...matches.values()].map((match) => match.uid));
    for (const one of desired.filter(({ file }) => !matches.has(file.path))) {
      const found = way(one, { ...index, claimed });
      if (found && 'problem' in found) problems.push(found.problem);
      if (found && 'resource' in found) matches.set(one.file.path, found.resource);
    }
  }
  return { matches, problems: [...problems, ...shared(desired, matches)] };
}

interface Index extends IdentitySources {
  readonly byId: ReadonlyMap<string, ListedResource>;
  /** Resources that a stronger way has found already. */
  readonly claimed: ReadonlySet<Uid>;
}

const keyOf = (kind: string, id: string): string => `${kind} ${bareId(id)}`;

const indexOf = (sources: IdentitySources): Omit<Index, 'claimed'> => ({
  ...sources,
  byId: new Map(sources.listed.map((one) => [keyOf(one.kind, one.uid), one])),
});

type Way = (one: DesiredResource, index: Index) => Found;

const pinned: Way = (one, { byId, taken }) => {
  if (one.pinned === undefined) return undefined;
  const resource = byId.get(keyOf(one.kind, one.pinned.uid));
  if (!resource) {
    const message = `The ${one.kind} ${one.pinned.uid}, which ${one.file.path} is pinned to, is not in this workspace`;
    return { problem: { message, remedy: 'Correct the uid, or remove it.', ...pinPlace(one) } };
  }
  return resourceUnless(one, { resource, taken });
};

const recorded: Way = (one, { byId, state, claimed }) => {
  const entry = state.entries.get(one.file.path);
  if (!entry || entry.kind !== one.kind || claimed.has(entry.uid)) return undefined;
  const resource = byId.get(keyOf(one.kind, entry.uid));
  return resource && { resource };
};

const mapped: Way = (one, { byId, mapping, taken }) => {
  const id = mapping.get(one.file.path);
  const resource = id === undefined ? undefined : byId.get(keyOf(one.kind, id));
  return resource && resourceUnless(one, { resource, taken });
};

const byFileId: Way = (one, { byId, taken, claimed }) => {
  const id = KINDS[one.kind].idOf(one.file.content);
  const resource = id === undefined ? undefined : byId.get(keyOf(one.kind, id));
  return resource && !taken.has(resource.uid) && !claimed.has(resource.uid) ? { resource } : undefined;
};

const byName: Way = (one, { listed, taken, claimed }) => {
  const named = listed.filter((each) => each.kind === one.kind && each.name === one.name);
  const [only] = named;
  if (one.kind === 'globals' && only) return resourceUnless(one, { resource: only, taken });
  const free = named.filter(({ uid }) => !taken.has(uid) && !claimed.has(uid));
  const [resource, another] = free;
  if (resource && !another) return { resource };
  if (!resource) return undefined;
  const uids = free.map(({ uid }) => uid).join(', ');
  return refused(
    one,
    `The workspace has ${free.length} ${KINDS[one.kind].plural} named "${one.name}" (${uids}), and nothing tells which one this file is`,
    'Pin one of them with its uid in the configuration, or rename the others in Postman.',
  );
};

const WAYS: readonly Way[] = [pinned, recorded, mapped, byFileId, byName];

function resourceUnless(
  one: DesiredResource,
  { resource, taken }: { readonly resource: ListedResource; readonly taken: ReadonlyMap<Uid, string> },
): Found {
  const project = taken.get(resource.uid);
  if (project === undefined) return { resource };
  return refused(
    one,
    `The ${one.kind} ${resource.uid} is managed by the project ${project}`,
    'Take the file out of one of the two projects.',
  );
}

const refused = (one: DesiredResource, message: string, remedy: string): Found => ({
  problem: { message, remedy, ...namePlace(one) },
});

/** Two files that found the same resource: the second would overwrite the first. */
function shared(desired: readonly DesiredResource[], matches: ReadonlyMap<string, ListedResource>): readonly Problem[] {
  const owners = new Map<Uid, DesiredResource>();
  return desired.flatMap((one) => {
    const uid = matches.get(one.file.path)?.uid;
    const owner = uid === undefined ? undefined : owners.get(uid);
    if (uid !== undefined && !owner) owners.set(uid, one);
    if (!owner) return [];
    return [
      {
        message: `${one.file.path} and ${owner.file.path} belong to the same ${one.kind} in Postman (${uid})`,
        remedy: 'Take one of the files out of the globs, or pin each to a uid of its own.',
        ...namePlace(one),
      },
    ];
  });
}
