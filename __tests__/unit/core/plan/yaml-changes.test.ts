import { describe, expect, it } from '@jest/globals';
import type { Difference } from '../../../../src/core/model/diff.ts';
import type { DesiredResource, SourceFile } from '../../../../src/core/model/resource.ts';
import { isYaml, yamlChanges } from '../../../../src/core/plan/yaml-changes.ts';
import { collection, folder, request, sourceFile } from '../../../support/collections.ts';
import { desiredOf } from '../../../support/state-builders.ts';

const content = collection('Shop', request('first'), folder('Orders', request('list'), request('get')));
const [one] = desiredOf({ 'shop.json': content }).resources as [DesiredResource];
const resource = (file: Partial<SourceFile>, path = 'shop'): DesiredResource => ({
  ...one,
  file: { ...sourceFile(path, content), ...file },
});
const tree = resource({ documentAt: (at) => at.join('/') || 'shop' });
const difference = (parts: Partial<Difference>): Difference => ({ change: 'changed', what: 'url', path: [], ...parts });

describe('changes that the YAML files cannot hold', () => {
  it.each<[Partial<Difference>, string]>([
    [{}, 'url changed'],
    [{ path: ['Orders', 'get'] }, 'url changed at Orders / get'],
    [{ before: 'a', after: 'b' }, 'url changed: a → b'],
    [{ before: 'a' }, 'url changed: a → nothing'],
    [{ after: 'b', path: ['first'], what: 'script', change: 'added' }, 'script added at first: nothing → b'],
  ])('are told in words: %j', (parts, words) => {
    expect(yamlChanges(tree, [difference(parts)])).toMatchObject([
      {
        level: 'warning',
        message: `Changed in Postman, and to be written by hand: ${words} (collection "Shop").`,
      },
    ]);
  });

  it.each([
    [[], 'shop'],
    [['first'], 'item/0'],
    [['Orders', 'get'], 'item/1/item/1'],
    [['Orders', 'new', 'get'], 'item/1'],
    [['new', 'first'], 'shop'],
  ])('belong to the file of the request, or of the last folder that exists: %j', (path, file) => {
    expect(yamlChanges(tree, [difference({ path })])[0]?.path).toBe(file);
  });

  it.each([
    [0, []],
    [50, []],
    [51, ['1 more change of the collection "Shop" is in the report.']],
    [53, ['3 more changes of the collection "Shop" are in the report.']],
  ])('get a notice each, up to fifty: %d', (count, rest) => {
    const notices = yamlChanges(tree, Array<Difference>(count).fill(difference({})));
    expect(notices.slice(50)).toEqual(rest.map((message) => ({ level: 'warning', message, path: 'shop' })));
    expect(notices).toHaveLength(Math.min(count, 50) + rest.length);
  });

  it.each([
    [tree, true],
    [resource({}, 'a.yaml'), true],
    [resource({}, 'a.yml'), true],
    [resource({}, 'a.json'), false],
    [resource({}, 'a.yaml.json'), false],
    [resource({}, 'ayml'), false],
  ])('are only those of a directory or a YAML file', (one, expected) => {
    expect(isYaml(one)).toBe(expected);
  });
});
