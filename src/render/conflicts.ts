import type { Problem } from '../core/model/problem.ts';
import { reportedConflicts } from '../core/plan/conflict-problems.ts';
import type { Report, ReportedChange } from '../core/report/report.ts';

/** Groups consecutive problems of the same file with the same remedy, at most `most` in a group. */
export function byRemedy(problems: readonly Problem[], most = Number.POSITIVE_INFINITY): readonly ProblemGroup[] {
  const groups: [Problem, ...Problem[]][] = [];
  for (const problem of problems) {
    const last = groups.at(-1);
    if (last && last[0].remedy === problem.remedy && last[0].path === problem.path && last.length < most)
      last.push(problem);
    else groups.push([problem]);
  }
  return groups;
}

type ProblemGroup = readonly [Problem, ...Problem[]];

/** How to resolve the conflict of a change; undefined for a change without one. */
export const conflictRemedyOf = (change: ReportedChange): string | undefined => reportedConflicts(change)[0]?.remedy;

/** The number of resources with a conflict that is a problem, and the problems that are not conflicts. */
export function splitProblems({ plan, problems }: Pick<Report, 'plan' | 'problems'>): {
  readonly conflicts: number;
  readonly others: Report['problems'];
} {
  const reported = new Set(problems.map(({ message }) => message));
  const messagesOf = (change: ReportedChange): readonly string[] =>
    reportedConflicts(change).map(({ message }) => message);
  const conflicts = (plan?.changes ?? []).map(messagesOf);
  const messages = new Set(conflicts.flat());
  return {
    conflicts: conflicts.filter((own) => own.some((message) => reported.has(message))).length,
    others: problems.filter(({ message }) => !messages.has(message)),
  };
}
