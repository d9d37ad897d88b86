import type { Change, FetchedResource } from './change.ts';
import type { DesiredState } from './desired.ts';
import { fingerprint } from './fingerprint.ts';
import { KINDS } from './kinds/index.ts';
import type { ObservedState } from './observed.ts';
import type { Problem } from './problem.ts';
import type { Notice } from './report.ts';
import type { DesiredResource } from './resource.ts';
import type { StateEntry } from './state.ts';

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
  const kept = desired.resources.map((one) => changeFor(one, { observed, policy }));
  const gone = removals(desired, observed);
  const deletions: readonly Change[] = policy.prune === 'no' ? [] : gone;
  const changes = [...kept, ...deletions];
  return {
    changes,
    cost: costOf(changes),
    notices: [...driftNotices(changes, policy), ...leftNotices(gone, policy)],
    problems: policy.prune === 'yes' ? tooMany(deletions, observed) : [],
  };
}

function changeFor(
  one: DesiredResource,
  { observed, policy }: { readonly observed: ObservedState; readonly policy: PlanPolicy },
): Change {
  const kind = KINDS[one.kind];
  const match = observed.matches.get(one.file.path);
  if (!match) return { action: 'create', after: one, content: kind.strip(one.content) };
  const remote = observed.contents.get(match.uid);
  if (!remote) return { action: 'none', before: match, after: one, drifted: false };
  const before: FetchedResource = { ...match, content: remote };
  const content = kind.graft(one.content, remote);
  const [is, sent] = [fingerprint(kind, remote), fingerprint(kind, content)];
  if (is === sent) return { action: 'none', before, after: one, drifted: false, sent };
  const drifted = hasDrifted(entryOf(one, { observed, uid: match.uid }), is);
  if (drifted && policy.onDrift === 'keep') return { action: 'none', before, after: one, drifted };
  const diff = kind.diff(remote, content);
  const told = diff.length > 0 ? diff : [{ change: 'changed' as const, what: 'content', path: [] }];
  return { action: 'update', before, after: one, content, sent, drifted, diff: told };
}

/** What the last apply left in Postman is no longer what is there. */
const hasDrifted = (entry: StateEntry | undefined, is: string): boolean =>
  entry !== undefined && (entry.sent ?? entry.fingerprint) !== is;

/** The entry of a file, under its path or, when the file was moved, under the resource's uid. */
export function entryOf(
  one: DesiredResource,
  { observed, uid }: { readonly observed: ObservedState; readonly uid: string },
): StateEntry | undefined {
  const entry = observed.state.entries.get(one.file.path);
  if (entry?.uid === uid) return entry;
  return [...observed.state.entries.values()].find((each) => each.uid === uid);
}

/** What this tool created, whose file is gone, and which is still in the workspace. */
function removals(desired: DesiredState, observed: ObservedState): readonly Extract<Change, { action: 'delete' }>[] {
  const paths = new Set(desired.resources.map((one) => one.file.path));
  const matched = new Set([...observed.matches.values()].map((match) => match.uid));
  const listed = new Map(observed.listed.map((one) => [one.uid, one]));
  return [...observed.state.entries].flatMap(([path, entry]) => {
    const before = listed.get(entry.uid);
    if (!before || !entry.created || entry.kind === 'globals' || paths.has(path) || matched.has(entry.uid)) return [];
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

/** Backing up what is deleted takes a call of its own; the state is looked at again and written. */
function costOf(changes: readonly Change[]): number {
  const calls = { create: 1, update: 1, delete: 2, none: 0 } as const;
  const sum = changes.reduce((total, change) => total + calls[change.action], 0);
  return sum === 0 ? 0 : sum + STATE_CALLS;
}

function driftNotices(changes: readonly Change[], { onDrift }: PlanPolicy): readonly Notice[] {
  const ending = {
    overwrite: 'what is there is backed up and overwritten (on-drift: overwrite)',
    keep: 'it is left as it is (on-drift: keep)',
    fail: 'nothing is written (on-drift: fail)',
  }[onDrift];
  return changes
    .filter((change) => change.action !== 'create' && change.drifted)
    .map((change) => {
      const what = 'before' in change ? `${change.before.kind} "${change.before.name}"` : '';
      return { level: 'warning', message: `The ${what} was changed in Postman since the last apply: ${ending}.` };
    });
}

function leftNotices(gone: readonly Change[], { prune }: PlanPolicy): readonly Notice[] {
  if (prune !== 'no') return [];
  return gone.map((change) => {
    const what = 'before' in change ? `${change.before.kind} "${change.before.name}"` : '';
    return {
      level: 'notice',
      message: `The ${what} was created from a file that is gone; it stays in Postman (prune: false).`,
    };
  });
}
