import type { ConflictPlace, ResourceConflict } from '../core/model/conflict.ts';
import type { Report, ReportedChange, ReportedPlan } from '../core/report/report.ts';
import { oneLine, shorten } from './escape.ts';
import { moment } from './format.ts';
import { changeCounts, pendingChanges, planWords } from './statistics.ts';

/** The changes of a plan in the order in which they are read. */
export interface PlanGroups {
  /** By which something is lost, or would be: deletions, overwrites and conflicts. */
  readonly atStake: readonly ReportedChange[];
  /** All other changes. */
  readonly others: readonly ReportedChange[];
  /** What Postman has and the repository lacks; nothing of it is written to Postman. */
  readonly ahead: readonly ReportedChange[];
}

/** Titles of the groups. */
export const GROUP_TITLES: Readonly<Record<keyof PlanGroups, string>> = {
  atStake: 'Deletions, overwrites and conflicts',
  others: 'Other changes',
  ahead: 'Postman is ahead; pull brings this into the files',
};

/** The changes of a plan by what they mean for what somebody made. */
export function groupsOf(plan: ReportedPlan): PlanGroups {
  const pending = pendingChanges(plan);
  const conflicts = plan.changes.filter(({ conflict }) => conflict !== undefined);
  return {
    atStake: [...conflicts, ...pending.filter(takesAway)],
    others: pending.filter((change) => !takesAway(change)),
    ahead: plan.changes.filter(isAhead),
  };
}

const takesAway = ({ action, overwrites }: ReportedChange): boolean => action === 'delete' || overwrites === true;

/** Whether Postman has changes that the repository lacks, and that stand in nobody's way. */
export const isAhead = ({ action, behind, isGone, conflict, drifted, status }: ReportedChange): boolean =>
  conflict === undefined &&
  ((behind?.length ?? 0) > 0 || isGone === true || (action === 'none' && drifted && status !== 'failed'));

type Kind = Pick<Report, 'command'>;

/** Whether the changes are those of files, not of Postman. */
export const isPull = ({ command }: Partial<Kind>): boolean => command === 'pull';

/** What a plan is called: `Plan`, `Applied`, `Pull`, `Pulled`. */
export const planTitle = ({ command, plan }: Partial<Kind> & Pick<Report, 'plan'>): string => {
  if (isPull({ ...(command === undefined ? {} : { command }) })) return plan?.applied ? 'Pulled' : 'Pull';
  return plan?.applied ? 'Applied' : 'Plan';
};

/** What somebody has to know of a change besides its differences; empty where that is nothing. */
export function markOf(change: ReportedChange, report: Partial<Kind>): string {
  const { action, conflict, overwrites, isGone, drifted } = change;
  if (conflict) return `conflict: nothing of it is written; ${editWords(change)}`;
  if (action === 'delete' || (overwrites && !isGone)) return lossWords(change, report);
  if (isGone) return 'was deleted in Postman, stays in the repository';
  if (!drifted || action === 'create') return '';
  return `${editWords(change)}${action === 'none' && !change.behind ? ', and left as it is there' : ''}`;
}

/** What a deletion or an overwrite takes away; what was not done takes nothing. */
function lossWords(change: ReportedChange, report: Partial<Kind>): string {
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

/** Who changed a resource in Postman, and when, as far as the API tells. */
function editWords({ edited }: ReportedChange): string {
  const at = edited ? moment(new Date(edited.at)) : '';
  if (!edited || at === '') return 'changed in Postman since the last apply';
  const { by } = edited;
  const name = by === undefined ? '' : ` by ${/^\d+$/.test(by) ? 'user ' : ''}${shorten(oneLine(by), 60)}`;
  return `changed in Postman on ${at}${name}`;
}

const LONGEST_VERSION = 100;

/** A place that was changed on both sides, on one line. */
export function conflictLine({ at, base, ours, theirs }: ConflictPlace, { reason }: ResourceConflict): string {
  const place = shorten(oneLine(at), 200);
  if (ours === undefined && theirs === undefined) return place;
  const before = reason === 'both-changed' ? [`last applied ${version(base)}`] : [];
  return `${place}: ${[`file ${version(ours)}`, `Postman ${version(theirs)}`, ...before].join(', ')}`;
}

const version = (text: string | undefined): string =>
  text === undefined ? 'nothing' : `"${shorten(oneLine(text), LONGEST_VERSION)}"`;

/** The plan in a sentence: what is to be done, what stays, what it costs. */
export function planSummary(plan: ReportedPlan, report: Partial<Kind>): string {
  const { unchanged, drifted } = changeCounts(plan);
  if (pendingChanges(plan).length > 0) {
    const cost = isPull(report) ? '' : `; costs ${plan.cost} API ${plan.cost === 1 ? 'call' : 'calls'}`;
    return `${planWords({ ...plan, applied: false })}, ${unchanged} unchanged${cost}.`;
  }
  if (plan.changes.length === 0) return 'nothing to sync.';
  const left = drifted > 0 ? `, ${drifted} ${isPull(report) ? 'with conflicts' : 'left as changed in Postman'}` : '';
  return `no changes, ${unchanged} ${unchanged === 1 ? 'resource' : 'resources'} in sync${left}.`;
}
