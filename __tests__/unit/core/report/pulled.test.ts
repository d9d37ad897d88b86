import { describe, expect, it } from '@jest/globals';
import type { DesiredResource } from '../../../../src/core/model/resource.ts';
import type { PullStep } from '../../../../src/core/plan/pull.ts';
import { pathOfStep, reportStep } from '../../../../src/core/report/pulled.ts';
import { collection } from '../../../support/collections.ts';
import { desiredOf, listed, uidOf } from '../../../support/state-builders.ts';

const [resource] = desiredOf({ 'a.json': collection('Orders') }).resources as [DesiredResource];
const before = { ...listed(1, 'Orders'), content: {} };
const diff = [{ change: 'added' as const, what: 'request', path: ['new'] }];
const edited = { at: '2026-01-01T00:00:00.000Z', by: 'Ada' };
const update: PullStep = { action: 'update', resource, before, content: {}, diff, overwrites: false };
const create: PullStep = { action: 'create', resource: { ...before, name: 'New' }, path: 'new.json', content: {} };
const gone: PullStep = { action: 'gone', resource };
const about = { name: 'Orders', path: 'a.json', kind: 'collection' };

const told = (step: PullStep, outcome: Partial<Parameters<typeof reportStep>[1]> = {}) =>
  reportStep(step, { isWritten: true, isCheck: false, prune: false, ...outcome });

describe('a step of a pull in the report', () => {
  it.each([
    ['applied', {}],
    ['planned', { isCheck: true }],
    ['skipped', { isWritten: false }],
    ['skipped', { isWritten: false, isCheck: true }],
  ])('is %s with %j', (status, outcome) => {
    for (const step of [update, create]) expect(told(step, outcome).status).toBe(status);
    expect(told(gone, { ...outcome, prune: true }).status).toBe(status);
  });

  it('is a new file', () => {
    const change = { name: 'New', path: 'new.json', kind: 'collection', uid: uidOf(1), drifted: true, diff: [] };
    expect(told(create)).toEqual({ ...change, action: 'create', status: 'applied' });
    expect(pathOfStep(create)).toBe('new.json');
  });

  it('is a changed file, with who changed it and whether something of the file is lost', () => {
    const change = { ...about, action: 'update', uid: uidOf(1), drifted: true, diff, status: 'applied' };
    expect(told(update)).toEqual(change);
    expect(told({ ...update, overwrites: true, edited } as PullStep)).toEqual({ ...change, overwrites: true, edited });
  });

  it('is a deleted file with prune, otherwise only a report of the deletion', () => {
    expect(told(gone, { prune: true })).toEqual({
      ...about,
      action: 'delete',
      drifted: true,
      diff: [],
      status: 'applied',
    });
    const kept = { ...about, action: 'none', drifted: true, diff: [], status: 'applied', isGone: true };
    expect(told(gone, { isWritten: false })).toEqual(kept);
  });

  it('is in step, or held back by a conflict', () => {
    const none: PullStep = { action: 'none', resource, before };
    const conflict = { reason: 'both-changed' as const, places: [] };
    const change = { ...about, action: 'none', uid: uidOf(1), diff: [], status: 'applied' };
    expect(told(none, { isWritten: false })).toEqual({ ...change, drifted: false });
    expect(told({ ...none, conflict, edited } as PullStep)).toEqual({ ...change, drifted: true, conflict, edited });
    expect(told({ action: 'none', resource })).not.toHaveProperty('uid');
  });
});
