import { duration } from '../core/lib/text.ts';
import type { Execution } from '../core/model/run-result.ts';
import type { Report } from '../core/report/report.ts';
import { baselineWords } from './baseline.ts';
import { disarm, oneLine } from './escape.ts';
import { ansiOf, type Style } from './text/ansi.ts';
import { contractLines } from './text/contract.ts';
import { limitLines, problemLines, verdictLine } from './text/footer.ts';
import { outcomeLines, type PlanSource, planLines } from './text/plan.ts';
import { monitorLines, suiteLines } from './text/suites.ts';

export type { Style } from './text/ansi.ts';

/** The log of a whole run: plan, results, problems, verdict. Safe for a CI log: it holds no runner commands. */
export function renderReport(report: Report, style: Style): string {
  if (report.command === 'status') return renderStatus(report, style);
  return [renderPlan(report, style), renderResult(report, style)].filter(Boolean).join('\n');
}

/** The plan, like `terraform plan`, ending with a line feed; empty without a plan. Safe for a CI log. */
export function renderPlan(report: PlanSource, style: Style): string {
  return assemble([planLines(report, style)]);
}

/** Everything but the plan: outcome, suites, monitors, limits, problems, and the verdict last. Safe for a CI log. */
export function renderResult(report: Report, style: Style): string {
  return assemble([
    outcomeLines(report, style),
    suiteLines(report, style),
    monitorLines(report, style),
    contractLines(report, style),
    limitLines(report.api, style),
    problemLines(report, style),
    baselineLines(report),
    [verdictLine(report, style)],
  ]);
}

function baselineLines(report: Report): readonly string[] {
  const words = baselineWords(report);
  return words === undefined ? [] : [oneLine(words)];
}

/** The account of the API key, and every limit with its use; then problems, if any. */
export function renderStatus(report: Report, style: Style): string {
  const failed = report.verdict === 'passed' ? [] : [verdictLine(report, style)];
  return assemble([
    accountLines(report, style),
    limitLines(report.api, { ...style, all: true }),
    problemLines(report, style),
    failed,
  ]);
}

/** The log with `--quiet`: failed suites and monitors that gate, problems, verdict. */
export function renderQuiet(report: Report, style: Style): string {
  const failed = report.runs.filter(({ status, blocking }) => status === 'failed' && blocking);
  return assemble([
    suiteLines({ ...report, runs: failed }, style),
    monitorLines({ ...report, monitors: report.monitors.filter(({ passed, blocking }) => !passed && blocking) }, style),
    problemLines({ ...report, notices: [] }, style),
    [verdictLine(report, style)],
  ]);
}

/** One line for each request of every suite: iteration, method, URL, status, time. */
export function renderRequests({ runs }: Report): string {
  return assemble(
    runs
      .filter(({ attempt }) => attempt.executions.length > 0)
      .map(({ suite, attempt }) => [`Requests of ${oneLine(suite)}`, ...attempt.executions.map(requestLine)]),
  );
}

function requestLine({ iteration, method, url, code, responseMs }: Execution): string {
  const time = responseMs === undefined ? '' : `  ${duration(responseMs)}`;
  return `  ${iteration}  ${oneLine(method)} ${oneLine(url)}  ${code ?? 'no answer'}${time}`;
}

function accountLines({ account, workspace }: Report, style: Style): readonly string[] {
  const paint = ansiOf(style);
  return [
    ...(account ? [`${paint.bold('User')}       ${oneLine(account.user)}`] : []),
    ...(account?.team ? [`${paint.bold('Team')}       ${oneLine(account.team)}`] : []),
    ...(workspace ? [`${paint.bold('Workspace')}  ${oneLine(workspace.name)} (${oneLine(workspace.id)})`] : []),
  ];
}

/** Joins sections by empty lines. Runner commands are disabled in the whole text: pieces could join to one. */
function assemble(sections: readonly (readonly string[])[]): string {
  const shown = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return shown.length === 0 ? '' : `${disarm(shown.join('\n\n'))}\n`;
}
