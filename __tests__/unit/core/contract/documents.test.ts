import { describe, expect, it } from '@jest/globals';
import { joinPath } from '../../../../src/core/contract/documents.ts';

describe('the file of a reference', () => {
  it.each([
    ['api/a.yaml', 'b.yaml', 'api/b.yaml'],
    ['api/a.yaml', './x/b.yaml', 'api/x/b.yaml'],
    ['api/a.yaml', '../b.yaml', 'b.yaml'],
    ['a.yaml', '../b.yaml', '../b.yaml'],
    ['api/a.yaml', '../../../b.yaml', '../../b.yaml'],
    ['api/a.yaml', '/b.yaml', 'b.yaml'],
    ['api/a.yaml', 'b%20c.yaml', 'api/b c.yaml'],
    ['api/a.yaml', '50%.yaml', 'api/50%.yaml'],
    ['api/a.yaml', '', 'api'],
    ['api/a.yaml', 'https://example.com/b.yaml', 'https://example.com/b.yaml'],
  ])('in %s to %j is %s: it may lead out of the working directory, and is refused there', (from, target, path) => {
    expect(joinPath(from, target)).toBe(path);
  });
});
