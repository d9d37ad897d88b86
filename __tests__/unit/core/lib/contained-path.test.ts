import { describe, expect, it } from '@jest/globals';
import { leavesFolder } from '../../../../src/core/lib/contained-path.ts';

describe('a path in a committed file', () => {
  it.each(['a.json', './a.json', 'a/../b.json', 'a/b/../../c.json', '**/*.json', '.', ''])(
    'stays inside: %j',
    (path) => {
      expect(leavesFolder(path)).toBe(false);
    },
  );

  it.each([
    '../a.json',
    'a/../../b.json',
    '..\\a.json',
    '/etc/passwd',
    'C:\\keys',
    'c:/keys',
    '~/keys',
    '\\\\host\\share',
  ])('leaves the folder: %j', (path) => {
    expect(leavesFolder(path)).toBe(true);
  });

  it('may lead up as far as the checkout', () => {
    expect([leavesFolder('../a', 1), leavesFolder('../../a', 1), leavesFolder('/a', 9)]).toEqual([false, true, true]);
  });
});
