import { describe, expect, it } from '@jest/globals';
import { groupViolations, ignoredBy, type Occurrence } from '../../../../src/core/contract/violations.ts';

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
