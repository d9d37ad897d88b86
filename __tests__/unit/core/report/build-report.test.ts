import { describe, expect, it } from '@jest/globals';
import { OutsideError, PostmanError, type PostmanErrorCode } from '../../../../src/core/model/errors.ts';
import { ProblemsError } from '../../../../src/core/model/problem.ts';
import type { Outcome, SkipReason } from '../../../../src/core/plan/change.ts';
import { planSync } from '../../../../src/core/plan/plan.ts';
import { buildReport, type ReportParts } from '../../../../src/core/report/build-report.ts';
import { reportPlan } from '../../../../src/core/report/report-plan.ts';
import { type CommandResult, NOTHING, type TestResult } from '../../../../src/core/report/results.ts';
import { collection, request, stamped } from '../../../support/collections.ts';
import { aFailedRun, aMonitor, aRun } from '../../../support/report.ts';
import { desiredOf, listed, observed, recorded, stateOf, uidOf } from '../../../support/state-builders.ts';

const run = { command: 'apply', version: '1.2.3', startedAt: 1_000, endedAt: 3_500 };
const policy = { onDrift: 'merge', quotaWarnAt: 0.8, quotaStopAt: 1 };
const api = { limits: {}, apiCalls: 3, waitedMs: 20 };
const build = (result: Partial<CommandResult>, more: Partial<ReportParts> = {}) =>
  buildReport({ run, policy, api, result: { ...NOTHING, ...result }, ...more });
const tests = (parts: Partial<TestResult>): TestResult => ({
  ...NOTHING,
  runs: [],
  monitors: [],
  nothingToRun: false,
  ...parts,
});
const refused = (code: PostmanErrorCode) => new PostmanError({ code, message: `It is ${code}.`, remedy: 'Look.' });

const desired = desiredOf({ 'a.json': collection('Orders', request('list')) });
const inPostman = (content = collection('Orders', request('list'), request('theirs'))) =>
  observed({
    listed: [listed(1, 'Orders')],
    matches: new Map([['a.json', listed(1, 'Orders')]]),
    contents: new Map([[uidOf(1), stamped(content)]]),
    state: stateOf(recorded(desired, 1)),
  });
const planned = (onDrift: 'overwrite' | 'keep') => planSync(desired, inPostman(), { prune: 'no', onDrift });

describe('a report', () => {
  it('has the start and the duration of the run', () => {
    expect(build({})).toMatchObject({ command: 'apply', startedAt: 1_000, durationMs: 2_500, verdict: 'passed' });
    expect(build({})).toMatchObject({ version: 3, tool: { name: 'postman-sync', version: '1.2.3' } });
  });

  it('holds the account and the usage of the step that asked for it', () => {
    const usage = [{ name: 'Calls', usage: 10, limit: 1_000 }] as never;
    const account = { user: 'Ada', team: 'Shop', usage } as never;
    expect(build({ sync: { ...NOTHING, account } })).toMatchObject({
      account: { user: 'Ada', team: 'Shop' },
      api: { usage },
    });
    expect(build({}).api.usage).toEqual([]);
  });

  it('holds the notices of every step', () => {
    const note = (message: string) => ({ notices: [{ level: 'notice' as const, message }], errors: [] });
    const report = build({ ...note('command'), sync: note('sync'), tests: tests(note('tests')) });
    expect(report.notices.map(({ message }) => message)).toEqual(['command', 'sync', 'tests']);
  });

  it.each([
    ['after a failure', { errors: [refused('stopped')] }, true],
    ['after everything was done', {}, undefined],
  ])('counts as stopped by a signal only before the end: %s', (_, result, stopped) => {
    expect(build(result, { run: { ...run, stopped: true } }).stopped).toBe(stopped);
  });

  it('names its shard and the suites of all shards', () => {
    const shard = { index: 2, total: 3 };
    const withShard = { run: { ...run, shard } };
    expect(build({}, withShard).shard).toEqual({ ...shard, suites: [] });
    const whole = { suites: ['Orders'] };
    expect(build({ tests: tests({ whole }) }, withShard).shard).toEqual({ ...shard, ...whole });
  });
});

describe('the errors of a report', () => {
  it.each([
    ['unauthorized', 'auth'],
    ['forbidden', 'auth'],
    ['rate-limited', 'rate-limit'],
    ['quota-exhausted', 'quota'],
    ['edited', 'conflict'],
    ['unavailable', 'network'],
    ['not-found', 'sync'],
    ['outcome-unknown', 'sync'],
  ] as const)('have a kind by the code of the failed call: %s → %s', (code, kind) => {
    expect(build({ errors: [refused(code)] })).toMatchObject({
      failureKinds: [kind],
      errors: [{ kind, message: `It is ${code}.`, remedy: 'Look.' }],
    });
  });

  it('distinguish failures of other systems from defects of postman-sync', () => {
    const outside = new OutsideError('network', { message: 'The disk is full.', remedy: 'Make room.' });
    expect(build({ errors: [outside, new TypeError('x is undefined')] }).errors).toEqual([
      { kind: 'network', message: 'The disk is full.', remedy: 'Make room.' },
      {
        kind: 'sync',
        message: 'postman-sync itself failed: x is undefined',
        remedy: 'This is a defect: please report it with the command and this message.',
      },
    ]);
  });

  it('name each message once', () => {
    const result = { errors: [refused('invalid')], tests: tests({ errors: [refused('invalid')] }) };
    expect(build(result).errors).toHaveLength(1);
  });

  it('do not repeat problems in files, whose kind is settings unless they have another one', () => {
    const problem = { code: 'file-format', message: 'No name.', remedy: 'Give it one.' } as const;
    const secret = { ...problem, message: 'A token.', kind: 'secret' } as const;
    const report = build({ errors: [new ProblemsError([problem, secret])] });
    expect(report).toMatchObject({ errors: [], problems: [problem, secret], failureKinds: ['secret', 'settings'] });
  });

  it('report that nothing was tested although tests were asked for', () => {
    expect(build({ tests: tests({ nothingToRun: true }) })).toMatchObject({ failureKinds: ['nothing-tested'] });
    expect(build({ tests: tests({}) })).toMatchObject({ verdict: 'passed' });
  });
});

describe('the gate of a report', () => {
  const failed = aFailedRun();

  it.each([
    ['a blocking suite that failed', { runs: [failed] }, ['assertion']],
    ['a suite that does not gate', { runs: [{ ...failed, blocking: false }] }, []],
    ['a suite that passed', { runs: [aRun()] }, []],
    ['a blocking monitor that failed', { monitors: [aMonitor({ status: 'failed' })] }, ['monitor']],
    ['a monitor that did not end', { monitors: [aMonitor({ status: 'timeout' })] }, ['timeout', 'monitor']],
    ['a monitor that does not gate', { monitors: [aMonitor({ status: 'failed', blocking: false })] }, []],
    ['a monitor that passed', { monitors: [aMonitor()] }, []],
  ])('judges %s', (_, parts, kinds) => {
    expect([...build({ tests: tests(parts) }).failureKinds].sort()).toEqual([...kinds].sort());
  });

  it('fails for drift only with on-drift: fail', () => {
    const sync = { ...NOTHING, plan: planned('overwrite') };
    expect(build({ sync }).failureKinds).toEqual([]);
    expect(build({ sync }, { policy: { ...policy, onDrift: 'fail' } }).failureKinds).toEqual(['drift']);
    const plan = planSync(desired, inPostman(collection('Orders', request('list'))), { prune: 'no', onDrift: 'fail' });
    expect(build({ sync: { ...NOTHING, plan } }, { policy: { ...policy, onDrift: 'fail' } }).failureKinds).toEqual([]);
  });
});

describe('the plan of a report', () => {
  const plan = planned('overwrite');
  const [change] = plan.changes;
  if (!change) throw new Error('a change is needed');
  const outcomes = (outcome: object) => [{ change, ...outcome } as Outcome];

  it('is planned before it is applied', () => {
    expect(reportPlan(plan)).toMatchObject({
      applied: false,
      cost: plan.cost,
      changes: [{ action: 'update', status: 'planned', uid: uidOf(1), drifted: true, overwrites: true }],
    });
    expect(reportPlan(plan).changes[0]).not.toHaveProperty('reason');
  });

  it('has the uid of the applied resource', () => {
    const applied = outcomes({ status: 'applied', uid: uidOf(9), at: new Date(0) });
    expect(reportPlan(plan, applied)).toMatchObject({ applied: true, changes: [{ status: 'applied', uid: uidOf(9) }] });
  });

  it('has the reason of a failed change, which is also an error of the report', () => {
    const sync = { ...NOTHING, plan, outcomes: outcomes({ status: 'failed', error: refused('invalid') }) };
    expect(build({ sync })).toMatchObject({
      errors: [{ kind: 'sync', message: 'It is invalid.' }],
      plan: { changes: [{ status: 'failed', reason: 'It is invalid.' }] },
    });
  });

  it.each<[SkipReason, string]>([
    ['quota', 'the monthly quota does not allow it'],
    ['drift', 'a resource was changed in Postman (on-drift: fail)'],
    ['earlier-failure', 'an earlier failure made it pointless'],
    ['declined', 'the plan was declined'],
  ])('says why a change was skipped: %s', (reason, told) => {
    expect(reportPlan(plan, outcomes({ status: 'skipped', reason })).changes).toMatchObject([
      { status: 'skipped', reason: told },
    ]);
  });

  it('has resources that were deleted in Postman and stay in the repository', () => {
    const gone = planSync(desired, observed({ state: stateOf(recorded(desired, 1)) }), {
      prune: 'no',
      onDrift: 'merge',
    });
    expect(reportPlan(gone).changes).toMatchObject([{ action: 'none', isGone: true, drifted: true }]);
    expect(reportPlan(plan).changes[0]).not.toHaveProperty('isGone');
  });

  it('skips nothing if no change is planned', () => {
    const kept = planned('keep');
    const skipped = kept.changes.map((each): Outcome => ({ status: 'skipped', change: each, reason: 'quota' }));
    expect(reportPlan(kept, skipped).changes).toMatchObject([{ action: 'none', status: 'applied', drifted: true }]);
    expect(reportPlan(kept, skipped).changes[0]).not.toHaveProperty('reason');
  });

  it('fails for a resource that could not be read', () => {
    const found = { ...inPostman(), unread: new Map([[uidOf(1), refused('forbidden')]]) };
    const unread = planSync(desired, found, { prune: 'no', onDrift: 'merge' });
    expect(build({ sync: { ...NOTHING, plan: unread } })).toMatchObject({
      failureKinds: ['auth'],
      plan: { changes: [{ action: 'none', status: 'failed', reason: 'It is forbidden.' }] },
    });
  });

  it('has the changes of a pull, which costs no calls', () => {
    const workspace = { id: 'w', name: 'Shop' };
    const pull = { ...NOTHING, workspace, steps: [], changedFiles: ['a.json'], isCheck: true };
    expect(build({ pull })).toMatchObject({ workspace, changedFiles: ['a.json'], plan: { applied: false, cost: 0 } });
    expect(build({ pull: { ...pull, isCheck: false } }).plan?.applied).toBe(true);
  });
});
