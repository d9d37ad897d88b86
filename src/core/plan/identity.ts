import { groupBy } from '../lib/group-by.ts';
import type { Problem } from '../model/problem.ts';
import type { DesiredResource, ListedResource } from '../model/resource.ts';
import { sameId, samePin, type UnclearFiles } from './identity-problems.ts';
import {
  byContent,
  byFileId,
  byMapping,
  byMovedId,
  byName,
  byPin,
  byState,
  type Find,
  type IdentityIndex,
  type IdentitySources,
  resourceKey,
} from './identity-search.ts';

/** The resource of each file, and problems. */
export interface Identities {
  /** Source path → resource. */
  readonly matches: ReadonlyMap<string, ListedResource>;
  readonly problems: readonly Problem[];
  /** Source paths whose resource is unclear; each has a problem. */
  readonly undecided: ReadonlySet<string>;
}

/**
 * Finds the resource of each file in Postman by the searches in `SEARCHES`, in that order. If the resource of a file is
 * unclear, only that file has a problem.
 */
export function resolveIdentities(desired: readonly DesiredResource[], sources: IdentitySources): Identities {
  const index = indexOf(desired, sources);
  const matches = new Map<string, ListedResource>();
  const problems: Problem[] = [];
  const undecided = new Set<string>();
  for (const search of SEARCHES) {
    const claimed = new Set([...matches.values()].map((match) => match.uid));
    const open = desired.filter(({ file }) => !matches.has(file.path) && !undecided.has(file.path));
    const result = runSearch(search, open, { ...index, claimed });
    for (const [path, resource] of result.matches) matches.set(path, resource);
    for (const { problem, paths } of result.unclear) {
      problems.push(problem);
      for (const path of paths) undecided.add(path);
    }
  }
  return { matches, problems, undecided };
}

interface SearchResult {
  readonly matches: readonly (readonly [string, ListedResource])[];
  readonly unclear: readonly UnclearFiles[];
}

/** Runs a search for all open files. */
function runSearch({ find, several }: Search, open: readonly DesiredResource[], index: IdentityIndex): SearchResult {
  const matches: [string, ListedResource][] = [];
  const unclear: UnclearFiles[] = [];
  const found: { readonly desired: DesiredResource; readonly match: ListedResource }[] = [];
  for (const desired of open) {
    const result = find(desired, { ...index, open });
    if (result && 'problem' in result) unclear.push(result);
    else if (result) found.push({ desired, match: result.resource });
  }
  for (const [first, ...others] of groupBy(found, ({ match }) => match.uid).values()) {
    if (!first) continue;
    const { desired, match } = first;
    const files = [desired, ...others.map((other) => other.desired)];
    if (others.length === 0) matches.push([desired.file.path, match]);
    else if (several) unclear.push({ problem: several(files, match), paths: files.map(({ file }) => file.path) });
  }
  return { matches, unclear };
}

interface Search {
  readonly find: Find;
  /** The problem of several files that find the same resource. Without it, none of them gets the resource. */
  readonly several?: (files: readonly DesiredResource[], match: ListedResource) => Problem;
}

const SEARCHES: readonly Search[] = [
  { find: byPin, several: samePin },
  { find: byMovedId },
  { find: byState },
  { find: byMapping },
  { find: byFileId, several: sameId },
  { find: byContent },
  { find: byName },
];

const indexOf = (desired: readonly DesiredResource[], sources: IdentitySources): Omit<IdentityIndex, 'claimed'> => ({
  ...sources,
  byId: new Map(sources.listed.map((resource) => [resourceKey(resource.kind, resource.uid), resource])),
  byPath: new Map(desired.map((resource) => [resource.file.path, resource])),
});
