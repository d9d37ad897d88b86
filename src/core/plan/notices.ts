import { KINDS } from '../kinds/index.ts';
import type { Kind } from '../kinds/kind.ts';
import { plural } from '../lib/text.ts';
import type { Notice } from '../model/notice.ts';
import type { DesiredResource, ListedResource } from '../model/resource.ts';
import { behindOf, type Change, conflictOf, isDrifted, kindOf, nameOf, type PlanPolicy, pathOf } from './change.ts';
import type { ObservedState } from './observed.ts';
import { REPLACED } from './state.ts';
import { isYaml } from './yaml-changes.ts';

/** The deletion of a resource. */
export type Removal = Extract<Change, { action: 'delete' }>;

/** Whether a state entry is about a replaced resource that could not be deleted. */
export const isReplaced = ({ path }: { readonly path: string }): boolean => path.endsWith(REPLACED);

interface NoticeOptions {
  readonly observed: ObservedState;
  readonly policy: PlanPolicy;
  /** Deletions of resources whose files are gone, whether or not `prune` allows them. */
  readonly gone: readonly Removal[];
}

/** Notices about a plan: drift, recreated and adopted resources, duplicates, replacements, and resources that stay. */
export const planNotices = (
  changes: readonly Change[],
  { observed, policy, gone }: NoticeOptions,
): readonly Notice[] => [
  ...(policy.onDrift === 'merge' ? behindNotices(changes) : driftNotices(changes, policy)),
  ...recreatedOrAdopted(changes, observed),
  ...twinNotices(observed),
  ...replaceNotices(changes),
  ...leftNotices(gone, policy),
];

function driftNotices(changes: readonly Change[], { onDrift }: PlanPolicy): readonly Notice[] {
  const consequence = {
    overwrite: "Postman's version is backed up and overwritten (on-drift: overwrite)",
    keep: 'it is left as it is (on-drift: keep)',
    fail: 'nothing is written (on-drift: fail)',
    merge: 'it is merged (on-drift: merge)',
  }[onDrift];
  return changes.filter(isDrifted).map((change) => {
    const what = 'before' in change ? `${change.before.kind} "${change.before.name}"` : '';
    const message = `The ${what} was changed in Postman since the last apply: ${consequence}.`;
    // A deleted resource has no file any more.
    return { level: 'warning', message, ...(change.action !== 'delete' && { path: documentOf(change.after) }) };
  });
}

/** Notices about changes in Postman that the next pull brings. */
function behindNotices(changes: readonly Change[]): readonly Notice[] {
  return changes.flatMap((change): readonly Notice[] => {
    if (change.action === 'create' || change.action === 'delete' || conflictOf(change)) return [];
    const path = documentOf(change.after);
    const what = `${kindOf(change)} "${nameOf(change)}"`;
    if (change.action === 'none' && change.isGone) {
      const remedy = isYaml(change.after) ? 'remove it there, too' : 'delete its file too (pull --prune)';
      const message = `The ${what} was deleted in Postman and stays in the repository: ${remedy}, or restore it in Postman once with on-drift: overwrite.`;
      return [{ level: 'warning', message, path }];
    }
    const { length } = behindOf(change);
    if (length === 0) return [];
    const message = `Postman is ahead: ${plural(length, 'change')} in the ${what}; \`pull\` writes this into the files.`;
    return [{ level: 'notice', message, path }];
  });
}

const documentOf = ({ file }: DesiredResource): string => file.document ?? file.path;

/** Notices about recorded resources that are created again, and about adopted resources that are overwritten. */
function recreatedOrAdopted(changes: readonly Change[], { state, listed }: ObservedState): readonly Notice[] {
  const existing = new Set(listed.map((resource) => resource.uid));
  const managed = new Set([...state.entries.values()].map((entry) => entry.uid));
  const recreated = changes.filter((change) => {
    const entry = state.entries.get(pathOf(change));
    return change.action === 'create' && entry !== undefined && !existing.has(entry.uid);
  });
  const adopted = changes.filter((change) => {
    if (change.action !== 'update' || managed.has(change.before.uid)) return false;
    return change.diff.some((difference) => difference.change !== 'added');
  });
  return [
    ...noticeOf('warning', recreated, (names) => `No longer in the workspace, and created again: ${names}.`),
    ...noticeOf('notice', adopted, (names) => `In Postman already, and overwritten: ${names}. ${ADOPTED}`),
  ];
}

/** Warns of unmanaged resources with the name of a managed one: two concurrent runs may have created them. */
function twinNotices({ matches, twins = new Map() }: ObservedState): readonly Notice[] {
  return [...twins].flatMap(([path, others]): readonly Notice[] => {
    const match = matches.get(path);
    if (!match || others.length === 0) return [];
    const uids = others.map(({ uid }: ListedResource) => uid).join(', ');
    const message = `The workspace holds ${others.length + 1} ${KINDS[match.kind].plural} named "${match.name}". This project manages ${match.uid}; no project manages ${uids}. Delete the duplicates.`;
    return [{ level: 'warning', message, path }];
  });
}

const ADOPTED = "Postman's version is backed up; this project manages the resource from now on.";

/** The most names in a notice: a first sync may have hundreds. */
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
      : 'the old one, which this project does not manage, is left alone';
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
