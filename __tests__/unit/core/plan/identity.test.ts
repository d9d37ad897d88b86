import { describe, expect, it } from '@jest/globals';
import { resolveIdentities } from '../../../../src/core/plan/identity.ts';
import type { IdentitySources } from '../../../../src/core/plan/identity-search.ts';
import { EMPTY_STATE } from '../../../../src/core/plan/state.ts';
import { collection } from '../../../support/collections.ts';
import { desiredOf, listed, recorded, stateOf, uidOf } from '../../../support/state-builders.ts';

const nothing: IdentitySources = { listed: [], state: EMPTY_STATE, mapping: new Map(), taken: new Map() };
const withId = (name: string, number: number) => ({
  ...collection(name),
  info: { ...(collection(name).info as object), _postman_id: uidOf(number).slice(4) },
});

/** The uid that the file a.json was found to belong to. */
function found(file: Parameters<typeof desiredOf>[0][string], sources: Partial<IdentitySources>, pinned?: number) {
  const { resources } = desiredOf({ 'a.json': file });
  const desired = resources.map((resource) =>
    pinned === undefined ? resource : { ...resource, pinned: { uid: uidOf(pinned) } },
  );
  const { matches, problems } = resolveIdentities(desired, { ...nothing, ...sources });
  return { uid: matches.get('a.json')?.uid, problems: problems.map(({ message }) => message) };
}

const everywhere = [
  listed(1, 'Pinned'),
  listed(2, 'Recorded'),
  listed(3, 'Mapped'),
  listed(4, 'By id'),
  listed(5, 'Orders'),
];
const file = withId('Orders', 4);
const desired = desiredOf({ 'a.json': file });
const state = stateOf(recorded(desired, 2));
const mapping = new Map([['a.json', uidOf(3) as string]]);

describe('the identity of a file', () => {
  it.each<[string, ReturnType<typeof found>, number | undefined]>([
    ['the uid that the configuration pins', found(file, { listed: everywhere, state, mapping }, 1), 1],
    ['else the recorded state', found(file, { listed: everywhere, state, mapping }), 2],
    ['else Postman’s own mapping', found(file, { listed: everywhere, mapping }), 3],
    ['else the id in the file, where that exists in the workspace', found(file, { listed: everywhere }), 4],
    [
      'else the only resource of exactly that name',
      found(file, { listed: [listed(5, 'Orders'), listed(6, 'orders')] }),
      5,
    ],
    ['else none: it is created', found(file, { listed: [listed(6, 'orders')] }), undefined],
    ['none of another kind with that name', found(file, { listed: [listed(6, 'Orders', 'environment')] }), undefined],
    ['the name again when the recorded resource is gone', found(file, { listed: [listed(5, 'Orders')], state }), 5],
  ])('is %s', (_, { uid, problems }, number) => {
    expect(problems).toEqual([]);
    expect(uid).toBe(number === undefined ? undefined : uidOf(number));
  });

  it('is refused if several resources have the name, with their uids', () => {
    const { problems } = found(collection('Orders'), { listed: [listed(5, 'Orders'), listed(6, 'Orders')] });
    expect(problems).toEqual([expect.stringContaining(uidOf(5))]);
    expect(problems).toEqual([expect.stringContaining(uidOf(6))]);
  });

  it('is refused at the place of the pin in the configuration', () => {
    const place = { path: 'postman-sync.yaml', position: { line: 3, column: 11 } };
    const { resources } = desiredOf({ 'a.json': collection('Orders') });
    const pinned = resources.map((resource) => ({ ...resource, pinned: { uid: uidOf(1), place } }));
    expect(resolveIdentities(pinned, nothing).problems).toMatchObject([place]);
  });

  it('is refused if the pinned resource is not in the workspace', () => {
    expect(found(file, {}, 1).problems).toEqual([expect.stringContaining('is not in this workspace')]);
  });

  it('ignores resources of another project, unless the configuration pins them', () => {
    const taken = new Map([
      [uidOf(4), 'other/repo'],
      [uidOf(5), 'other/repo'],
    ]);
    expect(found(file, { listed: everywhere, taken })).toEqual({ uid: undefined, problems: [] });
    expect(found(file, { listed: everywhere, taken }, 4).problems).toEqual([
      expect.stringContaining('managed by the project other/repo'),
    ]);
  });

  it('gives no file a resource that an earlier search found for another file', () => {
    const { resources } = desiredOf({ 'a.json': collection('Orders'), 'b.json': withId('Other', 5) });
    const { matches, problems } = resolveIdentities(resources, { ...nothing, listed: [listed(5, 'Orders')] });
    expect(problems).toEqual([]);
    expect([matches.get('a.json')?.uid, matches.get('b.json')?.uid]).toEqual([undefined, uidOf(5)]);
  });
});

describe('files that share a name or an id', () => {
  const twins = (a: Parameters<typeof desiredOf>[0][string], b: Parameters<typeof desiredOf>[0][string]) =>
    desiredOf({ 'v1/a.json': a, 'v2/a.json': b }).resources;
  const [first, second] = ['v1/a.json', 'v2/a.json'] as const;
  const uidsOf = ({ matches }: ReturnType<typeof resolveIdentities>) => [
    matches.get(first)?.uid,
    matches.get(second)?.uid,
  ];

  it('are one problem if they cannot be distinguished, and no problem for other files', () => {
    const resources = [
      ...twins(collection('Orders'), collection('Orders')),
      ...desiredOf({ 'c.json': collection('Other') }).resources,
    ];
    const found = resolveIdentities(resources, { ...nothing, listed: [listed(5, 'Orders'), listed(6, 'Other')] });
    expect([...found.undecided]).toEqual([first, second]);
    expect(found.matches.get('c.json')?.uid).toBe(uidOf(6));
    expect(found.problems).toMatchObject([
      { path: second, message: expect.stringContaining(`${first}, ${second}`), remedy: expect.stringContaining('pin') },
    ]);
  });

  it('are distinguished by a pin', () => {
    const resources = twins(collection('Orders'), collection('Orders')).map((resource) =>
      resource.file.path === second ? { ...resource, pinned: { uid: uidOf(6) } } : resource,
    );
    const found = resolveIdentities(resources, { ...nothing, listed: [listed(5, 'Orders'), listed(6, 'Orders')] });
    expect(found.problems).toEqual([]);
    expect(uidsOf(found)).toEqual([uidOf(5), uidOf(6)]);
  });

  it('are distinguished by their ids, if these exist in the workspace', () => {
    const found = resolveIdentities(twins(withId('Orders', 5), withId('Orders', 6)), {
      ...nothing,
      listed: [listed(6, 'Orders'), listed(5, 'Orders')],
    });
    expect(found.problems).toEqual([]);
    expect(uidsOf(found)).toEqual([uidOf(5), uidOf(6)]);
  });

  it('are distinguished by the recorded state', () => {
    const resources = twins(collection('Orders'), collection('Orders'));
    const entries = resources.map(
      (resource, index) =>
        [resource.file.path, recorded({ resources: [resource], syncProblems: [] }, 5 + index)[1]] as const,
    );
    const found = resolveIdentities(resources, {
      ...nothing,
      state: stateOf(...entries),
      listed: [listed(6, 'Orders'), listed(5, 'Orders')],
    });
    expect(uidsOf(found)).toEqual([uidOf(5), uidOf(6)]);
  });

  it('are refused if both have the id of the same resource', () => {
    const found = resolveIdentities(twins(withId('Orders', 5), withId('Copy', 5)), {
      ...nothing,
      listed: [listed(5, 'Orders')],
    });
    expect([...found.undecided]).toEqual([first, second]);
    expect(found.problems).toMatchObject([
      { message: expect.stringContaining(`${first}, ${second} carry the same id`) },
    ]);
  });

  it('are new resources if the workspace does not know their common id, and their names differ', () => {
    const found = resolveIdentities(twins(withId('Orders', 5), withId('Copy', 5)), nothing);
    expect(found).toMatchObject({ problems: [], undecided: new Set() });
  });

  it('are refused if both are pinned to the same resource', () => {
    const resources = twins(collection('A'), collection('B')).map((resource) => ({
      ...resource,
      pinned: { uid: uidOf(5) },
    }));
    const found = resolveIdentities(resources, { ...nothing, listed: [listed(5, 'A')] });
    expect(found.problems).toMatchObject([{ message: expect.stringContaining('pinned to the same resource') }]);
  });

  it('do not trust a state that names one resource for both', () => {
    const resources = twins(collection('Orders'), collection('Other'));
    const entries = resources.map(
      (resource) => [resource.file.path, recorded({ resources: [resource], syncProblems: [] }, 5)[1]] as const,
    );
    const found = resolveIdentities(resources, {
      ...nothing,
      state: stateOf(...entries),
      listed: [listed(5, 'Orders'), listed(6, 'Other')],
    });
    expect(found.problems).toEqual([]);
    expect(uidsOf(found)).toEqual([uidOf(5), uidOf(6)]);
  });
});

describe('files that were moved or renamed', () => {
  it('follow their ids if the contents of two files were swapped', () => {
    const before = desiredOf({ 'a.json': withId('A', 1), 'b.json': withId('B', 2) });
    const state = stateOf(
      ...before.resources.map(
        (resource, index) =>
          [resource.file.path, recorded({ resources: [resource], syncProblems: [] }, index + 1)[1]] as const,
      ),
    );
    const after = desiredOf({ 'a.json': withId('B', 2), 'b.json': withId('A', 1) });
    const found = resolveIdentities(after.resources, { ...nothing, state, listed: [listed(1, 'A'), listed(2, 'B')] });
    expect(found.problems).toEqual([]);
    expect([found.matches.get('a.json')?.uid, found.matches.get('b.json')?.uid]).toEqual([uidOf(2), uidOf(1)]);
  });

  it('stay with their resource if file and collection are renamed at once', () => {
    const before = desiredOf({ 'old.json': collection('Old') });
    const state = stateOf(recorded(before, 1));
    const after = desiredOf({ 'new.json': collection('New'), 'other.json': collection('Other') });
    const found = resolveIdentities(after.resources, { ...nothing, state, listed: [listed(1, 'Old')] });
    expect(found.matches.get('new.json')?.uid ?? found.matches.get('other.json')?.uid).toBeUndefined();
    const alone = resolveIdentities(desiredOf({ 'new.json': collection('New') }).resources, {
      ...nothing,
      state,
      listed: [listed(1, 'Old')],
    });
    expect(alone.matches.get('new.json')?.uid).toBe(uidOf(1));
  });
});
