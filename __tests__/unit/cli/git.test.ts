import { describe, expect, it } from '@jest/globals';
import { repositoryOf } from '../../../src/cli/git.ts';

describe('the repository of a git remote', () => {
  it.each([
    ['https://github.com/acme/shop.git', 'acme/shop'],
    ['https://github.com/acme/shop', 'acme/shop'],
    ['git@github.com:acme/shop.git', 'acme/shop'],
    ['ssh://git@gitlab.example:2222/group/sub/shop.git', 'group/sub/shop'],
    ['https://user:token@github.com/acme/shop.git', 'acme/shop'],
    ['/srv/git/shop.git', undefined],
    ['', undefined],
  ])('%s is %s', (url, expected) => {
    expect(repositoryOf(url)).toBe(expected);
  });
});
