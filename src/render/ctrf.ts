import { omitUndefined } from '../core/lib/json.ts';
import type { Report } from '../core/report/report.ts';
import { oneLine, shorten, visible } from './escape.ts';
import type { TestCase, TestGroup } from './junit/cases.ts';
import { testGroupsOf } from './junit/groups.ts';
import { webLink } from './links.ts';

const LONGEST_NAME = 1000;
const LONGEST_TEXT = 20_000;

type Status = 'passed' | 'failed' | 'skipped';

/** The report in the Common Test Report Format (`ctrf.json`, ctrf.io), with the same cases as the JUnit report. */
export function renderCtrf(report: Report): string {
  const groups = testGroupsOf(report);
  const tests = groups.flatMap((group) => group.cases.map((test) => testOf(test, group)));
  const having = (status: Status): number => tests.filter((test) => test.status === status).length;
  const { startedAt, durationMs, tool } = report;
  const document = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    timestamp: new Date(startedAt).toISOString(),
    generatedBy: tool.name,
    results: {
      tool: { name: tool.name, version: tool.version },
      summary: {
        tests: tests.length,
        passed: having('passed'),
        failed: having('failed'),
        skipped: having('skipped'),
        pending: 0,
        other: 0,
        flaky: tests.filter(({ flaky }) => flaky).length,
        suites: groups.length,
        start: startedAt,
        stop: startedAt + Math.round(durationMs),
        duration: Math.round(durationMs),
      },
      tests,
      environment: environmentOf(report),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function testOf(test: TestCase, group: TestGroup) {
  const { name, className, file, line, seconds = 0, results, output } = test;
  const [result] = results;
  return omitUndefined({
    name: named(name),
    status: statusOf(test),
    duration: Math.round(seconds * 1000),
    suite: suiteOf(className, group.name),
    message: result && shorten(visible(result.message), LONGEST_TEXT),
    trace: result?.text ? shorten(visible(result.text), LONGEST_TEXT) : undefined,
    rawStatus: result?.type,
    filePath: file === undefined ? undefined : oneLine(file),
    line,
    flaky: results.some(({ element }) => element === 'flakyFailure'),
    stdout: output === undefined ? undefined : shorten(visible(output), LONGEST_TEXT).split('\n'),
  });
}

/** A case that failed only in earlier attempts has passed. */
function statusOf({ results }: TestCase): Status {
  const elements = results.map(({ element }) => element);
  if (elements.includes('failure') || elements.includes('error')) return 'failed';
  return elements.includes('skipped') ? 'skipped' : 'passed';
}

/** The path of suites that CTRF asks for: the group, then the place in it. */
function suiteOf(className: string, group: string): readonly string[] {
  const prefix = `${group} / `;
  const parts = className.startsWith(prefix) ? [group, className.slice(prefix.length)] : [className];
  return parts.map(named);
}

/** CTRF allows no empty names. */
const named = (text: string): string => shorten(oneLine(text), LONGEST_NAME) || '(no name)';

const environmentOf = ({ project, commit, branch, run, workspace }: Report) =>
  omitUndefined({
    reportName: 'Postman',
    appName: project && oneLine(project),
    commit: commit && oneLine(commit),
    branchName: branch && oneLine(branch),
    buildUrl: webLink(run?.url),
    testEnvironment: workspace && oneLine(workspace.name),
  });
