import { describe, expect, it } from '@jest/globals';
import type { Report } from '../../../../src/core/report/report.ts';
import { mergeReports } from '../../../../src/core/shards/merge-reports.ts';
import { shardNotice } from '../../../../src/core/shards/shard-notice.ts';
import { aFailedRun, aFailure, anAttempt, anExecution, aReport, aRun } from '../../../support/report.ts';

const SUITES = ['Orders', 'Catalog', 'Cart', 'Login'];

/** The report of a shard that ran one suite. */
const shard = (index: number, parts: Partial<Report> = {}): Report =>
  aReport({
    command: 'test',
    commit: 'a'.repeat(40),
    shard: { index, total: 4, suites: SUITES },
    runs: [aRun({ suite: SUITES[index - 1] ?? '' })],
    ...parts,
  });

const merge = (reports: readonly Report[], { absent = [] as readonly string[] } = {}): Report =>
  mergeReports({
    reports: reports.map((report, at) => ({ folder: `shards/${at + 1}`, report })),
    absent,
    problems: [],
    run: { version: '1.2.3', startedAt: 0, endedAt: 0 },
  });

const all = [4, 3, 2, 1].map((index) => shard(index));

describe('the reports of all shards', () => {
  it('become one report, with the suites in the order of the configuration', () => {
    const merged = merge(all);
    expect(merged.verdict).toBe('passed');
    expect(merged.runs.map(({ suite }) => suite)).toEqual(SUITES);
    expect(merged).toMatchObject({ commit: 'a'.repeat(40), problems: [], errors: [], notices: [] });
    expect(merged.shard).toBeUndefined();
  });

  it('take from the first begin to the last end', () => {
    const merged = merge([
      shard(1, { shard: { index: 1, total: 2, suites: [] }, startedAt: 1000, durationMs: 500 }),
      shard(2, { shard: { index: 2, total: 2, suites: [] }, startedAt: 900, durationMs: 5000 }),
    ]);
    expect(merged).toMatchObject({ startedAt: 900, durationMs: 5000 });
  });

  it('keep the plan, the workspace and the calls of the shard that synchronized', () => {
    const synced = shard(1, {
      command: 'apply',
      plan: { applied: true, changes: [], cost: 3 },
      workspace: { id: 'w', name: 'Shop' },
      api: { limits: { month: { remaining: 7 } }, usage: [], apiCalls: 3, waitedMs: 10 },
    });
    const merged = merge([synced, ...all.filter((report) => report.shard?.index !== 1)]);
    expect(merged).toMatchObject({
      command: 'apply',
      plan: { applied: true, cost: 3 },
      workspace: { name: 'Shop' },
      api: { limits: { month: { remaining: 7 } }, apiCalls: 3, waitedMs: 10 },
    });
  });

  it('fail if one of them failed', () => {
    const red = shard(2, {
      verdict: 'failed',
      failureKinds: ['assertion'],
      runs: [aFailedRun({ suite: 'Catalog' }, { suite: 'Catalog' })],
    });
    expect(merge([shard(1), red, shard(3), shard(4)])).toMatchObject({
      verdict: 'failed',
      failureKinds: ['assertion'],
    });
    const crashed = shard(2, {
      verdict: 'error',
      failureKinds: ['settings'],
      problems: [{ code: 'shards' as const, message: 'no such file', remedy: 'name it' }],
      shard: { index: 2, total: 4, suites: [] },
      runs: [],
    });
    expect(merge([shard(1), crashed, shard(3), shard(4)])).toMatchObject({
      verdict: 'error',
      problems: [{ message: 'no such file' }],
      errors: [],
    });
  });

  it('have no notice about the part that a shard ran', () => {
    const own = shardNotice([{ name: 'Orders' }], { shard: { index: 1, total: 4 }, all: 4 });
    const other = { level: 'notice' as const, message: 'Another one.' };
    const [first, ...rest] = [1, 2, 3, 4].map((index) => shard(index, index === 1 ? { notices: [own, other] } : {}));
    expect(merge([first, ...rest].flatMap((report) => report ?? [])).notices).toEqual([other]);
  });

  it('have a common notice once', () => {
    const notices = [{ level: 'warning' as const, message: '83% of the quota is used.' }];
    expect(merge(all.map((report) => ({ ...report, notices }))).notices).toEqual(notices);
  });
});

describe('a run with a missing part', () => {
  it('fails, and names the shards', () => {
    const merged = merge([shard(1), shard(3), shard(4)], { absent: ['shards/2'] });
    expect(merged).toMatchObject({ verdict: 'failed', failureKinds: ['nothing-tested'], problems: [] });
    expect(merged.errors.map(({ message }) => message)).toEqual(['3 of 4 shards reported: shard 2 is missing.']);
    expect(merge([shard(1)]).errors[0]?.message).toBe('1 of 4 shards reported: shards 2, 3, 4 are missing.');
  });

  it('fails if a job without shards left no report', () => {
    const merged = merge([aReport({ runs: [aRun()] })], { absent: ['eu'] });
    expect(merged.verdict).toBe('failed');
    expect(merged.errors[0]?.message).toContain('There is no report in eu');
  });

  it('fails if no shard ran a suite, or only some of its rows', () => {
    expect(merge([shard(1), shard(2), shard(3), shard(4, { runs: [] })]).errors[0]?.message).toBe(
      'No shard ran "Login" as a whole.',
    );
    const idle = shard(4, { shard: { index: 4, total: 4, suites: [] }, runs: [] });
    expect(merge([shard(1), shard(2), shard(3), idle]).errors[0]?.message).toBe('No shard ran "Login" as a whole.');
    const part = { index: 1, total: 3, first: 0, end: 5 };
    const some = shard(4, { runs: [aRun({ suite: 'Login', part })] });
    expect(merge([shard(1), shard(2), shard(3), some]).verdict).toBe('failed');
  });
});

describe('reports that do not belong together', () => {
  it.each<[string, readonly Report[], string]>([
    ['the same shard twice', [...all, shard(2)], 'shard 2 is there 2 times: shards/3, shards/5'],
    [
      'another commit',
      [shard(1, { commit: 'b'.repeat(40) }), ...all.slice(0, 3)],
      'are of different commits: shards/1 of bbbbbbbbbbbb',
    ],
    [
      'another number of shards',
      [shard(1, { shard: { index: 1, total: 5, suites: SUITES } }), ...all.slice(0, 3)],
      'different numbers of shards: shards/1 of 5 shards',
    ],
    [
      'other suites',
      [shard(1, { shard: { index: 1, total: 4, suites: ['Orders'] } }), ...all.slice(0, 3)],
      'different lists of suites: shards/1 of 1 suites',
    ],
    [
      'a suite that ran twice',
      [shard(1, { runs: [aRun(), aRun({ suite: 'Cart' })] }), ...all.slice(0, 3)],
      'more than one shard ran "Cart"',
    ],
    [
      'a verdict without its reason',
      [shard(1, { failureKinds: ['assertion'] }), ...all.slice(0, 3)],
      'shards/1 contradicts itself',
    ],
    [
      'a failed suite that is called passed',
      [shard(1, { runs: [{ ...aFailedRun(), status: 'passed' }] }), ...all.slice(0, 3)],
      'shards/1 contradicts itself',
    ],
  ])('are problems: %s', (_what, reports, message) => {
    const merged = merge(reports);
    expect(merged).toMatchObject({ verdict: 'error', failureKinds: expect.arrayContaining(['settings']) });
    expect(merged.problems.map((problem) => problem.message)).toEqual([expect.stringContaining(message)]);
  });
});

describe('a suite with rows on several shards', () => {
  const rowsOf = (index: number): Report => {
    const part = { index, total: 2, first: index === 1 ? 0 : 3, end: index === 1 ? 3 : 5 };
    const executions = [
      anExecution({ iteration: 1, responseMs: 10 * index }),
      anExecution({ iteration: 2, code: 500 }),
    ];
    const failures = index === 2 ? [aFailure({ iteration: 2 }), aFailure({ iteration: undefined as never })] : [];
    const attempt = anAttempt({ durationMs: 100, iterations: index === 1 ? 3 : 2, executions, failures });
    return aReport({
      shard: { index, total: 2, suites: ['Orders'] },
      runs: [aRun({ part, status: index === 2 ? 'failed' : 'passed', attempt })],
      verdict: index === 2 ? 'failed' : 'passed',
      failureKinds: index === 2 ? ['assertion'] : [],
    });
  };

  it('is one suite again, with its iterations counted over all rows', () => {
    const [run, ...others] = merge([rowsOf(2), rowsOf(1)]).runs;
    expect(others).toEqual([]);
    expect(run).toMatchObject({ suite: 'Orders', status: 'failed' });
    expect(run?.part).toBeUndefined();
    expect(run?.attempt).toMatchObject({
      iterations: 5,
      durationMs: 200,
      requests: { total: 4 },
      responseTimes: { max: 20 },
    });
    expect(run?.attempt.executions.map(({ iteration }) => iteration)).toEqual([1, 2, 4, 5]);
    expect(run?.attempt.failures.map(({ iteration }) => iteration)).toEqual([5, undefined]);
  });
});

describe('coverage and deviations', () => {
  const operations = ['GET /a', 'GET /b', 'GET /c'].map((id) => ({ id, tags: ['x'], responses: ['200', '404'] }));
  const ran = (index: number, operation: string, deviates = false): Report => {
    const deviation = {
      part: 'body',
      pointer: '/id',
      expected: 'string',
      actual: '1',
      document: { file: 'api.yaml', line: 3, column: 1 },
    } as const;
    const contract = { operation, response: '200', deviations: deviates ? [deviation] : [] };
    return aReport({
      shard: {
        ...{ index, total: 2, suites: ['One', 'Two'] },
        contract: { mode: 'fail', documents: ['api.yaml'], operations, ignore: [], leastCoverage: 0.6 },
      },
      runs: [
        aRun({ suite: index === 1 ? 'One' : 'Two', attempt: anAttempt({ executions: [anExecution({ contract })] }) }),
      ],
    });
  };

  it('are those of all shards together', () => {
    const merged = merge([ran(1, 'GET /a'), ran(2, 'GET /b')]);
    expect(merged.coverage).toMatchObject({
      operations: 3,
      tested: 2,
      untested: ['GET /c'],
      responses: { documented: 6, tested: 2 },
      untestedResponses: ['GET /a 404', 'GET /b 404'],
    });
    expect(merged.verdict).toBe('passed');
  });

  it('are held to the thresholds as a whole', () => {
    const little = merge([ran(1, 'GET /a'), ran(2, 'GET /a')]);
    expect(little).toMatchObject({ verdict: 'failed', failureKinds: ['threshold'] });
    const deviating = merge([ran(1, 'GET /a', true), ran(2, 'GET /b', true)]);
    expect(deviating.failureKinds).toEqual(['contract']);
    expect(deviating.errors.map(({ message }) => message)).toEqual([
      '2 answers deviate from the OpenAPI document api.yaml, first in One (GET /a /id).',
    ]);
  });
});
