import { type Change, isDrifted } from './change.ts';
import { changesFor, namesOf } from './compare.ts';
import type { DesiredState } from './desired.ts';
import type { ObservedState } from './observed.ts';
import type { Problem } from './problem.ts';
import type { Uids } from './references.ts';
import type { Notice } from './report.ts';
import { REPLACED } from './state.ts';

/** What the plan is allowed to do. */
export interface PlanPolicy {
  readonly prune: 'no' | 'yes' | 'force';
  readonly onDrift: 'overwrite' | 'keep' | 'fail';
}

/** What `apply` would do, and what it costs. A preview is a plan that nobody applied. */
export interface Plan {
  readonly changes: readonly Change[];
  /** API calls that applying it takes, the state included. */
  readonly cost: number;
  readonly notices: readonly Notice[];
  /** Why it must not be applied. */
  readonly problems: readonly Problem[];
}

/** Compares what is wanted with what was found. Pure: the same values give the same plan. */
export function planSync(desired: DesiredState, observed: ObservedState, policy: PlanPolicy): Plan {
  const uids: Uids = new Map([...observed.matches].map(([path, match]) => [path, match.uid]));
  const nameOfUid = namesOf(desired, observed);
  const kept = desired.resources.flatMap((one) => changesFor(one, { ...policy, observed, uids, nameOfUid }));
  const gone = removals(desired, observed);
  const deletions: readonly Change[] = policy.prune === 'no' ? gone.filter(isReplaced) : gone;
  const changes = [...kept, ...deletions];
  return {
    changes,
    cost: costOf(changes),
    notices: [...driftNotices(changes, policy), ...replaceNotices(changes), ...leftNotices(gone, policy)],
    problems: policy.prune === 'yes' ? tooMany(deletions, observed) : [],
  };
}

type Removal = Extract<Change, { action: 'delete' }>;

/** What this tool created, whose file is gone, and which is still in the workspace. */
function removals(desired: DesiredState, observed: ObservedState): readonly Removal[] {
  const paths = new Set(desired.resources.map((one) => one.file.path));
  const matched = new Set([...observed.matches.values()].map((match) => match.uid));
  const listed = new Map(observed.listed.map((one) => [one.uid, one]));
  return [...observed.state.entries].flatMap(([path, entry]) => {
    const before = listed.get(entry.uid);
    const ours = (entry.created && entry.kind !== 'globals') || isReplaced({ path });
    if (!before || !ours || paths.has(path) || matched.has(entry.uid)) return [];
    return [{ action: 'delete' as const, before, path, drifted: false }];
  });
}

function tooMany(deletions: readonly Change[], { state, listed }: ObservedState): readonly Problem[] {
  const present = new Set(listed.map((one) => one.uid));
  const managed = [...state.entries.values()].filter((entry) => present.has(entry.uid)).length;
  if (deletions.length * 2 <= managed) return [];
  const names = deletions.map((change) => ('before' in change ? `"${change.before.name}"` : '')).join(', ');
  const message = `prune would delete ${deletions.length} of the ${managed} managed resources: ${names}`;
  return [{ message, remedy: 'Check the globs; if all of these are meant to go, set prune to force.' }];
}

const STATE_CALLS = 2;

/** Backing up what is deleted takes a call of its own, and so does a look at what Postman made of an unchanged file; the state is looked at again and written. */
function costOf(changes: readonly Change[]): number {
  const calls = { create: 1, update: 1, delete: 2, none: 0 } as const;
  const looks = changes.filter((change) => change.action === 'update' && change.drifted && change.unchangedFile).length;
  const sum = changes.reduce((total, change) => total + calls[change.action], looks);
  return sum === 0 ? 0 : sum + STATE_CALLS;
}

/** Left over from a replacement whose second half failed. */
const isReplaced = ({ path }: { readonly path: string }): boolean => path.endsWith(REPLACED);

function replaceNotices(changes: readonly Change[]): readonly Notice[] {
  return changes.flatMap((change) => {
    if (change.action !== 'create' || change.diff.length === 0) return [];
    const { kind, name } = change.after;
    const old = changes.some((other) => other.action === 'delete' && other.replacedBy === change.after)
      ? 'the old one is deleted after that'
      : 'the one of that name in Postman, which this project does not manage, is left alone';
    const what = change.diff.map((difference) => difference.what).join(', ');
    const message = `Postman cannot change the ${kind} "${name}" in place (${what}): a new one is created, and ${old}.`;
    return [{ level: 'notice' as const, message }];
  });
}

function driftNotices(changes: readonly Change[], { onDrift }: PlanPolicy): readonly Notice[] {
  const ending = {
    overwrite: 'what is there is backed up and overwritten (on-drift: overwrite)',
    keep: 'it is left as it is (on-drift: keep)',
    fail: 'nothing is written (on-drift: fail)',
  }[onDrift];
  return changes.filter(isDrifted).map((change) => {
    const what = 'before' in change ? `${change.before.kind} "${change.before.name}"` : '';
    return { level: 'warning', message: `The ${what} was changed in Postman since the last apply: ${ending}.` };
  });
}

function leftNotices(gone: readonly Removal[], { prune }: PlanPolicy): readonly Notice[] {
  if (prune !== 'no') return [];
  return gone
    .filter((change) => !isReplaced(change))
    .map((change) => {
      const what = 'before' in change ? `${change.before.kind} "${change.before.name}"` : '';
      return {
        level: 'notice',
        message: `The ${what} was created from a file that is gone; it stays in Postman (prune: false).`,
      };
    });
}
