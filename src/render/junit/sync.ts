import { placeOf } from '../../core/model/problem.ts';
import type { MonitorResult } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';
import { beforeWords } from '../monitors.ts';
import { KIND_WORDS, pendingChanges, planWords, verbOf } from '../statistics.ts';
import type { TestCase, TestGroup } from './cases.ts';

const SYNC = 'Postman sync';

/** The failures outside the suites: problems, errors, changes that failed. */
export const syncGroup = (report: Report): TestGroup => ({
  name: SYNC,
  properties: {},
  cases: [...problemCases(report), ...errorCases(report), ...changeCases(report)],
});

/** One passed case for a report without any other: some readers refuse an empty report. */
export const placeholderGroup = ({ plan, command }: Report): TestGroup => ({
  name: SYNC,
  properties: {},
  cases: [{ name: `${command}: ${plan ? planWords(plan) : 'no suites'}`, className: SYNC, results: [] }],
});

/** One failed case for a verdict that no other case explains. */
export const verdictGroup = ({ failureKinds, verdict }: Report): TestGroup => {
  const message = failureKinds.map((kind) => KIND_WORDS[kind]).join(', ') || verdict;
  return {
    name: SYNC,
    properties: {},
    cases: [
      { name: 'verdict', className: SYNC, results: [{ element: 'error', message, type: verdict, text: message }] },
    ],
  };
};

/** Every monitor as a case. */
export const monitorGroup = ({ monitors }: Report): TestGroup => ({
  name: 'Monitors',
  properties: {},
  cases: monitors.map((monitor) => monitorCase(monitor)),
});

function monitorCase(monitor: MonitorResult): TestCase {
  const { assertions, requests } = monitor;
  const counts = `${assertions.failed} of ${assertions.total} assertions and ${requests.failed} of ${requests.total} requests failed`;
  const before = beforeWords(monitor);
  const text = [
    `status ${monitor.status}: ${counts}`,
    ...(monitor.message ? [monitor.message] : []),
    ...(before ? [`run before: ${before}`] : []),
    ...(monitor.link === undefined ? [] : [monitor.link]),
  ].join('\n');
  return {
    name: monitor.name,
    className: 'Monitors',
    ...(monitor.durationMs === undefined ? {} : { seconds: monitor.durationMs / 1000 }),
    results: monitor.passed ? [] : [{ element: 'failure', message: monitor.message ?? counts, type: 'monitor', text }],
  };
}

const problemCases = ({ problems }: Report): readonly TestCase[] =>
  problems.map((problem) => {
    const place = placeOf(problem);
    const text = [problem.message, problem.remedy, ...(place ? [`    at ${problem.path} (${place})`] : [])].join('\n');
    return {
      name: problem.message,
      className: SYNC,
      ...(problem.path !== undefined && { file: problem.path }),
      ...(problem.position && { line: problem.position.line }),
      results: [{ element: 'error', message: problem.message, type: problem.kind ?? 'settings', text }],
    };
  });

const errorCases = ({ errors }: Report): readonly TestCase[] =>
  errors.map(({ kind, message, remedy }) => ({
    name: KIND_WORDS[kind],
    className: SYNC,
    results: [{ element: 'error', message, type: kind, text: `${message}\n${remedy}` }],
  }));

const changeCases = ({ plan }: Report): readonly TestCase[] =>
  pendingChanges(plan)
    .filter(({ status }) => status === 'failed')
    .map(({ kind, name, path, reason, ...change }) => ({
      name: `${verbOf(change)} ${kind} ${name}`,
      className: SYNC,
      file: path,
      results: [{ element: 'error', message: reason ?? 'failed', type: 'sync', text: reason ?? 'failed' }],
    }));
