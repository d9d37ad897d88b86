import { describe, expect, it } from '@jest/globals';
import type { ContractResult, Coverage, Violation } from '../../../../src/core/model/contract.ts';
import { contractErrors, contractNotices } from '../../../../src/core/report/contract-verdict.ts';
import { aRun } from '../../../support/report.ts';

const violation: Violation = {
  suite: 'Orders',
  request: 'List',
  path: [],
  iteration: 1,
  operation: 'GET /orders',
  part: 'body',
  pointer: '/0/id',
  expected: 'integer',
  actual: 'null',
  document: { file: 'api.yaml', line: 1, column: 1 },
  count: 1,
};

const contract: ContractResult = {
  mode: 'fail',
  documents: ['api.yaml'],
  checked: 3,
  deviating: 1,
  violations: [violation],
  ignored: [],
  unchecked: [],
  unmatched: [],
};

const coverage: Coverage = {
  operations: 3,
  tested: 2,
  percent: 66.6,
  untested: ['GET /health'],
  untestedResponses: [],
  tags: [],
};

const result = (blocking = true) => ({
  runs: [aRun({ suite: 'Orders', blocking })],
  monitors: [],
  nothingToRun: false,
  notices: [],
  errors: [],
});

describe('the gate', () => {
  it('fails for a deviation with contract: fail', () => {
    expect(contractErrors({ ...result(), contract })).toMatchObject([
      { kind: 'contract', message: 'One answer deviates from the OpenAPI document api.yaml (GET /orders /0/id).' },
    ]);
    expect(contractNotices({ ...result(), contract })).toEqual([]);
  });

  it('names the first deviation that gates', () => {
    const runs = [aRun({ suite: 'Draft', blocking: false }), aRun({ suite: 'Orders' })];
    const violations = [{ ...violation, suite: 'Draft' }, violation];
    const [error] = contractErrors({ ...result(), runs, contract: { ...contract, deviating: 2, violations } });
    expect(error?.message).toContain('first in Orders (');
  });

  it.each([
    ['contract: warn', { ...result(), contract: { ...contract, mode: 'warn' as const } }],
    ['a suite that does not gate', { ...result(false), contract }],
  ])('warns with %s', (_, tests) => {
    expect(contractErrors(tests)).toEqual([]);
    expect(contractNotices(tests)).toMatchObject([{ level: 'warning' }]);
  });

  it('fails below the threshold of coverage, and not at it', () => {
    expect(contractErrors({ ...result(), coverage, leastCoverage: 0.755 })).toEqual([
      {
        kind: 'threshold',
        message: 'The suites test 2 of 3 operations (66.6%); the threshold is 75.5%.',
        remedy: 'Test the others, beginning with GET /health.',
      },
    ]);
    expect(contractErrors({ ...result(), coverage, leastCoverage: 2 / 3 })).toEqual([]);
  });

  it('fails with contract: fail where a whole run has compared nothing', () => {
    const nothing = { ...contract, checked: 0, deviating: 0, violations: [], unmatched: ['GET /v2/orders'] };
    const whole = { ...result(), contract: nothing, leastCoverage: 0 };
    expect(contractErrors(whole)).toMatchObject([
      { kind: 'nothing-tested', message: expect.stringContaining('No request belongs to an operation of api.yaml') },
    ]);
    const { leastCoverage: _, ...part } = whole;
    for (const tested of [
      part,
      { ...whole, contract: { ...nothing, mode: 'warn' as const } },
      { ...whole, contract: { ...nothing, unmatched: [] } },
      { ...whole, runs: result(false).runs },
    ])
      expect(contractErrors(tested)).toEqual([]);
  });

  it('warns of at most five defects of schemas, with their places', () => {
    const defects = Array.from({ length: 7 }, (_, index) => ({
      message: 'The value of type is not valid: "file"',
      document: { file: 'api.yaml', line: index + 1, column: 3 },
    }));
    const notices = contractNotices({ ...result(), contract: { ...contract, violations: [], defects } });
    expect(notices.map(({ position }) => position?.line)).toEqual([1, 2, 3, 4, 5]);
    expect(notices[0]?.message).toMatch(/^api\.yaml:1:3: The value of type is not valid: "file"\./);
    expect(notices[4]?.message).toContain('There are 2 more such defects.');
    expect(notices.filter(({ message }) => message.includes('more such'))).toHaveLength(1);
  });

  it('names requests that no document describes; warns if no request is described', () => {
    const unmatched = ['GET /a', 'GET /b', 'GET /c', 'GET /d', 'GET /e', 'GET /f'];
    const some = { ...contract, violations: [], unmatched };
    expect(contractNotices({ ...result(), contract: some })).toEqual([
      {
        level: 'notice',
        message: 'No operation of api.yaml describes GET /a, GET /b, GET /c, GET /d, GET /e and 1 more.',
      },
    ]);
    expect(contractNotices({ ...result(), contract: { ...some, checked: 0 } })[0]?.level).toBe('warning');
  });
});
