import { KINDS } from '../kinds/index.ts';
import type { Notice } from '../model/notice.ts';
import type { Problem } from '../model/problem.ts';
import { type Change, kindOf, type PlanPolicy, pathOf } from './change.ts';
import { changesFor, namesOf } from './compare.ts';
import type { DesiredState } from './desired.ts';
import { isReplaced, planNotices, type Removal } from './notices.ts';
import type { ObservedState } from './observed.ts';
import type { Uids } from './references.ts';
import type { State } from './state.ts';

/** The changes that `apply` makes, and their cost. A preview is a plan that is not applied. */
export interface Plan {
  readonly changes: readonly Change[];
  /** API calls for applying the plan, including those for the state. */
  readonly cost: number;
  /** Source paths of the resources that are read back after a write, to see whether Postman normalized them. */
  readonly readBack: ReadonlySet<string>;
  readonly notices: readonly Notice[];
  /** Problems for which the plan must not be applied. */
  readonly problems: readonly Problem[];
}

/** Compares desired and observed state. Pure: the same values give the same plan. */
export function planSync(desired: DesiredState, observed: ObservedState, policy: PlanPolicy): Plan {
  const uids: Uids = new Map([...observed.matches].map(([path, match]) => [path, match.uid]));
  const nameOfUid = namesOf(desired, observed);
  const kept = desired.resources
    .filter(({ file }) => !observed.undecided.has(file.path))
    .flatMap((resource) => changesFor(resource, { ...policy, observed, uids, nameOfUid }));
  const gone = removals(desired, observed);
  const deletions: readonly Change[] = policy.prune === 'no' ? gone.filter(isReplaced) : gone;
  const changes = [...kept, ...deletions];
  const readBack = pathsToReadBack(changes);
  return {
    changes,
    cost: costOf(changes, observed.state) + readBack.size,
    readBack,
    notices: planNotices(changes, { observed, policy, gone }),
    problems: [...observed.problems, ...(policy.prune === 'yes' ? tooMany(deletions, observed) : [])],
  };
}

/** Deletions of the existing resources that postman-sync created and whose file is gone. */
function removals(desired: DesiredState, observed: ObservedState): readonly Removal[] {
  const paths = new Set(desired.resources.map((resource) => resource.file.path));
  const matched = new Set([...observed.matches.values()].map((match) => match.uid));
  const listed = new Map(observed.listed.map((resource) => [resource.uid, resource]));
  return [...observed.state.entries].flatMap(([path, entry]) => {
    const before = listed.get(entry.uid);
    const isDeletable = (entry.created && entry.kind !== 'globals') || isReplaced({ path });
    if (!before || !isDeletable || paths.has(path) || matched.has(entry.uid)) return [];
    return [{ action: 'delete' as const, before, path, drifted: false }];
  });
}

function tooMany(deletions: readonly Change[], { state, listed }: ObservedState): readonly Problem[] {
  const present = new Set(listed.map((resource) => resource.uid));
  const managed = [...state.entries.values()].filter((entry) => present.has(entry.uid)).length;
  if (deletions.length * 2 <= managed) return [];
  const names = deletions.map((change) => ('before' in change ? `"${change.before.name}"` : '')).join(', ');
  const message = `prune would delete ${deletions.length} of the ${managed} managed resources: ${names}`;
  return [
    { code: 'prune-limit', message, remedy: 'Check the globs; if all of these are meant to go, set prune to force.' },
  ];
}

/**
 * Calls for the state: two reads and a write; one more read of the list if no state exists yet, and one more write that
 * announces the resources to create.
 */
const stateCalls = ({ uid }: State, creates: boolean): number => (uid ? 3 : 4) + (creates ? 1 : 0);

/**
 * Calls for all changes. A deletion also needs a call for the backup. For each kind with creations, a call lists the
 * resources that a concurrent run may have created.
 */
function costOf(changes: readonly Change[], state: State): number {
  const calls = { create: 1, update: 1, delete: 2, none: 0 } as const;
  const created = new Set(changes.filter(({ action }) => action === 'create').map(kindOf));
  const sum = changes.reduce((total, change) => total + calls[change.action], created.size);
  return sum === 0 ? 0 : sum + stateCalls(state, created.size > 0);
}

/** Up to this number of creations, all of them are read back: one call for each. */
const FEW = 20;

/** Of more creations, this many are read back: a server that normalizes content mostly does so everywhere. */
const SAMPLE = 3;

/** Created resources, and updated resources whose content Postman normalized before. */
function pathsToReadBack(changes: readonly Change[]): ReadonlySet<string> {
  const created = changes.filter(
    (change) => change.action === 'create' && KINDS[change.after.kind].declaredIn === 'file',
  );
  const again = changes.filter((change) => change.action === 'update' && change.isRewritten);
  return new Set([...(created.length > FEW ? created.slice(0, SAMPLE) : created), ...again].map(pathOf));
}
