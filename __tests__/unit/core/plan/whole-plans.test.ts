import { describe, expect, it } from '@jest/globals';
import { PostmanError } from '../../../../src/core/model/errors.ts';
import type { Change, Outcome, PlanPolicy } from '../../../../src/core/plan/change.ts';
import { conflictProblems } from '../../../../src/core/plan/conflict-problems.ts';
import { nextEntries } from '../../../../src/core/plan/next-state.ts';
import { planSync } from '../../../../src/core/plan/plan.ts';
import { REPLACED } from '../../../../src/core/plan/state.ts';
import { collection, environment, request, stamped } from '../../../support/collections.ts';
import { desiredOf, listed, observed, recorded, stateOf, uidOf } from '../../../support/state-builders.ts';

const FILES = {
  'new.json': collection('New', request('a')),
  'same.json': collection('Same', request('a')),
  'edited.json': collection('Edited', request('a'), request('ours')),
  'drifted.json': collection('Drifted', request('a')),
  'both.json': collection('Both', request('ours', { request: { method: 'PUT', url: 'x' } })),
  'adopted.json': collection('Adopted', request('ours')),
  'gone.json': collection('Gone', request('a')),
  'gone-edited.json': collection('Gone edited', request('b')),
  'unread.json': collection('Unread', request('a')),
  'unseen.json': collection('Unseen', request('a')),
  'undecided.json': collection('Undecided', request('a')),
  'env.json': environment('Local', { key: 'a', value: '1' }),
};

const desired = desiredOf(FILES);
const at = (path: string, number: number, more = {}) =>
  recorded(desiredOf({ [path]: FILES[path as keyof typeof FILES] }), number, more);
const old = (path: string, content: (typeof FILES)['new.json'], number: number) =>
  recorded(desiredOf({ [path]: content }), number);
const editedBase = collection('Edited', request('a'));
const bothBase = collection('Both', request('ours'));

const matches = new Map(
  ['same', 'edited', 'drifted', 'both', 'adopted', 'unread', 'unseen', 'env'].map((name, index) => [
    `${name}.json`,
    name === 'env'
      ? listed(2 + index, 'Local', 'environment')
      : listed(2 + index, name.charAt(0).toUpperCase() + name.slice(1)),
  ]),
);
const uidAt = (path: string) => matches.get(path)?.uid ?? uidOf(0);

const found = observed({
  listed: [
    ...matches.values(),
    listed(20, 'Pruned'),
    listed(21, 'Replaced'),
    listed(22, 'Foreign'),
    listed(23, 'Twin'),
  ],
  matches,
  undecided: new Set(['undecided.json']),
  state: stateOf(
    at('same.json', 2),
    old('edited.json', editedBase, 3),
    at('drifted.json', 4),
    old('both.json', bothBase, 5),
    at('gone.json', 30),
    old('gone-edited.json', collection('Gone edited', request('a')), 31),
    at('unread.json', 7),
    at('unseen.json', 8),
    [
      'pruned.json',
      {
        kind: 'collection',
        uid: uidOf(20),
        fingerprint: at('new.json', 1)[1].fingerprint,
        created: true,
        time: new Date(0),
      },
    ],
    [
      `x.json${REPLACED}`,
      {
        kind: 'collection',
        uid: uidOf(21),
        fingerprint: at('new.json', 1)[1].fingerprint,
        created: false,
        time: new Date(0),
      },
    ],
    [
      'foreign.json',
      {
        kind: 'collection',
        uid: uidOf(22),
        fingerprint: at('new.json', 1)[1].fingerprint,
        created: false,
        time: new Date(0),
      },
    ],
  ),
  contents: new Map([
    [uidAt('same.json'), stamped(FILES['same.json'])],
    [uidAt('edited.json'), stamped(editedBase)],
    [uidAt('drifted.json'), stamped(collection('Drifted', request('a'), request('theirs')))],
    [uidAt('both.json'), stamped(collection('Both', request('ours', { request: { method: 'POST', url: 'x' } })))],
    [uidAt('adopted.json'), stamped(collection('Adopted', request('theirs')))],
    [uidAt('env.json'), environment('Local', { key: 'a', value: '1', type: 'default', enabled: true })],
  ]),
  bases: new Map([
    ['edited.json', editedBase],
    ['both.json', bothBase],
  ]),
  unread: new Map([[uidAt('unread.json'), new PostmanError({ code: 'forbidden', message: 'No.', remedy: 'Ask.' })]]),
  twins: new Map([['same.json', [listed(23, 'Twin')]]]),
});

/** A change without what is sent; `sent` and fingerprints are hashes. */
const told = (change: Change) => {
  const { action } = change;
  const name = 'after' in change ? change.after.name : change.before.name;
  const flags = Object.entries(change)
    .filter(([, value]) => value === true)
    .map(([key]) => key);
  const known = 'sent' in change && change.sent !== undefined ? ['sent'] : [];
  const [diff, behind] = ['diff' in change ? change.diff : [], 'behind' in change ? (change.behind ?? []) : []];
  const conflict = 'conflict' in change ? conflictProblems(change) : [];
  return { action, name, flags: [...flags, ...known].sort(), diff, behind, conflict };
};

const POLICIES: readonly PlanPolicy[] = [
  { prune: 'no', onDrift: 'merge' },
  { prune: 'yes', onDrift: 'overwrite' },
  { prune: 'force', onDrift: 'keep' },
  { prune: 'no', onDrift: 'fail' },
];

/** After a change on purpose: `npm test -- whole-plans -u`, and read the difference. */
describe('whole plans', () => {
  it.each(POLICIES)('hold every change with its reasons: %j', (policy) => {
    const { changes, readBack, ...plan } = planSync(desired, found, policy);
    expect({ ...plan, readBack: [...readBack], changes: changes.map(told) }).toMatchSnapshot();
  });

  it('forbid to prune more than half of what is managed, unless it is forced', () => {
    const few = observed({
      listed: [listed(20, 'Pruned')],
      state: stateOf(['pruned.json', { ...at('new.json', 20)[1] }]),
    });
    const none = desiredOf({});
    expect(planSync(none, few, { prune: 'yes', onDrift: 'merge' }).problems).toMatchSnapshot();
    expect(planSync(none, few, { prune: 'force', onDrift: 'merge' }).problems).toEqual([]);
  });

  it.each(['applied', 'failed', 'skipped'] as const)('record what is known after every change has %s', (status) => {
    const { changes } = planSync(desired, found, { prune: 'yes', onDrift: 'merge' });
    const error = new PostmanError({ code: 'invalid', message: 'No.', remedy: 'Look.' });
    const outcomes = changes.map((change): Outcome => {
      if (status === 'failed') return { status, change, error };
      if (status === 'skipped') return { status, change, reason: 'quota' };
      return { status, change, uid: 'before' in change ? change.before.uid : uidOf(77), at: new Date(1000) };
    });
    const entries = nextEntries(found, { outcomes, commit: 'abc', now: new Date(2000) });
    const hashes = new Map<string, string>();
    const short = (hash: string) => hashes.get(hash) ?? hashes.set(hash, `#${hashes.size}`).get(hash);
    expect(
      [...entries].map(([path, { fingerprint, sent, ...entry }]) => [
        path,
        { ...entry, fingerprint: short(fingerprint), ...(sent ? { sent: short(sent) } : {}) },
      ]),
    ).toMatchSnapshot();
  });
});
