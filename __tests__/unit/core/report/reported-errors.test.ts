import { describe, expect, it } from '@jest/globals';
import { OutsideError, PostmanError } from '../../../../src/core/model/errors.ts';
import { ProblemsError } from '../../../../src/core/model/problem.ts';
import { reportErrors } from '../../../../src/core/report/reported-errors.ts';
import { NOTHING } from '../../../../src/core/report/results.ts';

const tests = (nothingToRun: boolean) => ({ ...NOTHING, runs: [], monitors: [], nothingToRun });

describe('reported errors', () => {
  it.each([
    ['unauthorized', 'auth'],
    ['forbidden', 'auth'],
    ['not-found', 'sync'],
    ['rate-limited', 'rate-limit'],
    ['quota-exhausted', 'quota'],
    ['invalid', 'sync'],
    ['conflict', 'sync'],
    ['edited', 'conflict'],
    ['too-large', 'sync'],
    ['unavailable', 'network'],
    ['outcome-unknown', 'sync'],
    ['stopped', 'sync'],
  ] as const)('of the code %s fail as %s', (code, kind) => {
    const error = new PostmanError({ code, message: 'No.', remedy: 'Look.' });
    expect(reportErrors([error, error], NOTHING)).toEqual([{ kind, message: 'No.', remedy: 'Look.' }]);
  });

  it('leave out problems, and tell defects of postman-sync from errors outside', () => {
    const outside = new OutsideError('network', { message: 'Down.', remedy: 'Wait.' });
    const problems = new ProblemsError([{ code: 'shards', message: 'x', remedy: 'y' }]);
    expect(reportErrors([problems, outside, new TypeError('x is undefined')], NOTHING)).toMatchObject([
      { kind: 'network', message: 'Down.', remedy: 'Wait.' },
      { kind: 'sync', message: 'postman-sync itself failed: x is undefined' },
    ]);
  });

  it('say that nothing was tested only where that is an error', () => {
    const told = (nothingToRun: boolean) => reportErrors([], { ...NOTHING, tests: tests(nothingToRun) });
    expect(told(true)).toMatchObject([{ kind: 'nothing-tested', message: expect.stringContaining('No collection') }]);
    expect(told(false)).toEqual([]);
  });
});
