import { describe, expect, it } from '@jest/globals';
import { groupFailures, whichOf } from '../../../src/render/failures.ts';
import { aFailure, anAttempt, aRun } from '../../support/report.ts';

const groupsOf = (failures: Parameters<typeof groupFailures>[0], iterations = 20) =>
  groupFailures(failures, aRun({ attempt: anAttempt({ iterations, failures }) }));
const whichIn = (...iterations: readonly number[]) =>
  groupsOf(iterations.map((iteration) => aFailure({ iteration }))).map(whichOf);

describe('failures that repeat', () => {
  it('are listed once, in the order of their first occurrence', () => {
    const [first, second] = [aFailure({ assertion: 'b' }), aFailure({ assertion: 'a' })];
    const groups = groupsOf([first, second, { ...first, iteration: 2 }]);
    expect(groups.map(({ failure, times, iterations }) => [failure, times, iterations])).toEqual([
      [first, 2, [1, 2]],
      [second, 1, [1]],
    ]);
  });

  it.each([
    ['kind', { kind: 'script' }],
    ['folder', { path: ['Other'] }],
    ['request', { request: 'Other' }],
    ['assertion', { assertion: 'other' }],
    ['message', { message: 'other' }],
  ] as const)('are two where their %s differs', (_, other) => {
    expect(groupsOf([aFailure(), aFailure(other)])).toHaveLength(2);
  });

  it.each([
    [[3], 'iteration 3'],
    [[1, 2, 3, 7], 'iterations 1–3, 7'],
    [[1, 3, 5, 7, 9, 10], 'iterations 1, 3, 5, 7 and 2 more'],
    [[1, 3, 5, 7, 9], 'iterations 1, 3, 5, 7 and 1 more'],
    [[4, 4, 4], 'iteration 4, 3 times'],
    [[1, 2, 2], 'iterations 1–2, 3 times'],
  ])('are listed with their iterations: %j', (iterations, words) => {
    expect(whichIn(...iterations)).toEqual([words]);
  });

  it('have a count but no iterations in a run of one iteration', () => {
    expect(groupsOf([aFailure(), aFailure()], 1).map(whichOf)).toEqual(['2 times']);
    expect(groupsOf([aFailure()], 1).map(whichOf)).toEqual(['']);
  });
});
