import { describe, expect, it } from '@jest/globals';
import { parseArguments } from '../../../src/cli/args.ts';
import { isPending } from '../../../src/cli/pull-flags.ts';
import type { Report, ReportedChange } from '../../../src/core/report/report.ts';

/** A report of a pull, as far as its exit status needs it. */
const report = (status: ReportedChange['status'], changedFiles: readonly string[]): Report =>
  ({ changedFiles, plan: { applied: false, cost: 0, changes: [{ action: 'update', status }] } }) as unknown as Report;

describe('the exit status of a pull', () => {
  it.each([
    ['pull --check', 'planned', ['a.json'], true],
    ['pull', 'applied', ['a.json'], false],
    ['pull --check', 'applied', [], false],
    ['pull', 'skipped', [], true],
    ['apply', 'skipped', [], false],
  ] as const)('of %s with a change that is %s and the files %j', (line, status, files, expected) => {
    expect(isPending(report(status, files), parseArguments(line.split(' ')))).toBe(expected);
  });
});
