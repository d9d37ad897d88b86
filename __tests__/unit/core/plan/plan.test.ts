import { describe, expect, it } from '@jest/globals';
import { fingerprint } from '../../../../src/core/kinds/fingerprint.ts';
import { KINDS } from '../../../../src/core/kinds/index.ts';
import type { PlanPolicy } from '../../../../src/core/plan/change.ts';
import type { ObservedState } from '../../../../src/core/plan/observed.ts';
import { planSync } from '../../../../src/core/plan/plan.ts';
import type { StateEntry } from '../../../../src/core/plan/state.ts';
import { collection, environment, request, stamped } from '../../../support/collections.ts';
import { desiredOf, listed, observed, recorded, stateOf, uidOf } from '../../../support/state-builders.ts';

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
  it('creates missing resources without ids', () => {
    const [change] = planSync(desiredOf({ 'a.json': stamped(orders) }), observed(), policy).changes;
    expect(change?.action).toBe('create');
    expect(JSON.stringify(change && 'content' in change && change.content)).not.toContain('0000-4000');
  });

  it('ignores fields that Postman adds', () => {
    expect(planSync(desired, found(orders), policy)).toMatchObject({
      changes: [{ action: 'none', drifted: false }],
      cost: 0,
    });
  });

  it('leaves a resource unchanged that was not downloaded, because the state shows no change', () => {
    expect(planSync(desired, found(orders, { contents: new Map() }), policy).changes).toMatchObject([
      { action: 'none' },
    ]);
  });

  it('updates a changed resource for one call, and three calls for the state or four for a new state', () => {
    const update = { changes: [{ action: 'update', drifted: false }] };
    expect(planSync(desired, found(edited, { state: stateOf() }), policy)).toMatchObject({ ...update, cost: 4 });
    expect(planSync(desired, found(edited), policy)).toMatchObject({ ...update, cost: 5 });
  });

  it('counts a difference as drift only if the last apply left other content', () => {
    const drifted = planSync(desired, found(edited, { state: stateOf(recorded(desired, 1)) }), policy);
    expect(drifted.changes).toMatchObject([{ action: 'update', drifted: true }]);
    expect(drifted.notices).toMatchObject([
      { level: 'warning', message: expect.stringContaining('changed in Postman'), path: 'a.json' },
    ]);
    const applied = { fingerprint: fingerprint(KINDS.collection, edited) };
    const outdated = planSync(desired, found(edited, { state: stateOf(recorded(desired, 1, applied)) }), policy);
    expect(outdated.changes).toMatchObject([{ action: 'update', drifted: false }]);
  });

  it('records the merged content if both sides changed', () => {
    const base = collection('Orders', request('list'));
    const ours = desiredOf({ 'a.json': collection('Orders', request('list'), request('ours')) });
    const theirs = collection('Orders', request('list'), request('theirs'));
    const state = stateOf(recorded(desiredOf({ 'a.json': base }), 1));
    const known = found(theirs, { state, bases: new Map([['a.json', base]]) });
    const [change] = planSync(ours, known, { ...policy, onDrift: 'merge' }).changes;
    if (change?.action !== 'update') throw new Error('an update is expected');
    expect(Object(change.content.item).map(({ name }: { name: string }) => name)).toEqual(['list', 'ours', 'theirs']);
    expect(change.sent).toBe(fingerprint(KINDS.collection, change.content));
  });

  it('accepts the form that Postman stored as in sync with the file', () => {
    const described = (description: string) =>
      collection('Orders', request('list', { request: { method: 'GET', url: 'x', description } }));
    const wanted = desiredOf({ 'a.json': described('One\nTwo') });
    const state = stateOf(recorded(wanted, 1));
    for (const known of [{ state }, {}])
      expect(planSync(wanted, found(described('One\r\nTwo '), known), policy)).toMatchObject({
        changes: [{ action: 'none', drifted: false, sent: fingerprint(KINDS.collection, described('One\r\nTwo ')) }],
        cost: 0,
      });
  });

  it.each([
    [20, 20],
    [21, 3],
  ])('looks at what Postman made of %d created files: %d of them', (count, looks) => {
    const files = Array.from({ length: count }, (_, at) => [`${at}.json`, collection(`C ${at}`)]);
    const plan = planSync(desiredOf(Object.fromEntries(files)), observed(), policy);
    expect([plan.readBack.size, plan.cost]).toEqual([looks, count + 1 + looks + 5]);
  });

  it('leaves drifted resources unchanged with on-drift: keep', () => {
    const plan = planSync(desired, found(edited, { state: stateOf(recorded(desired, 1)) }), {
      ...policy,
      onDrift: 'keep',
    });
    expect(plan).toMatchObject({ changes: [{ action: 'none', drifted: true }], cost: 0 });
  });
});

describe('notices of a plan', () => {
  const told = (...args: Parameters<typeof planSync>) => planSync(...args).notices.map(({ message }) => message);

  it('is about an adopted resource that is overwritten', () => {
    expect(told(desired, found(edited), policy)).toEqual([
      expect.stringContaining('In Postman already, and overwritten: collection "Orders".'),
    ]);
    expect(told(desired, found(orders), policy)).toEqual([]);
    expect(told(desired, found(collection('Orders')), policy)).toEqual([]);
  });

  it('is that something is created again, since it is gone from the workspace', () => {
    const state = stateOf(recorded(desired, 1));
    expect(told(desired, observed({ state }), policy)).toEqual([
      'No longer in the workspace, and created again: collection "Orders".',
    ]);
    expect(told(desired, observed(), policy)).toEqual([]);
  });
});

describe('the names in a notice of a plan', () => {
  it.each([
    [10, ''],
    [11, ' and 1 more'],
    [13, ' and 3 more'],
  ])('are at most ten: %d', (count, more) => {
    const paths = Array.from({ length: count }, (_, at) => `${at + 1}.json`);
    const wanted = desiredOf(Object.fromEntries(paths.map((path) => [path, collection(path)])));
    const state = stateOf(
      ...paths.map((path, at) => [path, recorded(desiredOf({ [path]: collection(path) }), at + 1)[1]] as const),
    );
    const names = paths.slice(0, 10).map((path) => `collection "${path}"`);
    expect(planSync(wanted, observed({ state }), policy).notices).toEqual([
      { level: 'warning', message: `No longer in the workspace, and created again: ${names.join(', ')}${more}.` },
    ]);
  });
});

describe('a secret that is blank in the file', () => {
  const file = (baseUrl: string) =>
    environment('Staging', { key: 'baseUrl', value: baseUrl }, { key: 'token', value: '', type: 'secret' });
  const there = (token: string, more: object = {}) =>
    environment('Staging', { key: 'baseUrl', value: 'a', ...more }, { key: 'token', value: token, type: 'secret' });
  const changeOf = (remote: ReturnType<typeof there>) => {
    const state = stateOf(recorded(desiredOf({ 'env.json': file('a') }), 1));
    return planSync(
      desiredOf({ 'env.json': file('b') }),
      observed({
        listed: [listed(1, 'Staging', 'environment')],
        matches: new Map([['env.json', listed(1, 'Staging', 'environment')]]),
        contents: new Map([[uidOf(1), remote]]),
        state,
      }),
      policy,
    ).changes[0];
  };

  it('may be given its value in Postman without that being drift', () => {
    expect(changeOf(there('given'))).toMatchObject({ action: 'update', drifted: false });
    expect(changeOf(there('given', { value: 'other' }))).toMatchObject({ action: 'update', drifted: true });
  });

  it('is no change, and neither are values that Postman fills in', () => {
    expect(changeOf(there('given', { enabled: true, type: 'default' }))).toMatchObject({
      diff: [{ change: 'changed', what: 'variable', path: ['baseUrl'] }],
    });
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

  it('deletes nothing without prune, and names the resources that stay', () => {
    const plan = planSync(many, there(entries), policy);
    expect(deletions(plan)).toEqual([]);
    expect(plan.notices).toMatchObject([{ message: expect.stringContaining('"Old"') }]);
  });

  it('deletes only resources that postman-sync created and whose file is gone', () => {
    expect(deletions(planSync(many, there(entries), { ...policy, prune: 'yes' }))).toEqual(['Old']);
    const adopted = [recorded(files, 1), [gone[0], { ...gone[1], created: false }] as const, ...others];
    expect(deletions(planSync(many, there(adopted), { ...policy, prune: 'yes' }))).toEqual([]);
  });

  it('deletes no resource whose file was moved', () => {
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
