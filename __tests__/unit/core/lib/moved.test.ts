import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { movedEntries } from '../../../../src/core/lib/moved.ts';

const moves = (was: string, is: string) =>
  movedEntries([...was], [...is]).map(({ entry, after }) => (after === undefined ? entry : `${entry} after ${after}`));

describe('the entries that moved in a list', () => {
  it.each([
    ['are none where the order is the same', 'abcd', 'abcd', []],
    ['are one where one was put elsewhere', 'abcd', 'bcda', ['a after d']],
    ['have no entry before them at the front', 'abcd', 'dabc', ['d']],
    ['do not include what was added or removed', 'abc', 'Xacb', ['c after a']],
    ['are the fewest that explain the new order', 'abcde', 'badce', ['b', 'd after a']],
  ])('%s', (_, was, is, told) => {
    expect(moves(was, is)).toEqual(told);
  });

  it('leave the others in the order that they had', () => {
    const entries = [...'abcdefgh'];
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 8 }), (is) => {
        const moved = new Set(movedEntries(entries, is).map(({ entry }) => entry));
        const stayed = is.filter((entry) => !moved.has(entry));
        expect(stayed).toEqual([...stayed].sort());
        expect(stayed.length).toBe(longestSorted(is));
      }),
    );
  });
});

/** By trying every subset. */
function longestSorted(list: readonly string[]): number {
  const isSorted = (some: readonly string[]) => some.every((entry, at) => at === 0 || (some[at - 1] ?? '') < entry);
  const subsets = Array.from({ length: 2 ** list.length }, (_, bits) => list.filter((__, at) => (bits >> at) & 1));
  return Math.max(...subsets.filter(isSorted).map((some) => some.length));
}
