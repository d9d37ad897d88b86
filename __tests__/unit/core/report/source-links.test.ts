import { describe, expect, it } from '@jest/globals';
import { sourceLinksOf } from '../../../../src/core/report/source-links.ts';

describe('the addresses of committed files', () => {
  it.each([
    ['github', 'https://github.com/acme/shop', 'https://github.com/acme/shop/blob/abc/{path}#L{line}'],
    ['gitlab', 'https://gitlab.com/acme/shop/', 'https://gitlab.com/acme/shop/-/blob/abc/{path}#L{line}'],
    ['bitbucket', 'https://bitbucket.org/acme/shop', 'https://bitbucket.org/acme/shop/src/abc/{path}#lines-{line}'],
    [
      'azure',
      'https://dev.azure.com/acme/shop/_git/shop',
      'https://dev.azure.com/acme/shop/_git/shop?path=/{path}&version=GCabc&line={line}&lineEnd={line}&lineStartColumn=1&lineEndColumn=200',
    ],
  ] as const)('on %s lead to the line', (site, url, line) => {
    expect(sourceLinksOf({ site, url, commit: 'abc' }).line).toBe(line);
  });

  it('count from the root of the repository', () => {
    const { file } = sourceLinksOf({ site: 'github', url: 'https://github.com/a/b', commit: 'c', folder: 'my api/v1' });
    expect(file).toBe('https://github.com/a/b/blob/c/my%20api/v1/{path}');
  });
});
