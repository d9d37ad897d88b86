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

/** The result of one way: a resource, a problem, or undefined where the way finds nothing. */
export type Found = { readonly resource: ListedResource } | UnclearFiles | undefined;

export interface Index extends IdentitySources {
  readonly byId: ReadonlyMap<string, ListedResource>;
  readonly byPath: ReadonlyMap<string, DesiredResource>;
  /** Resources that an earlier way has found. */
  readonly claimed: ReadonlySet<Uid>;
}

export const resourceKey = (kind: string, id: string): string => `${kind} ${bareId(id)}`;

/** `open`: the files without a resource from an earlier way. */
interface WayOptions extends Index {
  readonly open: readonly DesiredResource[];
}

export type Find = (resource: DesiredResource, options: WayOptions) => Found;

export const pinned: Find = (desired, { byId, taken }) => {
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

/** By the id in the file, where the state has that id for another path: a file was moved, or two files were swapped. */
export const moved: Find = (desired, { byId, byPath, state }) => {
  const id = idIn(desired);
  const resource = id === undefined ? undefined : byId.get(resourceKey(desired.kind, id));
  if (!resource || state.entries.get(desired.file.path)?.uid === resource.uid) return undefined;
  const [path] = [...state.entries].find(([, entry]) => entry.uid === resource.uid) ?? [];
  const there = path === undefined ? undefined : byPath.get(path);
  const hasMoved = path !== undefined && (there === undefined || idIn(there) !== id);
  return hasMoved ? { resource } : undefined;
};

export const recorded: Find = (desired, { byId, state, claimed }) => {
  const entry = state.entries.get(desired.file.path);
  if (!entry || entry.kind !== desired.kind || claimed.has(entry.uid)) return undefined;
  const resource = byId.get(resourceKey(desired.kind, entry.uid));
  return resource && { resource };
};

export const mapped: Find = (desired, { byId, mapping, taken }) => {
  const id = mapping.get(desired.file.path);
  const resource = id === undefined ? undefined : byId.get(resourceKey(desired.kind, id));
  return resource && resourceUnless(desired, { resource, taken });
};

export const byFileId: Find = (desired, { byId, taken, claimed }) => {
  const id = idIn(desired);
  const resource = id === undefined ? undefined : byId.get(resourceKey(desired.kind, id));
  return resource && !taken.has(resource.uid) && !claimed.has(resource.uid) ? { resource } : undefined;
};

/** By content, where file and resource were both renamed: the content equals the recorded one except for the name. */
export const renamed: Find = (desired, { byId, byPath, state, claimed }) => {
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

export const unclear = (desired: DesiredResource, message: string, remedy: string): Found => ({
  problem: { code: 'ambiguous-name', message, remedy, ...namePlace(desired) },
  paths: [desired.file.path],
});
