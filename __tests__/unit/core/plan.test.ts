import { describe, expect, it } from '@jest/globals';
import { fingerprint } from '../../../src/core/fingerprint.ts';
import { KINDS } from '../../../src/core/kinds/index.ts';
import type { ObservedState } from '../../../src/core/observed.ts';
import { type PlanPolicy, planSync } from '../../../src/core/plan.ts';
import type { StateEntry } from '../../../src/core/state.ts';
import { collection, request, stamped } from '../../support/collections.ts';
import { desiredOf, listed, observed, recorded, stateOf, uidOf } from '../../support/states.ts';

const policy: PlanPolicy = { prune: 'no', onDrift: 'overwrite' };
const orders = collection('Orders', request('list'));
const edited = collection('Orders', request('list'), request('edited in Postman'));
const desired = desiredOf({ 'a.json': orders });
const match = new Map([['a.json', listed(1, 'Orders')]]);
const found = (remote: ReturnType<typeof collection>, more: Partial<ObservedState> = {}) =>
  observed({
    listed: [listed(1, 'Orders')],
    matches: match,
    contents: new Map([[uidOf(1), stamped(remote)]]),
    ...more,
  });

describe('the plan', () => {
  it('creates what is not there, without ids', () => {
    const [change] = planSync(desiredOf({ 'a.json': stamped(orders) }), observed(), policy).changes;
    expect(change?.action).toBe('create');
    expect(JSON.stringify(change && 'content' in change && change.content)).not.toContain('0000-4000');
  });

  it('leaves alone what is the same but for Postman’s stamps', () => {
    expect(planSync(desired, found(orders), policy)).toMatchObject({
      changes: [{ action: 'none', drifted: false }],
      cost: 0,
    });
  });

  it('leaves alone what the state vouches for, without its content', () => {
    expect(planSync(desired, found(orders, { contents: new Map() }), policy).changes).toMatchObject([
      { action: 'none' },
    ]);
  });

  it('updates what differs, at the cost of one write and two calls for the state', () => {
    expect(planSync(desired, found(edited), policy)).toMatchObject({
      changes: [{ action: 'update', drifted: false }],
      cost: 3,
    });
  });

  it('takes a difference for drift only where the last apply left something else', () => {
    const drifted = planSync(desired, found(edited, { state: stateOf(recorded(desired, 1)) }), policy);
    expect(drifted.changes).toMatchObject([{ action: 'update', drifted: true }]);
    expect(drifted.notices).toMatchObject([
      { level: 'warning', message: expect.stringContaining('changed in Postman') },
    ]);
    const applied = { fingerprint: fingerprint(KINDS.collection, edited) };
    const outdated = planSync(desired, found(edited, { state: stateOf(recorded(desired, 1, applied)) }), policy);
    expect(outdated.changes).toMatchObject([{ action: 'update', drifted: false }]);
  });

  it('keeps what has drifted when told to', () => {
    const plan = planSync(desired, found(edited, { state: stateOf(recorded(desired, 1)) }), {
      ...policy,
      onDrift: 'keep',
    });
    expect(plan).toMatchObject({ changes: [{ action: 'none', drifted: true }], cost: 0 });
  });
});

describe('pruning', () => {
  const files = desiredOf({ 'a.json': orders });
  const gone = ['old.json', { ...recorded(files, 2)[1] }] as const;
  const others = [3, 4, 5].map((number) => [`${number}.json`, recorded(files, number)[1]] as const);
  const many = desiredOf({
    'a.json': orders,
    '3.json': collection('3'),
    '4.json': collection('4'),
    '5.json': collection('5'),
  });
  const all = [
    listed(1, 'Orders'),
    listed(2, 'Old'),
    listed(3, '3'),
    listed(4, '4'),
    listed(5, '5'),
    listed(6, 'Foreign'),
  ];
  const matches = new Map([
    ['a.json', listed(1, 'Orders')],
    ...[3, 4, 5].map((number) => [`${number}.json`, listed(number, String(number))] as const),
  ]);
  const there = (entries: readonly (readonly [string, StateEntry])[]) =>
    observed({ listed: all, matches, state: stateOf(...entries) });
  const deletions = (plan: ReturnType<typeof planSync>) =>
    plan.changes.flatMap((change) => (change.action === 'delete' ? [change.before.name] : []));
  const entries = [recorded(files, 1), gone, ...others];

  it('deletes nothing unless asked to, and says what stays', () => {
    const plan = planSync(many, there(entries), policy);
    expect(deletions(plan)).toEqual([]);
    expect(plan.notices).toMatchObject([{ message: expect.stringContaining('"Old"') }]);
  });

  it('deletes only what this tool created and whose file is gone', () => {
    expect(deletions(planSync(many, there(entries), { ...policy, prune: 'yes' }))).toEqual(['Old']);
    const adopted = [recorded(files, 1), [gone[0], { ...gone[1], created: false }] as const, ...others];
    expect(deletions(planSync(many, there(adopted), { ...policy, prune: 'yes' }))).toEqual([]);
  });

  it('deletes nothing whose file has only moved', () => {
    const moved = [[`elsewhere.json`, recorded(files, 1)[1]] as const, ...others];
    expect(deletions(planSync(many, there(moved), { ...policy, prune: 'yes' }))).toEqual([]);
  });

  it('asks for force before it deletes more than half', () => {
    const few = there([recorded(files, 1), gone, ['3.json', others[0]![1]], ['4.json', others[1]![1]]]);
    const one = observed({ ...few, matches: new Map([['a.json', listed(1, 'Orders')]]) });
    const plan = planSync(desired, one, { ...policy, prune: 'yes' });
    expect(plan.problems).toMatchObject([
      { message: expect.stringContaining('3 of the 4'), remedy: expect.stringContaining('force') },
    ]);
    expect(planSync(desired, one, { ...policy, prune: 'force' }).problems).toEqual([]);
  });
});
