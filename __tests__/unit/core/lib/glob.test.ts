import { describe, expect, it } from '@jest/globals';
import { globMatcher } from '../../../../src/core/lib/glob.ts';

describe('a glob', () => {
  it.each([
    ['src/orders/**', 'src/orders/a/b.ts', true],
    ['src/orders/**', 'src/orders', true],
    ['src/orders', 'src/orders/a.ts', true],
    ['src/orders/', 'src/orders/a.ts', true],
    ['./src/*.ts', 'src/a.ts', true],
    ['src/*.ts', 'src/a/b.ts', false],
    ['src/order', 'src/orders/a.ts', false],
    ['**/*.sql', 'a.sql', true],
    ['**/*.sql', 'db/x/a.sql', true],
    ['src/{orders,cart}/**', 'src/cart/a.ts', true],
    ['src/{orders,cart}/**', 'src/users/a.ts', false],
    ['a?c', 'abc', true],
    ['[ab].ts', 'c.ts', false],
    ['a.ts', 'a-ts', false],
    ['../shared/**', '../shared/x', true],
    ['src\\orders\\**', 'src/orders/.hidden', true],
  ])('%s matches %s: %s', (glob, path, expected) => {
    expect(globMatcher(glob)(path)).toBe(expected);
  });
});
