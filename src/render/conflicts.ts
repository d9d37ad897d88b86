import { reportedConflicts } from '../core/plan/conflict-problems.ts';
import type { Report, ReportedChange } from '../core/report/report.ts';

/** What settles the conflict of a change; nothing where there is none. */
export const remedyOf = (change: ReportedChange): string | undefined => reportedConflicts(change)[0]?.remedy;

/** How many resources of the plan are held back, and the problems besides theirs. */
export function splitProblems({ plan, problems }: Pick<Report, 'plan' | 'problems'>): {
  readonly conflicts: number;
  readonly others: Report['problems'];
} {
  const told = new Set(problems.map(({ message }) => message));
  const messages = (plan?.changes ?? []).map((change) => reportedConflicts(change).map(({ message }) => message));
  const held = new Set(messages.flat());
  return {
    conflicts: messages.filter((each) => each.some((message) => told.has(message))).length,
    others: problems.filter(({ message }) => !held.has(message)),
  };
}
