import { describe, expect, it } from '@jest/globals';
import { summarizeContract, unknownOperations } from '../../../../src/core/contract/summarize.ts';
import type { ExecutionContract } from '../../../../src/core/model/contract.ts';
import { anAttempt, anExecution, aRun } from '../../../support/report.ts';

const files = [
  {
    path: 'api.yaml',
    isRoot: true,
    value: { openapi: '3.0.0', paths: { '/orders': { get: { responses: { 200: {} } } } } },
  },
];

const deviation = {
  part: 'body',
  pointer: '/0/id',
  expected: 'integer',
  actual: 'null',
  document: { file: 'api.yaml', line: 1, column: 1 },
} as const;

const contract = (deviations: ExecutionContract['deviations']): ExecutionContract => ({
  operation: 'GET /orders',
  response: '200',
  deviations,
});

const runOf = (...contracts: readonly (ExecutionContract | undefined)[]) =>
  aRun({
    attempt: anAttempt({
      executions: contracts.map((contract) => anExecution({ code: 200, ...(contract ? { contract } : {}) })),
    }),
  });

describe('the summary of a run', () => {
  it('counts answers that deviate, not their deviations', () => {
    const run = runOf(contract([deviation, { ...deviation, pointer: '/0/name' }]), contract([]), undefined);
    const { contract: summary } = summarizeContract([run], { mode: 'warn', files, ignore: [] });
    expect(summary).toMatchObject({ checked: 2, deviating: 1, documents: ['api.yaml'] });
    expect(summary.violations).toHaveLength(2);
    expect(summary.unmatched).toHaveLength(1);
  });

  it('leaves out deviations that a rule accepts, and all with contract: off', () => {
    const run = runOf(contract([deviation]));
    const ignore = [{ operation: 'GET /orders', pointer: '/*/id', reason: 'known' }];
    const accepted = summarizeContract([run], { mode: 'fail', files, ignore }).contract;
    expect(accepted).toMatchObject({ deviating: 0, violations: [] });
    expect(accepted.ignored).toEqual([{ operation: 'GET /orders', pointer: '/*/id', reason: 'known', count: 1 }]);
    expect(summarizeContract([run], { mode: 'off', files, ignore: [] }).contract.violations).toEqual([]);
  });

  it('names each request once that got a response and that no document describes', () => {
    const { code: _, ...unanswered } = anExecution({ method: 'GET', url: 'https://shop.test/down' });
    const requests = [
      anExecution({ method: 'GET', url: 'https://shop.test' }),
      anExecution({ method: 'GET', url: 'https://shop.test/?page=2' }),
      anExecution({ method: 'POST', url: 'https://shop.test/carts?draft=1' }),
      anExecution({ method: 'POST', url: 'https://shop.test/token', byScript: true }),
      unanswered,
    ];
    const run = aRun({ attempt: anAttempt({ executions: requests }) });
    const { unmatched } = summarizeContract([run], { mode: 'warn', files, ignore: [] }).contract;
    expect(unmatched).toEqual(['GET /', 'POST /carts']);
  });

  it('counts accepted deviations of each operation, and answers of an unchecked type', () => {
    const accepted = { ...contract([deviation, { ...deviation, pointer: '/1/id' }]), unchecked: 'application/xml' };
    const run = runOf(accepted, { ...contract([deviation]), unchecked: 'application/xml' }, contract([]));
    const { contract: summary } = summarizeContract([run], {
      mode: 'fail',
      files,
      ignore: [{ operation: '*', reason: 'known' }],
    });
    expect(summary.ignored).toEqual([{ operation: 'GET /orders', pointer: '/**', reason: 'known', count: 3 }]);
    expect(summary.unchecked).toEqual([{ mediaType: 'application/xml', count: 2 }]);
  });

  it('counts an operation as tested only if something was asserted', () => {
    const skipped = anExecution({ contract: contract([]), assertions: [{ name: 'a', status: 'skipped' }] });
    const run = aRun({ attempt: anAttempt({ executions: [skipped] }) });
    expect(summarizeContract([run], { mode: 'off', files, ignore: [] }).coverage).toMatchObject({ tested: 0 });
    expect(summarizeContract([runOf(contract([]))], { mode: 'off', files, ignore: [] }).coverage).toMatchObject({
      tested: 1,
    });
  });

  it('knows the operations that rules name', () => {
    const rules = ['*', 'GET /orders', 'GET /ordrs'].map((operation) => ({ operation, reason: 'x' }));
    expect(unknownOperations(files, rules)).toEqual(['GET /ordrs']);
  });
});
