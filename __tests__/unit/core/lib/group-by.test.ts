import { expect, it } from '@jest/globals';
import { groupBy } from '../../../../src/core/lib/group-by.ts';

it('groups items by key in their order, and leaves out items without a key', () => {
  const keyOf = (text: string): string | undefined => text[0];
  expect([...groupBy(['b1', '', 'a1', 'b2'], keyOf)]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
});
