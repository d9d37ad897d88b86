import type { Uid } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import type { DesiredResource, ListedResource } from '../model/resource.ts';
import { sameId, samePin, type UnclearFiles } from './identity-problems.ts';
import {
  byFileId,
  byName,
  type Find,
  type IdentitySources,
  type Index,
  mapped,
  moved,
  pinned,
  recorded,
  renamed,
  resourceKey,
} from './identity-search.ts';

/** The resource of each source path, and problems. */
export interface Identities {
  readonly matches: ReadonlyMap<string, ListedResource>;
  readonly problems: readonly Problem[];
  /** Source paths whose resource is unclear; each has a problem. */
  readonly undecided: ReadonlySet<string>;
}

/**
 * Finds the resource of each file in Postman. Tries in this order: the uid in the configuration; the id in the file,
 * where the state shows that the content was moved here from another path; the recorded state; Postman's own mapping;
 * the id in the file, where the workspace has it; the recorded resource of a deleted file with the same content under
 * another name; the only resource of that kind and name. An unclear resource is a problem of its file alone.
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
    for (const { problem, paths } of result.unclear) {
      problems.push(problem);
      for (const path of paths) undecided.add(path);
    }
  }
  return { matches, problems, undecided };
}

interface WayResult {
  readonly matches: readonly (readonly [string, ListedResource])[];
  readonly unclear: readonly UnclearFiles[];
}

/**
 * Tries one way for all open files. Where several files find the same resource, the way decides whether that is a
 * problem; otherwise it counts for none of them.
 */
function tryWay({ find, several }: Way, open: readonly DesiredResource[], index: Index): WayResult {
  const found = open.map((resource) => ({ resource, result: find(resource, { ...index, open }) }));
  const unclear = found.flatMap(({ result }): readonly UnclearFiles[] =>
    result && 'problem' in result ? [result] : [],
  );
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
  return { matches: clear, unclear: [...unclear, ...clashes] };
}

interface Way {
  readonly find: Find;
  /** The problem of several files that find the same resource. Without it, the resource counts for none of them. */
  readonly several?: (files: readonly DesiredResource[], match: ListedResource) => Problem;
}

const WAYS: readonly Way[] = [
  { find: pinned, several: samePin },
  { find: moved },
  { find: recorded },
  { find: mapped },
  { find: byFileId, several: sameId },
  { find: renamed },
  { find: byName },
];

const indexOf = (desired: readonly DesiredResource[], sources: IdentitySources): Omit<Index, 'claimed'> => ({
  ...sources,
  byId: new Map(sources.listed.map((resource) => [resourceKey(resource.kind, resource.uid), resource])),
  byPath: new Map(desired.map((resource) => [resource.file.path, resource])),
});
