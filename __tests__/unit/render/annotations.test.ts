import { describe, expect, it } from '@jest/globals';
import { allAnnotations, renderAnnotations } from '../../../src/render/annotations.ts';
import { aChange, aFailedRun, aFailure, aMonitor, anAttempt, aReport, aRun } from '../../support/report.ts';

describe('renderAnnotations', () => {
  it('has the line of a failure', () => {
    expect(renderAnnotations(aReport({ runs: [aFailedRun()] }))).toEqual([
      {
        level: 'error',
        title: 'Orders: Checkout / Place an order › status is 201',
        message: 'expected response to have status code 201 but got 500',
        path: 'postman/collections/orders.postman_collection.json',
        line: 42,
        column: 17,
      },
    ]);
  });

  it('has the line and the remedy of a problem', () => {
    const problem = {
      code: 'unknown-key' as const,
      message: 'Unknown key',
      remedy: 'Remove it.',
      path: 'postman-sync.yaml',
      position: { line: 2, column: 3 },
    };
    expect(renderAnnotations(aReport({ problems: [problem] }))).toEqual([
      {
        level: 'error',
        title: 'unknown-key',
        message: 'Unknown key\nRemove it.',
        path: 'postman-sync.yaml',
        line: 2,
        column: 3,
      },
    ]);
  });

  it('has warnings about drift, flaky suites, suites that do not block, and notices', () => {
    const report = aReport({
      runs: [
        aRun({ flaky: true, earlier: [anAttempt({ failures: [aFailure()] })] }),
        aFailedRun({}, { blocking: false }),
      ],
      plan: { applied: false, cost: 1, changes: [aChange({ action: 'update', drifted: true })] },
      notices: [
        {
          level: 'warning',
          message: 'Orders was changed in Postman',
          path: 'orders.json',
          position: { line: 2, column: 3 },
        },
        { level: 'warning', message: '83% of the quota is used' },
        { level: 'notice', message: 'No key: the plan was skipped' },
      ],
    });
    expect(renderAnnotations(report).map(({ level, title, message }) => [level, title ?? message])).toEqual([
      ['warning', 'Orders: Checkout / Place an order › status is 201'],
      ['warning', 'Orders: Checkout / Place an order › status is 201'],
      ['warning', 'Orders was changed in Postman'],
      ['warning', '83% of the quota is used'],
      ['notice', 'No key: the plan was skipped'],
    ]);
    expect(renderAnnotations(report)[0]?.message).toMatch(/^Flaky, passed on a rerun: /);
    expect(renderAnnotations(report)[2]).toMatchObject({ path: 'orders.json', line: 2, column: 3 });
  });

  it('reports errors, failed changes and monitors', () => {
    const report = aReport({
      errors: [{ kind: 'auth', message: 'Postman refused the key', remedy: 'Check it.' }],
      plan: { applied: true, cost: 1, changes: [aChange({ action: 'update', status: 'failed', reason: 'too large' })] },
      monitors: [aMonitor({ status: 'failed' })],
    });
    expect(renderAnnotations(report).map(({ message }) => message)).toEqual([
      'Postman refused the key\nCheck it.',
      'The monitor ended as "failed".',
      'Could not update: too large',
    ]);
  });

  it('has at most ten annotations of a level, the last one a summary', () => {
    const failures = Array.from({ length: 10_000 }, (_, at) => aFailure({ assertion: `test ${at}` }));
    const report = aReport({ runs: [aFailedRun({}, { attempt: anAttempt({ failures }) })] });
    const shown = renderAnnotations(report);
    expect(shown).toHaveLength(10);
    expect(shown[9]).toEqual({ level: 'error', message: '… and 9,991 more errors: see the job summary.' });
    expect(allAnnotations(report)).toHaveLength(10_000);
  });

  it.each([
    ['  two words \n', 'two words'],
    [' \n', '(no message)'],
  ])('has a message without blanks around it: %j', (message, told) => {
    expect(renderAnnotations(aReport({ runs: [aFailedRun({ message })] }))[0]?.message).toBe(told);
  });

  it('shortens long texts and neutralizes hostile ones', () => {
    const [annotation] = renderAnnotations(
      aReport({ runs: [aFailedRun({ message: `x\r::error::y ${'z'.repeat(9999)}`, assertion: 'a\n##[error]b' })] }),
    );
    expect(annotation?.message).toHaveLength(2000);
    expect(annotation?.message).toMatch(/^x\n: :error::y z/);
    expect(annotation?.title).toBe('Orders: Checkout / Place an order › a # #[error]b');
  });
});
