import { plural } from '../core/lib/text.ts';
import type { ConflictPlace, ResourceConflict } from '../core/model/conflict.ts';
import type { Difference } from '../core/model/diff.ts';
import type { Report, ReportedChange, ReportedPlan } from '../core/report/report.ts';
import { ACTION_SIGNS } from './difference.ts';
import { oneLine, shorten } from './escape.ts';
import { moment } from './format.ts';
import { changeCounts, pendingChanges, planWords } from './statistics.ts';

/** The changes of a plan, in the order of the pages. */
export interface PlanGroups {
  /** Deletions, overwrites and conflicts, in which work in Postman is lost or would be. */
  readonly atStake: readonly ReportedChange[];
  /** All other changes. */
  readonly others: readonly ReportedChange[];
  /** Resources with changes in Postman that the repository lacks. They are not written to Postman. */
  readonly ahead: readonly ReportedChange[];
}

/** Titles of the groups. */
export const GROUP_TITLES: Readonly<Record<keyof PlanGroups, string>> = {
  atStake: 'Deletions, overwrites and conflicts',
  others: 'Other changes',
  ahead: 'Postman is ahead; pull writes this into the files',
};

/** The changes of a plan in their groups. */
export function planGroupsOf(plan: ReportedPlan): PlanGroups {
  const pending = pendingChanges(plan);
  const conflicts = plan.changes.filter(({ conflict }) => conflict !== undefined);
  return {
    atStake: [...conflicts, ...pending.filter(isDestructive)],
    others: pending.filter((change) => !isDestructive(change)),
    ahead: plan.changes.filter(isAhead),
  };
}

/** A group that is not empty. */
export interface TitledGroup {
  readonly group: keyof PlanGroups;
  /** Empty where all changes are ordinary ones: they need no title. */
  readonly title: string;
  readonly changes: readonly ReportedChange[];
}

/** The groups of a plan that have changes, with their titles. */
export function titledGroupsOf(plan: ReportedPlan): readonly TitledGroup[] {
  const groups = planGroupsOf(plan);
  const names = (['atStake', 'others', 'ahead'] as const).filter((group) => groups[group].length > 0);
  const isOrdinary = names.length === 1 && names[0] === 'others';
  return names.map((group) => ({ group, title: isOrdinary ? '' : GROUP_TITLES[group], changes: groups[group] }));
}

/** The differences that a group shows of a change. */
export const differencesOf = ({ diff, behind = [] }: ReportedChange, group: keyof PlanGroups): readonly Difference[] =>
  group === 'ahead' ? behind : diff;

/** The sign of a change in a group: `←` Postman is ahead, `✗` conflict, else the sign of the action. */
export function signOf({ action, conflict }: ReportedChange, group: keyof PlanGroups): string {
  if (group === 'ahead') return '←';
  return conflict ? '✗' : ACTION_SIGNS[action];
}

const isDestructive = ({ action, overwrites }: ReportedChange): boolean => action === 'delete' || overwrites === true;

/** Whether Postman has changes that the repository lacks, without a conflict. */
export const isAhead = ({ action, behind, isGone, conflict, drifted, status }: ReportedChange): boolean =>
  conflict === undefined &&
  ((behind?.length ?? 0) > 0 || isGone === true || (action === 'none' && drifted && status !== 'failed'));

/** The command of a report; absent while a plan is being applied. */
type CommandOf = Partial<Pick<Report, 'command'>>;

/** Whether the changes are made to files, not to Postman. */
export const isPull = ({ command }: CommandOf): boolean => command === 'pull';

/** The title of a plan: `Plan`, `Applied`, `Pull`, `Pulled`. */
export function planTitle(report: CommandOf & Pick<Report, 'plan'>): string {
  if (isPull(report)) return report.plan?.applied ? 'Pulled' : 'Pull';
  return report.plan?.applied ? 'Applied' : 'Plan';
}

/** The warning at a change: a conflict, a loss, or an edit in Postman; empty for an ordinary change. */
export function markOf(change: ReportedChange, report: CommandOf): string {
  const { action, conflict, overwrites, isGone, drifted } = change;
  if (conflict) return `conflict: nothing of it is written; ${editWords(change)}`;
  if (action === 'delete' || (overwrites && !isGone)) return lossWords(change, report);
  if (isGone) return 'was deleted in Postman, stays in the repository';
  if (!drifted || action === 'create') return '';
  return `${editWords(change)}${action === 'none' && !change.behind ? ', and left as it is there' : ''}`;
}

/** The loss by a deletion or an overwrite; empty for a change that failed. */
function lossWords(change: ReportedChange, report: CommandOf): string {
  const { action, status } = change;
  const pulled = isPull(report);
  if (status === 'skipped') return `left as it is in ${pulled ? 'the repository' : 'Postman'}`;
  if (status === 'failed') return '';
  if (action === 'delete')
    return pulled ? 'was deleted in Postman: its file is deleted' : 'is deleted in Postman, a backup is kept';
  return pulled
    ? `replaces what the file has at the same places; ${editWords(change)}`
    : `overwrites what is in Postman, a backup is kept; ${editWords(change)}`;
}

/** The edit in Postman, with date and author if the API tells them. */
function editWords({ edited }: ReportedChange): string {
  const at = edited ? moment(new Date(edited.at)) : '';
  if (!edited || at === '') return 'changed in Postman since the last apply';
  const { by } = edited;
  const name = by === undefined ? '' : ` by ${/^\d+$/.test(by) ? 'user ' : ''}${shorten(oneLine(by), 60)}`;
  return `changed in Postman on ${at}${name}`;
}

const LONGEST_VERSION = 100;

/** A place that was changed on both sides, with its versions, on one line. */
export function conflictLine({ at, base, ours, theirs }: ConflictPlace, { reason }: ResourceConflict): string {
  const place = shorten(oneLine(at), 200);
  if (ours === undefined && theirs === undefined) return place;
  const before = reason === 'both-changed' ? [`last applied ${version(base)}`] : [];
  return `${place}: ${[`file ${version(ours)}`, `Postman ${version(theirs)}`, ...before].join(', ')}`;
}

const version = (text: string | undefined): string =>
  text === undefined ? 'nothing' : `"${shorten(oneLine(text), LONGEST_VERSION)}"`;

/** The plan in a sentence: changes, unchanged resources, and the cost in API calls. */
export function planSummary(plan: ReportedPlan, report: CommandOf): string {
  const { unchanged, drifted } = changeCounts(plan);
  if (pendingChanges(plan).length > 0) {
    const cost = isPull(report) ? '' : `; costs ${plural(plan.cost, 'API call')}`;
    return `${planWords({ ...plan, applied: false })}, ${unchanged} unchanged${cost}.`;
  }
  if (plan.changes.length === 0) return 'nothing to sync.';
  const left = isPull(report) ? notPulled(plan) : ([[drifted, 'left as changed in Postman']] as const);
  const words = left.flatMap(([number, word]) => (number > 0 ? [`, ${number} ${word}`] : []));
  return `no changes, ${plural(unchanged, 'resource')} in sync${words.join('')}.`;
}

/** The resources that a pull leaves as they are although they differ, by reason. */
function notPulled({ changes }: ReportedPlan): readonly (readonly [number, string])[] {
  const conflicts = changes.filter(({ conflict }) => conflict !== undefined);
  const gone = changes.filter(({ conflict, isGone }) => conflict === undefined && isGone === true);
  return [
    [conflicts.length, 'with conflicts'],
    [gone.length, 'deleted in Postman'],
  ];
}
