import { describe, expect, it } from '@jest/globals';
import { mergeOrder } from '../../../../../src/core/kinds/merge/order.ts';

const merge = (base: string, ours: string, theirs: string) => {
  const { order, crosses } = mergeOrder({ base: [...base], ours: [...ours], theirs: [...theirs] });
  return `${order.join('')}${crosses ? ' crosses' : ''}`;
};

describe('the order of a merged list', () => {
  it.each([
    ['is the order of the side that moved something: ours', 'abc', 'cab', 'abc', 'cab'],
    ['is the order of the side that moved something: theirs', 'abc', 'abc', 'cab', 'cab'],
    ['is the order that both sides chose', 'abc', 'bac', 'bac', 'bac'],
    ['holds the moves of both sides where they moved different members', 'abcd', 'bacd', 'abdc', 'badc'],
    ['has every pair in the order of the side that moved it', 'abc', 'cab', 'bca', 'cba'],
    ['is ours and crosses where no order agrees with both', 'abc', 'bac', 'acb', 'bac crosses'],
    ['has a new member behind the member that it follows on its side', 'ab', 'aXb', 'abY', 'aXbY'],
    ['has a new first member at the front', 'ab', 'Xab', 'ab', 'Xab'],
    ['has our new members before theirs at the same place', 'ab', 'aXb', 'aYb', 'aXYb'],
    ['has our new first members before theirs', 'ab', 'VWab', 'Yab', 'VWYab'],
    ['keeps new members in their order', 'a', 'a', 'aXYZ', 'aXYZ'],
    ['has what theirs added to the members that ours moved', 'abc', 'cab', 'abcY', 'cYab'],
    ['is the order of ours where both added the same members', '', 'ab', 'ba', 'ab'],
    ['is not crossed by members that one side deleted', 'abc', 'ca', 'bac', 'bca'],
  ])('%s', (_, base, ours, theirs, merged) => {
    expect(merge(base, ours, theirs)).toBe(merged);
  });
});
