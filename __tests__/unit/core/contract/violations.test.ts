import { describe, expect, it } from '@jest/globals';
import type { Deviation } from '../../../../src/core/contract/exchange.ts';
import { groupViolations, ignoredBy, type Occurrence, ofEveryRule } from '../../../../src/core/contract/violations.ts';

const occurrence = (more: Partial<Occurrence>): Occurrence => ({
  suite: 'Orders',
  request: 'List',
  path: [],
  iteration: 1,
  operation: 'GET /orders',
  part: 'body',
  pointer: '/items/0/id',
  expected: 'integer',
  actual: 'string "a"',
  document: { file: 'api.yaml', line: 7, column: 3 },
  ...more,
});

describe('violations', () => {
  it('of a request and a rule are one, for all elements and iterations', () => {
    const all = [
      occurrence({}),
      occurrence({ pointer: '/items/12/id', iteration: 2 }),
      occurrence({ request: 'Read' }),
    ];
    expect(groupViolations(all)).toEqual([
      { ...occurrence({}), count: 2 },
      { ...occurrence({ request: 'Read' }), count: 1 },
    ]);
  });

  it.each([
    [{ operation: 'GET /orders' }, true],
    [{ operation: 'GET /others' }, false],
    [{ operation: '*', pointer: '/items/*/id' }, true],
    [{ operation: 'GET /orders', pointer: '/items/*' }, false],
    [{ operation: 'GET /orders', pointer: '/items/**' }, true],
    [{ operation: 'GET /orders', pointer: '/items/0/name' }, false],
  ])('are accepted by a rule %j: %s', (rule, accepted) => {
    expect(ignoredBy([{ ...rule, reason: 'legacy' }], 'GET /orders', { pointer: '/items/0/id' }) !== undefined).toBe(
      accepted,
    );
  });
});

describe('deviations of one exchange', () => {
  const deviation = (pointer: string, rule = 'id'): Deviation => ({
    part: 'body',
    pointer,
    expected: 'integer',
    actual: 'null',
    place: { file: 'api.yaml', at: [rule] },
  });

  it('are the first ones, with one of every rule and one of every place', () => {
    const all = [
      ...[0, 1, 2].map((index) => deviation(`/items/${index}/id`)),
      deviation('/items/3/id', 'other rule'),
      deviation('/items/4/note'),
    ];
    expect(ofEveryRule(all, 5)).toEqual(all);
    expect(ofEveryRule(all, 4)).toEqual([all[0], all[1], all[3], all[4]]);
    expect(ofEveryRule(all, 2)).toEqual([all[0], all[3]]);
  });
});
