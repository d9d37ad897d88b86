import { fingerprint } from '../kinds/fingerprint.ts';
import { KINDS } from '../kinds/index.ts';
import { isObject, type JsonObject } from '../lib/json.ts';
import { bareId, type Uid } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { type DesiredResource, type ListedResource, namePlace, pinPlace, placeIn } from '../model/resource.ts';
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
  /** Source paths of which nobody can tell which resource they belong to; each has a problem. */
  readonly undecided: ReadonlySet<string>;
}

/** How a resource was found, in the order in which the ways are tried. */
type Found = { readonly resource: ListedResource } | Refused | undefined;

/**
 * Finds the remote resource that a file belongs to: the configuration's uid; the id in the file where the state shows that
 * the content moved here from another path; the recorded state; Postman's own mapping; the id in the file, where that
 * exists in the workspace; the recorded resource of a vanished file that had the same content under another name; the
 * only resource of that kind with exactly that name. What stays unclear is a problem of that file alone.
 */
export function resolveIdentities(desired: readonly DesiredResource[], sources: IdentitySources): Identities {
  const index = indexOf(desired, sources);
  const matches = new Map<string, ListedResource>();
  const problems: Problem[] = [];
  const undecided = new Set<string>();
  for (const way of WAYS) {
    const claimed = new Set([...matches.values()].map((match) => match.uid));
    const open = desired.filter(({ file }) => !matches.has(file.path) && !undecided.has(file.path));
    const result = tryWay(way, open, { ...index, claimed });
    for (const [path, resource] of result.matches) matches.set(path, resource);
    for (const { problem, paths } of result.refused) {
      problems.push(problem);
      for (const path of paths) undecided.add(path);
    }
  }
  return { matches, problems, undecided };
}

/** A problem, and the files that it is about. */
interface Refused {
  readonly problem: Problem;
  readonly paths: readonly string[];
}

interface WayResult {
  readonly matches: readonly (readonly [string, ListedResource])[];
  readonly refused: readonly Refused[];
}

/** Where several files claim one resource, the way itself says whether that is a problem or no finding at all. */
function tryWay({ find, several }: Way, open: readonly DesiredResource[], index: Index): WayResult {
  const found = open.map((resource) => ({ resource, result: find(resource, { ...index, open }) }));
  const refused = found.flatMap(({ result }): readonly Refused[] => (result && 'problem' in result ? [result] : []));
  const claims = new Map<Uid, { readonly match: ListedResource; readonly by: DesiredResource[] }>();
  for (const { resource, result } of found) {
    if (!result || !('resource' in result)) continue;
    const claim = claims.get(result.resource.uid) ?? { match: result.resource, by: [] };
    claim.by.push(resource);
    claims.set(result.resource.uid, claim);
  }
  const clear = [...claims.values()].flatMap(({ match, by }) =>
    by.length === 1 ? by.map(({ file }) => [file.path, match] as const) : [],
  );
  const clashes = [...claims.values()].flatMap(({ match, by }) =>
    by.length > 1 && several ? [{ problem: several(by, match), paths: by.map(({ file }) => file.path) }] : [],
  );
  return { matches: clear, refused: [...refused, ...clashes] };
}

interface Index extends IdentitySources {
  readonly byId: ReadonlyMap<string, ListedResource>;
  readonly byPath: ReadonlyMap<string, DesiredResource>;
  /** Resources that a stronger way has found already. */
  readonly claimed: ReadonlySet<Uid>;
}

const keyOf = (kind: string, id: string): string => `${kind} ${bareId(id)}`;

const indexOf = (desired: readonly DesiredResource[], sources: IdentitySources): Omit<Index, 'claimed'> => ({
  ...sources,
  byId: new Map(sources.listed.map((resource) => [keyOf(resource.kind, resource.uid), resource])),
  byPath: new Map(desired.map((resource) => [resource.file.path, resource])),
});

/** `open` are the files that no stronger way has found a resource for. */
interface WayOptions extends Index {
  readonly open: readonly DesiredResource[];
}

type Find = (resource: DesiredResource, options: WayOptions) => Found;

interface Way {
  readonly find: Find;
  /** The problem that several files found the same resource; without it, that means that none of them has. */
  readonly several?: (files: readonly DesiredResource[], match: ListedResource) => Problem;
}

const pinned: Find = (desired, { byId, taken }) => {
  if (desired.pinned === undefined) return undefined;
  const resource = byId.get(keyOf(desired.kind, desired.pinned.uid));
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

/** The contents of two files were swapped, or a file was moved: the id in the file is recorded for another path. */
const moved: Find = (desired, { byId, byPath, state }) => {
  const id = idIn(desired);
  const resource = id === undefined ? undefined : byId.get(keyOf(desired.kind, id));
  if (!resource || state.entries.get(desired.file.path)?.uid === resource.uid) return undefined;
  const [path] = [...state.entries].find(([, entry]) => entry.uid === resource.uid) ?? [];
  const there = path === undefined ? undefined : byPath.get(path);
  const hasMoved = path !== undefined && (there === undefined || idIn(there) !== id);
  return hasMoved ? { resource } : undefined;
};

const recorded: Find = (desired, { byId, state, claimed }) => {
  const entry = state.entries.get(desired.file.path);
  if (!entry || entry.kind !== desired.kind || claimed.has(entry.uid)) return undefined;
  const resource = byId.get(keyOf(desired.kind, entry.uid));
  return resource && { resource };
};

const mapped: Find = (desired, { byId, mapping, taken }) => {
  const id = mapping.get(desired.file.path);
  const resource = id === undefined ? undefined : byId.get(keyOf(desired.kind, id));
  return resource && resourceUnless(desired, { resource, taken });
};

const byFileId: Find = (desired, { byId, taken, claimed }) => {
  const id = idIn(desired);
  const resource = id === undefined ? undefined : byId.get(keyOf(desired.kind, id));
  return resource && !taken.has(resource.uid) && !claimed.has(resource.uid) ? { resource } : undefined;
};

/** A file and its resource were renamed at once: the content is what the state recorded, but for the name. */
const renamed: Find = (desired, { byId, byPath, state, claimed }) => {
  const found = [...state.entries].flatMap(([path, { kind, uid, fingerprint: recordedAs }]) => {
    const resource = byId.get(keyOf(kind, uid));
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

const byName: Find = (desired, { listed, taken, claimed, open }) => {
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
  return refused(
    desired,
    `The workspace has ${free.length} ${KINDS[desired.kind].plural} named "${desired.name}" (${uids}), and nothing tells which one this file is`,
    'Pin one of them with its uid in the configuration, or rename the others in Postman.',
  );
};

/** Told once, for all of them. */
function sameName(twins: readonly DesiredResource[]): Found {
  const [first, again = first] = twins;
  if (!first || !again) return undefined;
  const { kind, name, file } = again;
  const paths = twins.map((twin) => twin.file.path);
  const problem = {
    code: 'ambiguous-name' as const,
    message: `${paths.join(', ')} each hold ${kind === 'environment' ? 'an' : 'a'} ${kind} "${name}", and nothing tells them apart in Postman`,
    remedy:
      kind === 'monitor'
        ? 'Give each monitor a name of its own.'
        : (twoFormats(twins) ??
          `Give each a name of its own; or pin each to its uid in the configuration ({ path: ${file.path}, uid: … }); or leave all but one out ("!${file.path}" in ${KINDS[kind].plural}).`),
    ...namePlace(again),
  };
  return { problem, paths };
}

/** A directory of Postman's YAML format and a JSON file of the same collection. */
function twoFormats(twins: readonly DesiredResource[]): string | undefined {
  const [tree, ...more] = twins.filter(({ file }) => file.documentAt !== undefined);
  if (!tree || more.length > 0) return undefined;
  const { path } = tree.file;
  return `These are two formats, YAML and JSON. If they are one collection, name the format to use, such as "collections: ${path}", or delete the other.`;
}

const samePin = (files: readonly DesiredResource[], { uid }: ListedResource): Problem => {
  const [first, again = first] = files;
  const paths = files.map(({ file }) => file.path).join(', ');
  return {
    code: 'same-resource',
    message: `${paths} are pinned to the same resource (${uid})`,
    remedy: 'Correct the uid of one of them in the configuration.',
    ...(again ? pinPlace(again) : {}),
  };
};

const sameId = (files: readonly DesiredResource[], { kind, uid, name }: ListedResource): Problem => {
  const [first, again = first] = files;
  const paths = files.map(({ file }) => file.path).join(', ');
  return {
    code: 'same-resource',
    message: `${paths} carry the same id: each would be the ${kind} "${name}" in Postman (${uid})`,
    remedy: `Remove the id from the copies; or pin each to a uid of its own in the configuration; or leave the copies out ("!PATH" in ${KINDS[kind].plural}).`,
    ...(again ? placeIn(again.file, again.kind === 'collection' ? ['info', '_postman_id'] : ['id']) : {}),
  };
};

const WAYS: readonly Way[] = [
  { find: pinned, several: samePin },
  { find: moved },
  { find: recorded },
  { find: mapped },
  { find: byFileId, several: sameId },
  { find: renamed },
  { find: byName },
];

function resourceUnless(
  desired: DesiredResource,
  { resource, taken }: { readonly resource: ListedResource; readonly taken: ReadonlyMap<Uid, string> },
): Found {
  const project = taken.get(resource.uid);
  if (project === undefined) return { resource };
  return refused(
    desired,
    `The ${desired.kind} ${resource.uid} is managed by the project ${project}`,
    'Take the file out of one of the two projects.',
  );
}

const refused = (desired: DesiredResource, message: string, remedy: string): Found => ({
  problem: { code: 'ambiguous-name', message, remedy, ...namePlace(desired) },
  paths: [desired.file.path],
});
