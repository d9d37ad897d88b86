import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Fingerprint } from '../../../../src/core/model/ids.ts';
import { mergeEntries, mergeStates } from '../../../../src/core/plan/merge-states.ts';
import { EMPTY_STATE, type StateEntry } from '../../../../src/core/plan/state.ts';
import { uidOf } from '../../../support/state-builders.ts';

const at = (time: number, more: Partial<StateEntry> = {}): StateEntry => ({
  kind: 'collection',
  uid: uidOf(time),
  fingerprint: 'f' as Fingerprint,
  created: true,
  time: new Date(time),
  ...more,
});
const entries = (record: Readonly<Record<string, StateEntry>>) => new Map(Object.entries(record));

describe('several states of a project', () => {
  it('are merged: the later entry of each path counts, and a resource that one of them created counts as created', () => {
    const created = at(1, { uid: uidOf(7), createdAt: new Date(1) });
    const adopted = at(2, { uid: uidOf(7), created: false });
    const first = { ...EMPTY_STATE, uid: uidOf(1), entries: entries({ a: at(5), b: at(1), c: created }) };
    const second = {
      ...EMPTY_STATE,
      uid: uidOf(2),
      entries: entries({ a: at(3), b: at(9), c: adopted }),
      unreadable: 1,
    };
    const merged = mergeStates([first, second]);
    expect([merged.uid, merged.unreadable]).toEqual([uidOf(1), 1]);
    expect(merged.entries).toEqual(entries({ a: at(5), b: at(9), c: { ...created, time: adopted.time } }));
  });
});

describe('entries that another run wrote meanwhile', () => {
  const base = entries({ kept: at(1), removed: at(2), updated: at(3) });

  it('stay beside those of this run', () => {
    const ours = entries({ kept: at(1), updated: at(8), mine: at(9) });
    const theirs = entries({ ...Object.fromEntries(base), other: at(7) });
    expect(mergeEntries({ base, ours, theirs })).toEqual(
      entries({ kept: at(1), updated: at(8), mine: at(9), other: at(7) }),
    );
  });

  it('win if this run did not change the path, also with a removal', () => {
    const theirs = entries({ kept: at(1), updated: at(2) });
    expect(mergeEntries({ base, ours: base, theirs })).toEqual(theirs);
  });

  it('are the same whoever writes last', () => {
    const some = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.nat(20).map((time) => at(time)),
    );
    fc.assert(
      fc.property(some, some, some, (before, one, other) => {
        const versions = { base: entries(before), ours: entries(one), theirs: entries(other) };
        const swapped = { ...versions, ours: versions.theirs, theirs: versions.ours };
        expect(mergeEntries(versions)).toEqual(mergeEntries(swapped));
      }),
    );
  });
});
