import { describe, expect, it } from '@jest/globals';
import { validateStrict } from 'ctrf';
import fc from 'fast-check';
import { renderCtrf } from '../../../src/render/ctrf.ts';
import { hostile, poisoned } from '../../support/hostile.ts';
import { aReport } from '../../support/report.ts';
import { busyReport } from '../../support/sample-report.ts';

const read = (text: string) => JSON.parse(text);

describe('renderCtrf', () => {
  it('conforms to the schema of the format for any report', () => {
    for (const report of [busyReport(), aReport()])
      expect(() => validateStrict(read(renderCtrf(report)))).not.toThrow();
    const { tool } = busyReport();
    fc.assert(
      fc.property(hostile, (text) => {
        const report = { ...poisoned(busyReport(), text), tool };
        expect(() => validateStrict(read(renderCtrf(report)))).not.toThrow();
      }),
      { numRuns: 20 },
    );
  });

  it('counts every case once', () => {
    const { summary, tests } = read(renderCtrf(busyReport())).results;
    expect(summary.tests).toBe(tests.length);
    expect(summary.passed + summary.failed + summary.skipped).toBe(summary.tests);
    expect(summary).toMatchObject({ flaky: 1, skipped: 1 });
  });

  it('contains the position, the message and the exchange of a failure', () => {
    const { tests } = read(renderCtrf(busyReport())).results;
    const failed = tests.find(({ status }: { status: string }) => status === 'failed');
    expect(failed).toMatchObject({
      name: 'status is 201 (iteration 3)',
      suite: ['Orders', 'Checkout / Place an order'],
      message: 'expected response to have status code 201 but got 500',
      rawStatus: 'assertion',
      filePath: 'postman/collections/orders.postman_collection.json',
      line: 42,
    });
    expect(failed.stdout).toEqual(expect.arrayContaining(['HTTP 500 Internal Server Error', 'warn: stock is low']));
  });

  it('contains the commit, the branch and the run', () => {
    const report = busyReport({ branch: 'orders', run: { url: 'https://ci.example.com/1' } });
    expect(read(renderCtrf(report)).results.environment).toMatchObject({
      commit: report.commit,
      branchName: 'orders',
      buildUrl: 'https://ci.example.com/1',
    });
  });
});
