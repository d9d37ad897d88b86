import { fingerprint } from '../kinds/fingerprint.ts';
import { KINDS } from '../kinds/index.ts';
import { isObject, type JsonObject } from '../lib/json.ts';
import { bareId, type Uid } from '../model/ids.ts';
import { type DesiredResource, type ListedResource, namePlace, pinPlace } from '../model/resource.ts';
import { sameName, type UnclearFiles } from './identity-problems.ts';
import type { State } from './state.ts';

/** Sources for finding the resource of a file. */
export interface IdentitySources {
  readonly listed: readonly ListedResource[];
  readonly state: State;
  /** `.postman/resources.yaml`: source path → cloud id. */
  readonly mapping: ReadonlyMap<string, string>;
  /** Resources that other projects manage: uid → project. */
  readonly taken: ReadonlyMap<Uid, string>;
}

/** The result of a search: a resource, a problem, or undefined if the search finds nothing. */
export type Found = { readonly resource: ListedResource } | UnclearFiles | undefined;

/** The sources, indexed. */
export interface IdentityIndex extends IdentitySources {
  /** Listed resources by `resourceKey`. */
  readonly byId: ReadonlyMap<string, ListedResource>;
  /** Files by source path. */
  readonly byPath: ReadonlyMap<string, DesiredResource>;
  /** Resources that an earlier search found for other files. */
  readonly claimed: ReadonlySet<Uid>;
}

/** The key of a resource in `IdentityIndex.byId`. */
export const resourceKey = (kind: string, id: string): string => `${kind} ${bareId(id)}`;

interface FindOptions extends IdentityIndex {
  /** Files for which no earlier search found a resource. */
  readonly open: readonly DesiredResource[];
}

/** Searches the resource of a file. */
export type Find = (resource: DesiredResource, options: FindOptions) => Found;

/** Finds the resource whose uid the configuration gives for the file. */
export const byPin: Find = (desired, { byId, taken }) => {
  if (desired.pinned === undefined) return undefined;
  const resource = byId.get(resourceKey(desired.kind, desired.pinned.uid));
  if (!resource) {
    const message = `The ${desired.kind} ${desired.pinned.uid}, which ${desired.file.path} is pinned to, is not in this workspace`;
    const problem = {
      code: 'wrong-uid' as const,
      message,
      remedy: 'Correct the uid, or remove it.',
      ...pinPlace(desired),
    };
    return { problem, paths: [desired.file.path] };
  }
  return resourceUnless(desired, { resource, taken });
};

const idIn = ({ kind, file }: DesiredResource): string | undefined => {
  const id = file.digest ? file.digest.id : KINDS[kind].idOf(file.content);
  return id === undefined ? undefined : bareId(id);
};

/** Finds the resource of a file that was moved or swapped: the state has the id in the file for another path. */
export const byMovedId: Find = (desired, { byId, byPath, state }) => {
  const id = idIn(desired);
  const resource = id === undefined ? undefined : byId.get(resourceKey(desired.kind, id));
  if (!resource || state.entries.get(desired.file.path)?.uid === resource.uid) return undefined;
  const [recordedPath] = [...state.entries].find(([, entry]) => entry.uid === resource.uid) ?? [];
  if (recordedPath === undefined) return undefined;
  const fileThere = byPath.get(recordedPath);
  return fileThere === undefined || idIn(fileThere) !== id ? { resource } : undefined;
};

/** Finds the resource that the state records for the file's path. */
export const byState: Find = (desired, { byId, state, claimed }) => {
  const entry = state.entries.get(desired.file.path);
  if (!entry || entry.kind !== desired.kind || claimed.has(entry.uid)) return undefined;
  const resource = byId.get(resourceKey(desired.kind, entry.uid));
  return resource && { resource };
};

/** Finds the resource that `.postman/resources.yaml` names for the file's path. */
export const byMapping: Find = (desired, { byId, mapping, taken }) => {
  const id = mapping.get(desired.file.path);
  const resource = id === undefined ? undefined : byId.get(resourceKey(desired.kind, id));
  return resource && resourceUnless(desired, { resource, taken });
};

/** Finds the resource with the id in the file. */
export const byFileId: Find = (desired, { byId, taken, claimed }) => {
  const id = idIn(desired);
  const resource = id === undefined ? undefined : byId.get(resourceKey(desired.kind, id));
  return resource && !taken.has(resource.uid) && !claimed.has(resource.uid) ? { resource } : undefined;
};

/**
 * Finds the recorded resource of a deleted file whose content was the same except for the name: file and resource were
 * renamed.
 */
export const byContent: Find = (desired, { byId, byPath, state, claimed }) => {
  const found = [...state.entries].flatMap(([path, { kind, uid, fingerprint: recordedAs }]) => {
    const resource = byId.get(resourceKey(kind, uid));
    if (kind !== desired.kind || byPath.has(path) || !resource || claimed.has(uid)) return [];
    const before = withName(desired, resource.name);
    return fingerprint(KINDS[kind], before) === recordedAs ? [resource] : [];
  });
  const [resource, another] = found;
  return resource && !another ? { resource } : undefined;
};

const withName = ({ kind, content }: DesiredResource, name: string): JsonObject =>
  kind === 'collection' && isObject(content.info)
    ? { ...content, info: { ...content.info, name } }
    : { ...content, name };

/** Finds the only resource with the kind and name of the file. */
export const byName: Find = (desired, { listed, taken, claimed, open }) => {
  const named = listed.filter((resource) => resource.kind === desired.kind && resource.name === desired.name);
  const [only] = named;
  if (desired.kind === 'globals' && only) return resourceUnless(desired, { resource: only, taken });
  const twins = open.filter((other) => other.kind === desired.kind && other.name === desired.name);
  if (twins.length > 1) return twins[0] === desired ? sameName(twins) : undefined;
  const free = named.filter(({ uid }) => !taken.has(uid) && !claimed.has(uid));
  const [resource, another] = free;
  if (resource && !another) return { resource };
  if (!resource) return undefined;
  const uids = free.map(({ uid }) => uid).join(', ');
  return unclear(
    desired,
    `The workspace has ${free.length} ${KINDS[desired.kind].plural} named "${desired.name}" (${uids}), and it is unclear which of them belongs to this file`,
    'Pin one of them with its uid in the configuration, or rename the others in Postman.',
  );
};

function resourceUnless(
  desired: DesiredResource,
  { resource, taken }: { readonly resource: ListedResource; readonly taken: ReadonlyMap<Uid, string> },
): Found {
  const project = taken.get(resource.uid);
  if (project === undefined) return { resource };
  return unclear(
    desired,
    `The ${desired.kind} ${resource.uid} is managed by the project ${project}`,
    'Take the file out of one of the two projects.',
  );
}

const unclear = (desired: DesiredResource, message: string, remedy: string): Found => ({
  problem: { code: 'ambiguous-name', message, remedy, ...namePlace(desired) },
  paths: [desired.file.path],
});
