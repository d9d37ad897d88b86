import { omitUndefined } from '../lib/json.ts';
import {
  behindOf,
  type Change,
  conflictOf,
  isDrifted,
  kindOf,
  nameOf,
  type Outcome,
  pathOf,
  type SkipReason,
  uidOf,
  unreadOf,
} from '../plan/change.ts';
import type { Plan } from '../plan/plan.ts';
import type { ReportedChange, ReportedPlan } from './report.ts';

/** Reports a plan with its outcomes; without outcomes, as a plan that was not applied. */
export function reportPlan(plan: Plan, outcomes?: readonly Outcome[]): ReportedPlan {
  const byChange = new Map(outcomes?.map((outcome) => [outcome.change, outcome]));
  return {
    applied: outcomes !== undefined,
    cost: plan.cost,
    changes: plan.changes.map((change) => reportChange(change, byChange.get(change))),
  };
}

function reportChange(change: Change, outcome: Outcome | undefined): ReportedChange {
  const behind = behindOf(change);
  return omitUndefined<ReportedChange>({
    action: change.action,
    kind: kindOf(change),
    name: nameOf(change),
    path: pathOf(change),
    uid: outcome?.status === 'applied' ? outcome.uid : uidOf(change),
    drifted: isDrifted(change),
    diff: 'diff' in change ? change.diff : [],
    behind: behind.length > 0 ? behind : undefined,
    isGone: change.action === 'none' ? change.isGone : undefined,
    conflict: conflictOf(change),
    overwrites: change.action === 'update' && change.overwrites ? true : undefined,
    edited: change.edited,
    status: statusOf(change, outcome),
    reason: reasonOf(change, outcome),
  });
}

function statusOf(change: Change, outcome: Outcome | undefined): ReportedChange['status'] {
  if (unreadOf(change)) return 'failed';
  if (!outcome) return 'planned';
  return change.action === 'none' ? 'applied' : outcome.status;
}

const SKIP_REASONS: Readonly<Record<SkipReason, string>> = {
  'plan-only': 'this was a plan only',
  quota: 'the monthly quota does not allow it',
  drift: 'a resource was changed in Postman (on-drift: fail)',
  'earlier-failure': 'an earlier failure made it pointless',
  stopped: 'the run was stopped from outside before',
  declined: 'the plan was declined',
};

function reasonOf(change: Change, outcome: Outcome | undefined): string | undefined {
  const error = outcome?.status === 'failed' ? outcome.error : unreadOf(change);
  if (error) return error.message;
  return outcome?.status === 'skipped' && change.action !== 'none' ? SKIP_REASONS[outcome.reason] : undefined;
}
