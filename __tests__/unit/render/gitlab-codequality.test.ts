import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { renderCodeQuality } from '../../../src/render/gitlab-codequality.ts';
import { aFailedRun, aFailure, anAttempt, aReport } from '../../support/report.ts';
import { busyReport } from '../../support/sample-report.ts';

/** What GitLab reads of an entry: docs.gitlab.com/ci/testing/code_quality. */
const entries = z.array(
  z.object({
    description: z.string().min(1),
    check_name: z.string().min(1),
    fingerprint: z.string().min(1),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.object({ path: z.string().regex(/^(?!\.?\/)/), lines: z.object({ begin: z.int().positive() }) }),
  }),
);

const read = (...args: Parameters<typeof renderCodeQuality>) => entries.parse(JSON.parse(renderCodeQuality(...args)));

describe('renderCodeQuality', () => {
  it('has an entry for each failure with its line and a unique fingerprint', () => {
    const all = read(busyReport());
    expect(all[0]).toMatchObject({
      description:
        'Orders: Checkout / Place an order › status is 201 (iteration 3): expected response to have status code 201 but got 500',
      check_name: 'postman/assertion',
      severity: 'critical',
      location: { path: 'postman/collections/orders.postman_collection.json', lines: { begin: 42 } },
    });
    expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(all.length);
  });

  it('keeps a fingerprint when the message changes or other failures come and go', () => {
    const failing = (...failures: readonly ReturnType<typeof aFailure>[]) =>
      read(aReport({ runs: [aFailedRun({}, { attempt: anAttempt({ failures }) })] }));
    const [alone] = failing(aFailure());
    const [, second] = failing(aFailure({ assertion: 'another' }), aFailure({ message: 'other words' }));
    expect(second?.fingerprint).toBe(alone?.fingerprint);
  });

  it('distinguishes blocking failures from others, and lists problems first', () => {
    const report = aReport({
      problems: [
        {
          code: 'wrong-value',
          message: 'No such file.',
          remedy: 'Correct the path.',
          path: 'a.yaml',
          position: { line: 3, column: 1 },
        },
      ],
      runs: [aFailedRun({}, { blocking: false })],
    });
    expect(read(report).map(({ severity, location }) => [severity, location.path, location.lines.begin])).toEqual([
      ['blocker', 'a.yaml', 3],
      ['minor', 'postman/collections/orders.postman_collection.json', 42],
    ]);
  });

  it('is an empty list for a passed run', () => {
    expect(read(aReport())).toEqual([]);
  });
});
