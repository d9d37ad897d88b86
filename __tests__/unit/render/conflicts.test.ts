import { describe, expect, it } from '@jest/globals';
import { reportedConflicts } from '../../../src/core/plan/conflict-problems.ts';
import { splitProblems } from '../../../src/render/conflicts.ts';
import { aChange } from '../../support/report.ts';

const torn = aChange({
  name: 'Torn',
  conflict: { reason: 'both-changed', places: [{ at: 'method', ours: 'POST' }, { at: 'url' }] },
});
const gone = aChange({ name: 'Gone', conflict: { reason: 'deleted', places: [] } });
const other = { code: 'wrong-value', message: 'No such file', remedy: 'Correct the path.' } as const;

describe('problems and conflicts', () => {
  it('counts the blocked resources, not their conflicts', () => {
    const problems = [...reportedConflicts(torn), other, ...reportedConflicts(gone)];
    const plan = { applied: false, cost: 0, changes: [torn, aChange(), gone] };
    expect(splitProblems({ plan, problems })).toEqual({ conflicts: 2, others: [other] });
  });

  it('keeps every problem that no change explains', () => {
    const problems = [...reportedConflicts(torn), other];
    expect(splitProblems({ problems })).toEqual({ conflicts: 0, others: problems });
  });
});
