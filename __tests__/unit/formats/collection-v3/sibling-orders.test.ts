import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inOrder, type Sibling, siblingOrders } from '../../../../src/formats/collection-v3/sibling-orders.ts';

const sibling = (order: number | undefined, name = 'a', file = name): Sibling => ({ order, name, file });
const ordersOf = (...orders: readonly (number | undefined)[]) =>
  siblingOrders(orders.map((order, at) => sibling(order, `n${at}`)));

describe('the order of siblings', () => {
  it.each([
    [[], []],
    [[undefined], [1000]],
    [
      [undefined, undefined],
      [1000, 2000],
    ],
    [
      [5, 7, 9],
      [5, 7, 9],
    ],
    [
      [5, undefined],
      [5, 1005],
    ],
    [
      [undefined, 10],
      [5, 10],
    ],
    [
      [undefined, 0],
      [-1000, 0],
    ],
    [
      [undefined, -5],
      [-1005, -5],
    ],
    [
      [10, undefined, 20],
      [10, 15, 20],
    ],
    [
      [10, undefined, undefined, 20],
      [10, 15, 17.5, 20],
    ],
    [
      [30, 10, 20],
      [5, 10, 20],
    ],
    [
      [20, 30, 10],
      [20, 30, 1030],
    ],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  ])('of %j is written as %j', (orders, expected) => {
    expect(ordersOf(...orders)).toEqual(expected);
  });

  it('is numbered anew if no number is free between two', () => {
    expect(siblingOrders([sibling(1, 'a'), sibling(undefined, 'z'), sibling(1, 'b')])).toEqual([1000, 2000, 3000]);
  });

  it('is the wanted sequence for any siblings, and stays as it is where it was the wanted one', () => {
    const order = fc.option(fc.integer({ min: -3, max: 5 }), { nil: undefined });
    const some = fc.uniqueArray(fc.tuple(order, fc.constantFrom('a', 'B', 'b', 'c'), fc.constantFrom('x', 'y', 'z')), {
      maxLength: 7,
      selector: ([, name, file]) => `${name} ${file}`,
    });
    fc.assert(
      fc.property(some, (list) => {
        const siblings = list.map(([number, name, file]) => sibling(number, name, file));
        const orders = siblingOrders(siblings);
        const placed = siblings.map((each, at) => ({ ...each, order: orders[at] ?? Number.NaN }));
        expect([...placed].reverse().sort(inOrder)).toEqual(placed);
        expect(siblingOrders(placed)).toEqual(orders);
      }),
    );
  });

  it.each([
    [
      { order: 1, name: 'b', file: 'b' },
      { order: 2, name: 'a', file: 'a' },
    ],
    [
      { order: 1, name: 'B', file: 'b' },
      { order: 1, name: 'a', file: 'a' },
    ],
    [
      { order: 1, name: 'a', file: 'a' },
      { order: 1, name: 'a', file: 'b' },
    ],
  ])('compares number, name and file in this sequence: %j before %j', (first, second) => {
    expect(inOrder(first, second)).toBeLessThan(0);
    expect(inOrder(second, first)).toBeGreaterThan(0);
    expect(inOrder(first, { ...first })).toBe(0);
  });
});
