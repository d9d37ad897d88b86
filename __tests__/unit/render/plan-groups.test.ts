import { describe, expect, it } from '@jest/globals';
import type { ReportedChange } from '../../../src/core/report/report.ts';
import {
  conflictLine,
  differencesOf,
  isAhead,
  markOf,
  planGroupsOf,
  planSummary,
  planTitle,
  signOf,
  titledGroupsOf,
} from '../../../src/render/plan-groups.ts';
import { aChange } from '../../support/report.ts';

const conflict = { reason: 'both-changed', places: [] } as const;
const diff = [{ change: 'added' as const, what: 'request', path: ['ours'] }];
const behind = [{ change: 'added' as const, what: 'request', path: ['theirs'] }];
const planOf = (...changes: readonly ReportedChange[]) => ({ applied: false, cost: 3, changes });
const applied = (...changes: readonly ReportedChange[]) => ({ ...planOf(...changes), applied: true });

const CHANGES = {
  same: aChange(),
  created: aChange({ action: 'create', diff }),
  updated: aChange({ action: 'update', diff }),
  merged: aChange({ action: 'update', drifted: true, diff, behind }),
  overwritten: aChange({ action: 'update', drifted: true, overwrites: true, diff }),
  deleted: aChange({ action: 'delete' }),
  torn: aChange({ drifted: true, conflict }),
  kept: aChange({ drifted: true }),
  ahead: aChange({ drifted: true, behind }),
  gone: aChange({ drifted: true, isGone: true }),
  unread: aChange({ status: 'failed' }),
};

type Name = keyof typeof CHANGES;
const NAMES = Object.keys(CHANGES) as Name[];
const nameOf = (change: ReportedChange) => NAMES.find((name) => CHANGES[name] === change);

describe('the groups of a plan', () => {
  it('hold conflicts, losses, other changes, and what only Postman has', () => {
    const { atStake, others, ahead } = planGroupsOf(planOf(...Object.values(CHANGES)));
    expect([atStake.map(nameOf), others.map(nameOf), ahead.map(nameOf)]).toEqual([
      ['torn', 'overwritten', 'deleted'],
      ['created', 'updated', 'merged', 'unread'],
      ['merged', 'kept', 'ahead', 'gone'],
    ]);
  });

  it('are left out where they are empty, and have no title where all is ordinary', () => {
    const titles = (...names: readonly Name[]) =>
      titledGroupsOf(planOf(...names.map((name) => CHANGES[name]))).map(({ group, title }) => [group, title !== '']);
    expect(titles('same')).toEqual([]);
    expect(titles('updated', 'same')).toEqual([['others', false]]);
    expect(titles('deleted')).toEqual([['atStake', true]]);
    expect(titles('ahead')).toEqual([['ahead', true]]);
    expect(titles('updated', 'ahead')).toEqual([
      ['others', true],
      ['ahead', true],
    ]);
  });

  it('show the differences of their side, with a sign', () => {
    expect(differencesOf(CHANGES.merged, 'others')).toBe(diff);
    expect(differencesOf(CHANGES.merged, 'ahead')).toBe(behind);
    expect(differencesOf(CHANGES.gone, 'ahead')).toEqual([]);
    const signs = (['created', 'updated', 'deleted', 'unread', 'torn'] as const).map((name) =>
      signOf(CHANGES[name], 'atStake'),
    );
    expect([...signs, signOf(CHANGES.torn, 'ahead')]).toEqual(['+', '~', '-', '!', '✗', '←']);
  });

  it.each([
    [{ drifted: true, status: 'failed' }, false],
    [{ drifted: true, status: 'skipped' }, true],
    [{ action: 'create', drifted: true }, false],
    [{ behind: [] }, false],
    [{ behind, conflict }, false],
    [{ isGone: true, status: 'failed' }, true],
  ] as const)('know that Postman is ahead: %j %s', (parts, ahead) => expect(isAhead(aChange(parts))).toBe(ahead));
});

const UNKNOWN = 'changed in Postman since the last apply';

describe('the mark of a change', () => {
  it.each<[Name, string, string]>([
    ['same', '', ''],
    ['created', '', ''],
    ['updated', '', ''],
    ['merged', UNKNOWN, UNKNOWN],
    ['torn', `conflict: nothing of it is written; ${UNKNOWN}`, `conflict: nothing of it is written; ${UNKNOWN}`],
    ['kept', `${UNKNOWN}, and left as it is there`, `${UNKNOWN}, and left as it is there`],
    ['ahead', UNKNOWN, UNKNOWN],
    ['gone', 'was deleted in Postman, stays in the repository', 'was deleted in Postman, stays in the repository'],
    ['deleted', 'is deleted in Postman, a backup is kept', 'was deleted in Postman: its file is deleted'],
    [
      'overwritten',
      `overwrites what is in Postman, a backup is kept; ${UNKNOWN}`,
      `replaces what the file has at the same places; ${UNKNOWN}`,
    ],
  ])('names what is lost or was changed in Postman: %s', (name, pushed, pulled) => {
    expect(markOf(CHANGES[name], { command: 'apply' })).toBe(pushed);
    expect(markOf(CHANGES[name], { command: 'pull' })).toBe(pulled);
  });

  it.each([
    [{ status: 'failed' }, '', ''],
    [{ status: 'skipped' }, 'left as it is in Postman', 'left as it is in the repository'],
  ] as const)('names no loss that did not happen: %j', (parts, pushed, pulled) => {
    for (const change of [CHANGES.deleted, CHANGES.overwritten]) {
      expect(markOf({ ...change, ...parts }, { command: 'apply' })).toBe(pushed);
      expect(markOf({ ...change, ...parts }, { command: 'pull' })).toBe(pulled);
    }
  });

  it.each([
    [{ at: '2026-01-02T03:04:05.000Z' }, 'changed in Postman on 2026-01-02 03:04:05 UTC'],
    [{ at: '2026-01-02T03:04:05.000Z', by: '123' }, 'changed in Postman on 2026-01-02 03:04:05 UTC by user 123'],
    [{ at: '2026-01-02T03:04:05.000Z', by: 'ada1' }, 'changed in Postman on 2026-01-02 03:04:05 UTC by ada1'],
    [{ at: 'never', by: 'ada' }, UNKNOWN],
  ])('has date and user where they are known: %j', (edited, words) => {
    expect(markOf({ ...CHANGES.merged, edited }, {})).toBe(words);
  });
});

describe('a plan in words', () => {
  it.each([
    ['pull', true, 'Pulled'],
    ['pull', false, 'Pull'],
    ['apply', true, 'Applied'],
    ['plan', false, 'Plan'],
  ])('has a title: %s, applied %s', (command, isApplied, title) => {
    expect(planTitle({ command, plan: { ...planOf(), applied: isApplied } })).toBe(title);
  });

  it.each<[readonly Name[], string, string]>([
    [[], 'nothing to sync.', 'nothing to sync.'],
    [['same'], 'no changes, 1 resource in sync.', 'no changes, 1 resource in sync.'],
    [
      ['same', 'kept'],
      'no changes, 1 resource in sync, 1 left as changed in Postman.',
      'no changes, 1 resource in sync.',
    ],
    [
      ['same', 'torn'],
      'no changes, 1 resource in sync, 1 left as changed in Postman.',
      'no changes, 1 resource in sync, 1 with conflicts.',
    ],
    [
      ['torn', 'gone'],
      'no changes, 0 resources in sync, 2 left as changed in Postman.',
      'no changes, 0 resources in sync, 1 with conflicts, 1 deleted in Postman.',
    ],
    [
      ['gone'],
      'no changes, 0 resources in sync, 1 left as changed in Postman.',
      'no changes, 0 resources in sync, 1 deleted in Postman.',
    ],
    [['updated', 'same'], '1 to update, 1 unchanged; costs 3 API calls.', '1 to update, 1 unchanged.'],
  ])('is a sentence: %j', (names, pushed, pulled) => {
    const plan = applied(...names.map((name) => CHANGES[name]));
    expect(planSummary(plan, { command: 'plan' })).toBe(pushed);
    expect(planSummary(plan, { command: 'pull' })).toBe(pulled);
  });

  it.each([
    [
      { at: 'url', base: 'a', ours: 'b', theirs: 'c' },
      'url: file "b", Postman "c", last applied "a"',
      'url: file "b", Postman "c"',
    ],
    [
      { at: 'url', ours: 'b' },
      'url: file "b", Postman nothing, last applied nothing',
      'url: file "b", Postman nothing',
    ],
    [
      { at: 'url', theirs: 'c' },
      'url: file nothing, Postman "c", last applied nothing',
      'url: file nothing, Postman "c"',
    ],
    [{ at: 'url', base: 'a' }, 'url', 'url'],
  ])('has a line for each place of a conflict: %j', (place, merged, other) => {
    expect(conflictLine(place, conflict)).toBe(merged);
    expect(conflictLine(place, { reason: 'no-base', places: [] })).toBe(other);
  });
});
