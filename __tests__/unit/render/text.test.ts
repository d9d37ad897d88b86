import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Report } from '../../../src/core/report/report.ts';
import { renderPlan, renderReport, renderResult, renderStatus } from '../../../src/render/text.ts';
import { commandOf, hostile, poisoned } from '../../support/hostile.ts';
import { aChange, aFailedRun, aFailure, anAttempt, anExecution, aReport } from '../../support/report.ts';
import { busyReport } from '../../support/sample-report.ts';

const plain = { color: false };

describe('renderPlan', () => {
  it('shows every change with its differences, and only counts what is unchanged', () => {
    expect(renderPlan(busyReport(), plain)).toBe(
      `Plan for Shop API

  Deletions, overwrites and conflicts
  - environment  Old staging  postman/environments/old.postman_environment.json  (is deleted in Postman, a backup is kept)

  Other changes
  ~ collection   Orders   postman/collections/orders.postman_collection.json  (changed in Postman since the last apply)
      + request Checkout / Cancel an order
      ~ url Checkout / Place an order: {{baseUrl}}/order → {{baseUrl}}/orders
      ~ test script Checkout / Place an order
            pm.test('status is 201', () => {
          -   pm.response.to.have.status(200);
          +   pm.response.to.have.status(201);
            });
      ~ folder Smoke renamed: Smoke test → Smoke
      - example Checkout / Place an order / Out of stock
  + collection   Catalog  postman/collections/catalog.postman_collection.json
  ~ environment  Staging  postman/environments/staging.postman_environment.json
      ~ variable baseUrl

1 to create, 2 to update, 1 to delete, 1 unchanged; costs 6 API calls.
`,
    );
  });

  it('is one line when everything is in sync, and empty without a plan', () => {
    expect(renderPlan(aReport({ plan: { applied: false, cost: 0, changes: [aChange()] } }), plain)).toBe(
      'Plan: no changes, 1 resource in sync.\n',
    );
    expect(renderPlan(aReport(), plain)).toBe('');
  });

  it('shows resources that could not be read, and does not call them unchanged', () => {
    const changes = [aChange({ status: 'failed', reason: 'Postman did not answer.' }), aChange({ name: 'Users' })];
    expect(renderPlan(aReport({ plan: { applied: false, cost: 0, changes } }), plain)).toBe(`Plan

  ! collection  Orders  postman/collections/orders.postman_collection.json

1 could not be read, 1 unchanged; costs 0 API calls.
`);
  });

  it('does not call resources in sync that keep a change made in Postman', () => {
    const changes = [aChange(), aChange({ drifted: true })];
    expect(renderPlan(aReport({ plan: { applied: false, cost: 0, changes } }), plain)).toBe(`Plan

  Postman is ahead; pull writes this into the files
  ← collection  Orders  postman/collections/orders.postman_collection.json  (changed in Postman since the last apply, and left as it is there)

No changes, 1 resource in sync, 1 left as changed in Postman.
`);
  });

  it('begins with conflicts and overwrites, with time and author of the change in Postman', () => {
    const edited = { at: '2026-11-20T14:03:09.000Z', by: '12345678' };
    const place = { at: 'Checkout / Pay / method', base: 'GET', ours: 'POST', theirs: 'PUT' };
    const behind = [{ change: 'changed' as const, what: 'method', path: ['Pay'], before: 'GET', after: 'PUT' }];
    const changes = [
      aChange({ name: 'Calm', action: 'create' }),
      aChange({ name: 'Ahead', drifted: true, behind, edited }),
      aChange({ name: 'Lost', action: 'update', drifted: true, overwrites: true, edited }),
      aChange({ name: 'Torn', drifted: true, conflict: { reason: 'both-changed', places: [place] } }),
    ];
    const lines = renderPlan(aReport({ plan: { applied: false, cost: 3, changes } }), plain).split('\n');
    expect(lines.filter((line) => line.startsWith('  ')).map((line) => line.replace(/ +postman.*json/, ''))).toEqual([
      '  Deletions, overwrites and conflicts',
      '  ✗ collection  Torn  (conflict: nothing of it is written; changed in Postman since the last apply)',
      '      ✗ Checkout / Pay / method: file "POST", Postman "PUT", last applied "GET"',
      '  ~ collection  Lost  (overwrites what is in Postman, a backup is kept; changed in Postman on 2026-11-20 14:03:09 UTC by user 12345678)',
      '  Other changes',
      '  + collection  Calm',
      '  Postman is ahead; pull writes this into the files',
      '  ← collection  Ahead  (changed in Postman on 2026-11-20 14:03:09 UTC by user 12345678)',
      '      ~ method Pay: GET → PUT',
    ]);
  });

  it('says that nothing is lost by deletions and overwrites that were not made', () => {
    const changes = [
      aChange({ name: 'Kept', action: 'delete', status: 'skipped' }),
      aChange({ name: 'Same', action: 'update', drifted: true, overwrites: true, status: 'skipped' }),
      aChange({ name: 'Refused', action: 'delete', status: 'failed' }),
    ];
    const text = renderPlan(aReport({ plan: { applied: true, cost: 3, changes } }), plain);
    expect(text).toMatch(/Kept .*json {2}\(left as it is in Postman\)\n/);
    expect(text).toMatch(/Same .*json {2}\(left as it is in Postman\)\n/);
    expect(text).not.toContain('a backup is kept');
  });

  it('names the workspace above the changes of a pull, and shows no cost', () => {
    const workspace = { id: '1', name: 'Shop' };
    const changes = [aChange({ action: 'update', drifted: true })];
    const text = renderPlan(aReport({ command: 'pull', workspace, plan: { applied: false, cost: 0, changes } }), plain);
    expect(text).toMatch(/^Pull from Shop\n/);
    expect(text).toContain('\n1 to update, 0 unchanged.\n');
  });

  it('counts the requests of a folder that is added or removed as a whole', () => {
    const diff = [{ change: 'added' as const, what: 'folder', path: ['Returns'], requests: 12 }];
    const changes = [aChange({ action: 'update', diff })];
    expect(renderPlan(aReport({ plan: { applied: false, cost: 1, changes } }), plain)).toContain(
      '      + folder Returns (12 requests)\n',
    );
  });

  it('shortens lines of diffs to the width of the terminal', () => {
    const change = aChange({ action: 'update', diff: [{ change: 'added', what: 'request', path: ['x'.repeat(150)] }] });
    const text = renderPlan(aReport({ plan: { applied: false, cost: 1, changes: [change] } }), {
      color: false,
      width: 100,
    });
    const longest = text.split('\n').find((line) => line.includes('xxx')) ?? '';
    expect(longest).toHaveLength(100);
    expect(longest.endsWith('…')).toBe(true);
  });
});

describe('a plan that is too long to read', () => {
  it('shows the first lines of a resource, and the number of the others', () => {
    const diff = Array.from({ length: 500 }, (_, index) => ({
      change: 'added' as const,
      what: 'request',
      path: [`number ${index}`],
    }));
    const changes = [aChange({ action: 'update', diff }), aChange({ action: 'create', name: 'Next' })];
    const lines = renderPlan(aReport({ plan: { applied: false, cost: 1, changes } }), plain).split('\n');
    expect(lines).toContain('      + request number 199');
    expect(lines).not.toContain('      + request number 200');
    expect(lines).toContain('      … and 300 more lines in report.json');
    expect(lines.find((line) => line.includes('Next'))).toBeDefined();
  });
});

describe('renderResult', () => {
  it('begins a failure with its file, line and column, and ends with the verdict', () => {
    const lines = renderResult(aReport({ verdict: 'failed', runs: [aFailedRun()] }), plain).split('\n');
    expect(lines).toEqual([
      'Suites',
      '  ✗ Orders  1 request  1 assertion, 1 failed  1.2 s',
      '    postman/collections/orders.postman_collection.json:42:17',
      '      Checkout / Place an order › status is 201',
      '      expected response to have status code 201 but got 500',
      '',
      '✗ Failed: 1 of 1 suite failed · 1 of 1 assertion failed · no plan · 4.2 s',
      '',
    ]);
  });

  it('says that failed suites do not block when the run passed', () => {
    const lastLine = (runs: Report['runs'], verdict: Report['verdict']) =>
      renderResult(aReport({ verdict, runs }), plain).trimEnd().split('\n').at(-1);
    const loose = { ...aFailedRun(), blocking: false };
    expect(lastLine([loose], 'passed')).toContain('✓ Passed: 1 of 1 suite failed (does not gate) · ');
    expect(lastLine([loose, aFailedRun()], 'failed')).toContain('✗ Failed: 2 of 2 suites failed · ');
  });

  it('shows the result of an applied plan, with reasons of failures and skips', () => {
    const plan = {
      applied: true,
      cost: 3,
      changes: [
        aChange({ action: 'create', status: 'applied' }),
        aChange({ action: 'update', name: 'Catalog', status: 'failed', reason: 'Postman refused the body.' }),
        aChange({ action: 'delete', name: 'Old', status: 'skipped', reason: 'An earlier change failed.' }),
      ],
    };
    const text = renderResult(aReport({ verdict: 'error', plan }), plain);
    expect(text).toContain('Applied: 1 created, 1 failed, 1 skipped\n');
    expect(text).toContain('  ✗ collection Catalog failed: Postman refused the body.\n');
    expect(text).toContain('  ○ collection Old skipped: An earlier change failed.\n');
  });

  it('shows the position of a problem first and its remedy last', () => {
    const problem = {
      code: 'unknown-key' as const,
      message: 'Unknown key "colections"',
      remedy: 'Did you mean "collections"?',
      path: 'postman-sync.yaml',
      position: { line: 2, column: 1 },
    };
    expect(renderResult(aReport({ verdict: 'error', problems: [problem] }), plain)).toContain(
      'postman-sync.yaml:2:1\n  ✗ Unknown key "colections" [unknown-key]\n    → Did you mean "collections"?\n',
    );
  });

  it('shows a remedy once that problems of one file share', () => {
    const at = (path: string, line: number) => ({
      ...({ kind: 'conflict', code: 'conflict', message: `Conflict ${line}`, remedy: 'Run pull --theirs.' } as const),
      ...{ path, position: { line, column: 1 } },
    });
    const problems = [at('a.json', 1), at('a.json', 2), at('b.json', 3)];
    expect(renderResult(aReport({ verdict: 'failed', problems }), plain)).toContain(
      [
        'a.json:1:1',
        '  ✗ Conflict 1 [conflict]',
        'a.json:2:1',
        '  ✗ Conflict 2 [conflict]',
        '    → Run pull --theirs.',
        'b.json:3:1',
        '  ✗ Conflict 3 [conflict]',
        '    → Run pull --theirs.',
      ].join('\n'),
    );
  });

  it('shows a failure of many iterations once', () => {
    const failures = [1, 2, 3, 7, 9, 11, 13, 14].map((iteration) => aFailure({ iteration }));
    const run = aFailedRun({}, { attempt: anAttempt({ iterations: 20, failures }) });
    expect(renderResult(aReport({ runs: [run] }), plain)).toContain(
      'status is 201 (iterations 1–3, 7, 9, 11 and 2 more)',
    );
  });

  it('lists the failed tests of a request without a response below it', () => {
    const at = { iteration: 1, path: ['Orders'], request: 'Get the order' };
    const failures = [
      aFailure({ ...at, kind: 'request', message: 'No answer from GET http://shop/orders' }),
      aFailure({ ...at, assertion: 'has a status' }),
      aFailure({ ...at, assertion: 'has a body' }),
      aFailure({ ...at, request: 'Another', assertion: 'is told' }),
    ];
    const { code: _, ...dead } = anExecution({ ...at, assertions: [] });
    const run = aFailedRun(
      {},
      { attempt: anAttempt({ failures, executions: [dead, anExecution({ ...at, request: 'Another' })] }) },
    );
    const text = renderResult(aReport({ verdict: 'failed', runs: [run] }), plain);
    expect(text).toContain('No answer from GET http://shop/orders');
    expect(text).toContain('2 more failures because of this');
    expect(text).not.toContain('has a body');
    expect(text).toContain('is told');
  });

  it('uses only the colours of the style', () => {
    expect(renderResult(busyReport(), { color: true })).toContain('\u001b[31m');
    expect(renderResult(busyReport(), plain)).not.toContain('\u001b');
  });

  it('contains no command to a runner, with or without colours', () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (text, color) => {
        const report = poisoned(busyReport(), text);
        const shown = [
          renderPlan(report, { color }),
          renderResult(report, { color }),
          renderStatus(report, { color }),
        ].join('');
        for (const line of stripVTControlCharacters(shown).split('\n')) expect(commandOf(line)).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });
});

describe('renderStatus', () => {
  it('names the account and shows every operation, unlimited ones as unlimited', () => {
    const text = renderStatus(
      busyReport({ verdict: 'passed', account: { user: 'Ada', team: 'Acme' }, notices: [] }),
      plain,
    );
    expect(text).toContain(
      'User       Ada\nTeam       Acme\nWorkspace  Shop API (1f0df51a-8658-4ee8-a2a1-d2567dfa09a9)\n',
    );
    expect(text).toMatch(/Rate limit window {5}█░+ +6% {2}19 of 300 +resets at 12:01:00 UTC/);
    expect(text).toMatch(/Monitor request runs {2}█{20} +104% {2}1,040 of 1,000 +40 over/);
    expect(text).toMatch(/Mock usage +░{20} +12, unlimited/);
    expect(text).toMatch(/File storage limit +█░{19} +5% {2}0\.25 of 5/);
  });

  it('is the log of the command status', () => {
    const report = busyReport({ command: 'status' });
    expect(renderReport(report, plain)).toBe(renderStatus(report, plain));
    expect(renderReport(busyReport({ command: 'test' }), plain)).not.toBe(renderStatus(report, plain));
  });

  it('only names failures whose messages the log already contains', () => {
    const text = renderReport(busyReport(), { color: false, brief: true });
    expect(text).toContain(
      'Checkout / Place an order › status is 201 (iteration 3)  postman/collections/orders.postman_collection.json:42:17\n',
    );
    expect(text).not.toContain('expected response to have status code 201 but got 500');
  });
});
