import { KINDS } from '../kinds/index.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Notice } from '../model/notice.ts';
import type { DesiredResource, ListedResource } from '../model/resource.ts';
import { behindOf, type Change, conflictOf, isDrifted, kindOf, nameOf, type PlanPolicy, pathOf } from './change.ts';
import type { ObservedState } from './observed.ts';
import { REPLACED } from './state.ts';

/** A deletion. */
export type Removal = Extract<Change, { action: 'delete' }>;

/** Whether a resource is left over from a replacement whose deletion failed. */
export const isReplaced = ({ path }: { readonly path: string }): boolean => path.endsWith(REPLACED);

/** Notices about a plan. */
export const planNotices = (
  changes: readonly Change[],
  {
    observed,
    policy,
    gone,
  }: { readonly observed: ObservedState; readonly policy: PlanPolicy; readonly gone: readonly Removal[] },
): readonly Notice[] => [
  ...(policy.onDrift === 'merge' ? behindNotices(changes) : driftNotices(changes, policy)),
  ...newcomerNotices(changes, observed),
  ...twinNotices(observed),
  ...replaceNotices(changes),
  ...leftNotices(gone, policy),
];

function driftNotices(changes: readonly Change[], { onDrift }: PlanPolicy): readonly Notice[] {
  const ending = {
    overwrite: 'what is there is backed up and overwritten (on-drift: overwrite)',
    keep: 'it is left as it is (on-drift: keep)',
    fail: 'nothing is written (on-drift: fail)',
    merge: 'it is merged (on-drift: merge)',
  }[onDrift];
  return changes.filter(isDrifted).map((change) => {
    const what = 'before' in change ? `${change.before.kind} "${change.before.name}"` : '';
    const message = `The ${what} was changed in Postman since the last apply: ${ending}.`;
    // The file of what is to be deleted is gone.
    return { level: 'warning', message, ...(change.action !== 'delete' && { path: documentOf(change.after) }) };
  });
}

/** Notices about changes in Postman, which the next pull brings. */
function behindNotices(changes: readonly Change[]): readonly Notice[] {
  return changes.flatMap((change): readonly Notice[] => {
    if (change.action === 'create' || change.action === 'delete' || conflictOf(change)) return [];
    const path = documentOf(change.after);
    const what = `${kindOf(change)} "${nameOf(change)}"`;
    if (change.action === 'none' && change.isGone) {
      const message = `The ${what} was deleted in Postman and stays in the repository: delete its file too (pull --prune), or restore it in Postman once with on-drift: overwrite.`;
      return [{ level: 'warning', message, path }];
    }
    const { length } = behindOf(change);
    if (length === 0) return [];
    const message = `Postman is ahead: ${length} ${length === 1 ? 'change' : 'changes'} in the ${what}; \`pull\` brings them.`;
    return [{ level: 'notice', message, path }];
  });
}

const documentOf = ({ file }: DesiredResource): string => file.document ?? file.path;

/** Notices about recorded resources that are created again, and about adopted resources that are overwritten. */
function newcomerNotices(changes: readonly Change[], { state, listed }: ObservedState): readonly Notice[] {
  const there = new Set(listed.map((resource) => resource.uid));
  const known = new Set([...state.entries.values()].map((entry) => entry.uid));
  const gone = changes.filter((change) => {
    const entry = state.entries.get(pathOf(change));
    return change.action === 'create' && entry !== undefined && !there.has(entry.uid);
  });
  const adopted = changes.filter(
    (change) =>
      change.action === 'update' &&
      !known.has(change.before.uid) &&
      change.diff.some(({ change }) => change !== 'added'),
  );
  return [
    ...noticeOf('warning', gone, (names) => `No longer in the workspace, and created again: ${names}.`),
    ...noticeOf('notice', adopted, (names) => `In Postman already, and overwritten: ${names}. ${ADOPTED}`),
  ];
}

/**
 * Warns of several resources with the same name, which Postman allows. An unmanaged one may be left over from two
 * concurrent runs.
 */
function twinNotices({ matches, twins = new Map() }: ObservedState): readonly Notice[] {
  return [...twins].flatMap(([path, others]): readonly Notice[] => {
    const match = matches.get(path);
    if (!match || others.length === 0) return [];
    const uids = others.map(({ uid }: ListedResource) => uid).join(', ');
    const message = `The workspace holds ${others.length + 1} ${KINDS[match.kind].plural} named "${match.name}". This project manages ${match.uid}; nobody manages ${uids}. Delete what is there twice.`;
    return [{ level: 'warning', message, path }];
  });
}

const ADOPTED = 'What is there is backed up; from now on it is managed by this project.';

/** Names in one notice: a first sync may have hundreds. */
const MOST_NAMES = 10;

function noticeOf(
  level: Notice['level'],
  changes: readonly Change[],
  message: (names: string) => string,
): readonly Notice[] {
  if (changes.length === 0) return [];
  const names = changes.slice(0, MOST_NAMES).map((change) => `${kindOf(change)} "${nameOf(change)}"`);
  const rest = changes.length - MOST_NAMES;
  return [{ level, message: message(rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ')) }];
}

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

const REMOVAL_REASONS: Readonly<Record<Kind['declaredIn'], string>> = {
  file: 'was created from a file that is gone',
  configuration: 'is no longer declared',
};

function leftNotices(gone: readonly Removal[], { prune }: PlanPolicy): readonly Notice[] {
  if (prune !== 'no') return [];
  return gone
    .filter((change) => !isReplaced(change))
    .map(({ before: { kind, name } }) => {
      const reason = REMOVAL_REASONS[KINDS[kind].declaredIn];
      return { level: 'notice', message: `The ${kind} "${name}" ${reason}; it stays in Postman (prune: false).` };
    });
}
