import type { Report } from '../../core/report/report.ts';
import { isRed, type TestGroup } from './cases.ts';
import { contractGroup } from './contract.ts';
import { suiteGroup } from './suite.ts';
import { monitorGroup, nothingElse, syncGroup, unexplained } from './sync.ts';

/** A report as groups of test cases: at least one case, and at least one red one unless the verdict is `passed`. */
export function groupsOf(report: Report): readonly TestGroup[] {
  const groups = [
    syncGroup(report),
    ...report.runs.map((run) => suiteGroup(run)),
    contractGroup(report),
    monitorGroup(report),
  ].filter(({ cases }) => cases.length > 0);
  const explained = report.verdict === 'passed' || groups.some((group) => isRed(group));
  if (!explained) return [unexplained(report), ...groups];
  return groups.length > 0 ? groups : [nothingElse(report)];
}
