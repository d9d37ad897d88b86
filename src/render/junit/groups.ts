import type { Report } from '../../core/report/report.ts';
import { isRed, type TestGroup } from './cases.ts';
import { contractGroup } from './contract.ts';
import { suiteGroup } from './suite.ts';
import { monitorGroup, placeholderGroup, syncGroup, verdictGroup } from './sync.ts';

/** A report as groups of test cases: at least one case, and at least one failed case unless the verdict is `passed`. */
export function testGroupsOf(report: Report): readonly TestGroup[] {
  const groups = [
    syncGroup(report),
    ...report.runs.map((run) => suiteGroup(run)),
    contractGroup(report),
    monitorGroup(report),
  ].filter(({ cases }) => cases.length > 0);
  const explained = report.verdict === 'passed' || groups.some((group) => isRed(group));
  if (!explained) return [verdictGroup(report), ...groups];
  return groups.length > 0 ? groups : [placeholderGroup(report)];
}
