import { describe, expect, it } from '@jest/globals';
import { PostmanError } from '../../../../src/core/model/errors.ts';
import type { DesiredResource } from '../../../../src/core/model/resource.ts';
import type { Change, Outcome } from '../../../../src/core/plan/change.ts';
import { nextEntries } from '../../../../src/core/plan/next-state.ts';
import { REPLACED } from '../../../../src/core/plan/state.ts';
import { collection, request } from '../../../support/collections.ts';
import { desiredOf, listed, observed, recorded, stateOf, uidOf } from '../../../support/state-builders.ts';

const desired = desiredOf({ 'a.json': collection('Orders', request('list')) });
const [after] = desired.resources as [DesiredResource];
const found = observed({ listed: [listed(1, 'Orders')], state: stateOf(recorded(desired, 1)) });
const creation: Change = { action: 'create', after, content: {}, diff: [] };
const deletion = (replacedBy?: DesiredResource): Change => ({
  ...{ action: 'delete', before: listed(1, 'Orders'), path: 'a.json', drifted: false },
  ...(replacedBy ? { replacedBy } : {}),
});
const error = new PostmanError({ code: 'invalid', message: 'No.', remedy: 'Look.' });
const failed = (change: Change): Outcome => ({ status: 'failed', change, error });
const applied = (change: Change, uid: number): Outcome => ({
  status: 'applied',
  change,
  uid: uidOf(uid),
  at: new Date(7),
});

/** The uid of each entry by its path. */
const uidsAfter = (...outcomes: readonly Outcome[]) =>
  Object.fromEntries(
    [...nextEntries(found, { outcomes, commit: 'c', now: new Date(9) })].map(([path, { uid }]) => [path, uid]),
  );

describe('the state after an apply', () => {
  it('forgets a deleted resource, and keeps one whose deletion failed', () => {
    expect(uidsAfter(applied(deletion(), 1))).toEqual({});
    expect(uidsAfter(failed(deletion()))).toEqual({ 'a.json': uidOf(1) });
  });

  it('records the resource that replaces another one, and the other one as long as it is there', () => {
    expect(uidsAfter(applied(creation, 2), applied(deletion(after), 1))).toEqual({ 'a.json': uidOf(2) });
    expect(uidsAfter(applied(creation, 2), failed(deletion(after)))).toEqual({
      'a.json': uidOf(2),
      [`a.json${REPLACED}`]: uidOf(1),
    });
  });

  it('keeps the entry of a resource whose replacement failed', () => {
    expect(uidsAfter(failed(creation), failed(deletion(after)))).toEqual({ 'a.json': uidOf(1) });
  });

  it('keeps entries outside of the plan whose resource is still there and is not another file now', () => {
    const moved: Change = {
      action: 'none',
      before: listed(1, 'Orders'),
      after: { ...after, file: { ...after.file, path: 'b.json' } },
      drifted: false,
    };
    expect(uidsAfter()).toEqual({ 'a.json': uidOf(1) });
    expect(Object.keys(uidsAfter(applied(moved, 1)))).toEqual(['b.json']);
    const empty = nextEntries({ ...found, listed: [] }, { outcomes: [], commit: 'c', now: new Date(9) });
    expect(empty.size).toBe(0);
  });
});
