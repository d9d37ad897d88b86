import type { Position } from '../core/lib/positions.ts';
import { count, plural } from '../core/lib/text.ts';
import { placeOf } from '../core/model/problem.ts';
import type { Failure, MonitorResult, RunResult } from '../core/model/run-result.ts';
import type { FailureKind, Verdict } from '../core/model/verdict.ts';
import type { Report, ReportedChange, ReportedPlan } from '../core/report/report.ts';
import { splitProblems } from './conflicts.ts';

/** A total and how many of it failed. */
export interface Tally {
  readonly total: number;
  readonly failed: number;
}

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = { passed: 'Passed', failed: 'Failed', error: 'Error' };

/** The verdict as a word in a title; `Stopped` for a run that was ended early. */
export const verdictWord = ({ verdict, stopped }: Pick<Report, 'verdict' | 'stopped'>): string =>
  stopped ? 'Stopped' : VERDICT_WORDS[verdict];

/** The name of each kind of failure in pages and logs. */
export const KIND_WORDS: Readonly<Record<FailureKind, string>> = {
  assertion: 'assertion failed',
  request: 'request failed',
  script: 'script failed',
  'nothing-tested': 'not tested',
  threshold: 'threshold exceeded',
  timeout: 'timed out',
  monitor: 'monitor failed',
  drift: 'changed in Postman',
  conflict: 'changed on both sides',
  contract: 'contract violated',
  secret: 'credential in plain text',
  'rate-limit': 'rate limit reached',
  quota: 'quota used up',
  auth: 'access refused',
  sync: 'sync failed',
  settings: 'settings are wrong',
  network: 'network failed',
};

/** Requests over the last attempts of all suites. */
export const requestTally = ({ runs }: Pick<Report, 'runs'>): Tally =>
  sumTallies(runs.map(({ attempt }) => attempt.requests));

/** Assertions over the last attempts of all suites. */
export const assertionTally = ({ runs }: Pick<Report, 'runs'>): Tally =>
  sumTallies(runs.map(({ attempt }) => attempt.assertions));

const sumTallies = (tallies: readonly Tally[]): Tally => ({
  total: tallies.reduce((sum, { total }) => sum + total, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
});

/** Whether Postman has changes that the repository lacks. */
export const isBehind = ({ behind, conflict, isGone }: ReportedChange): boolean =>
  behind !== undefined || conflict !== undefined || isGone === true;

/** How many resources were created, updated and so on; for a plan that is not applied, how many would be. */
interface ChangeCounts {
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  readonly unchanged: number;
  readonly drifted: number;
  readonly failed: number;
  readonly skipped: number;
  /** Failed resources whose content could not be read, so that nothing was planned for them. */
  readonly unread: number;
}

/** The counts of a plan; all zero without a plan. */
export function changeCounts(plan: ReportedPlan | undefined): ChangeCounts {
  const changes = plan?.changes ?? [];
  const done = changes.filter(({ status }) => !plan?.applied || status === 'applied');
  const having = (action: ReportedChange['action']): number => done.filter((change) => change.action === action).length;
  const pending = pendingChanges(plan);
  const same = changes.filter(({ action, drifted, status }) => action === 'none' && !drifted && status !== 'failed');
  return {
    created: having('create'),
    updated: having('update'),
    deleted: having('delete'),
    unchanged: same.length,
    drifted: changes.filter(({ drifted }) => drifted).length,
    failed: pending.filter(({ status }) => status === 'failed').length,
    skipped: pending.filter(({ status }) => status === 'skipped').length,
    unread: pending.filter(({ action }) => action === 'none').length,
  };
}

/** The changes of a plan that are not in sync: those to make or made, and resources that could not be compared. */
export const pendingChanges = (plan: ReportedPlan | undefined): readonly ReportedChange[] =>
  (plan?.changes ?? []).filter(({ action, status }) => action !== 'none' || status === 'failed');

/** What a change does, as a verb. */
export const verbOf = ({ action }: Pick<ReportedChange, 'action'>): string => (action === 'none' ? 'compare' : action);

/** The plan in words: `2 to create, 1 to update`, `2 created, 1 failed`, `in sync`. */
export function planWords(plan: ReportedPlan): string {
  const all = changeCounts(plan);
  if (plan.changes.length === 0) return 'nothing to sync';
  if (pendingChanges(plan).length === 0) return all.drifted > 0 ? 'nothing to do' : 'in sync';
  const words: readonly (readonly [number, string])[] = plan.applied
    ? [
        [all.created, 'created'],
        [all.updated, 'updated'],
        [all.deleted, 'deleted'],
        [all.failed, 'failed'],
        [all.skipped, 'skipped'],
      ]
    : [
        [all.created, 'to create'],
        [all.updated, 'to update'],
        [all.deleted, 'to delete'],
        [all.unread, 'could not be read'],
      ];
  return words
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ');
}

/** The facts beside the verdict, failures first: `1 problem`, `3 suites passed`. Numbers only: nothing to escape. */
export function headlineFacts(report: Report): readonly string[] {
  const { conflicts, others } = splitProblems(report);
  const wrong = [
    ...(conflicts > 0 ? [plural(conflicts, 'conflict')] : []),
    ...(others.length > 0 ? [plural(others.length, 'problem')] : []),
    ...(report.errors.length > 0 ? [plural(report.errors.length, 'error')] : []),
  ];
  const { drifted } = changeCounts(report.plan);
  const sync = [
    ...(report.plan ? [planWords(report.plan)] : []),
    ...(drifted > 0 ? [`${drifted} changed in Postman`] : []),
  ];
  const tests = [...suiteFacts(report), ...monitorFacts(report.monitors)];
  const facts = hasFailedTests(report) ? [...tests, ...sync] : [...sync, ...tests];
  // Without a plan, it is unknown whether Postman is in sync, so the facts must not suggest it.
  const planless = report.command === 'plan' && !report.plan && wrong.length === 0 && facts.length > 0;
  return [...wrong, ...facts, ...(planless ? ['no plan'] : [])];
}

const hasFailedTests = ({ runs, monitors }: Report): boolean =>
  runs.some(({ status }) => status === 'failed') || monitors.some(({ passed }) => !passed);

function suiteFacts(report: Report): readonly string[] {
  const { runs } = report;
  if (runs.length === 0) return [];
  const failed = runs.filter(({ status }) => status === 'failed');
  const gates = failed.length === 0 || failed.some(({ blocking }) => blocking);
  const flaky = runs.filter((run) => run.flaky).length;
  return [
    `${outOf({ total: runs.length, failed: failed.length }, 'suite')}${gates ? '' : ' (does not gate)'}`,
    outOf(assertionTally(report), 'assertion'),
    ...(flaky > 0 ? [`${flaky} flaky`] : []),
  ];
}

function monitorFacts(monitors: readonly MonitorResult[]): readonly string[] {
  if (monitors.length === 0) return [];
  const failed = monitors.filter((monitor) => !monitor.passed).length;
  return [outOf({ total: monitors.length, failed }, 'monitor')];
}

/** `3 suites passed`, `1 of 3 suites failed`. */
const outOf = ({ total, failed }: Tally, noun: string): string =>
  failed === 0
    ? `${plural(total, noun)}${total === 0 ? '' : ' passed'}`
    : `${count(failed)} of ${plural(total, noun)} failed`;

/** Where a failure happened: `Folder / Request › assertion`; empty for the suite as a whole. */
export function whereOf({ path, request, assertion }: Failure): string {
  const place = [...path, ...(request === undefined ? [] : [request])].join(' / ');
  return [...(place ? [place] : []), ...(assertion === undefined ? [] : [assertion])].join(' › ');
}

/** `file:line:column` of a failure, as far as it is known; empty without a file. */
export const fileOf = ({ file, position }: { readonly file?: string; readonly position?: Position }): string =>
  file === undefined ? '' : placeOf({ path: file, ...(position && { position }) });

/** ` (iteration 3)` behind the place of a failure; empty for a run with one iteration. */
export const iterationSuffix = (iteration: number | undefined, { attempt }: RunResult): string =>
  iteration !== undefined && attempt.iterations > 1 ? ` (iteration ${iteration})` : '';
