import type { Problem } from '../core/model/problem.ts';
import { reportedConflicts } from '../core/plan/conflict-problems.ts';
import type { Report, ReportedChange } from '../core/report/report.ts';

/** Problems one after another that have the same remedy, and are in the same file. */
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
