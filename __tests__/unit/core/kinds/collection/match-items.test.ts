import { describe, expect, it } from '@jest/globals';
import { exampleNodes, type ItemNode, itemNodes } from '../../../../../src/core/kinds/collection/items.ts';
import { ItemMatcher, matchExamples } from '../../../../../src/core/kinds/collection/match-items.ts';
import type { JsonObject } from '../../../../../src/core/lib/json.ts';
import { collection, folder, request } from '../../../../support/collections.ts';

const named = (name: string, url: string): JsonObject => ({ name, request: { method: 'GET', url } });
const nodesOf = (...items: readonly JsonObject[]) => itemNodes(collection('Shop', ...items));

/** The pairs by the paths of their names. */
const pathsOf = ({ pairs }: ItemMatcher) => [...pairs].map(([our, their]) => [pathOf(our), pathOf(their)]);
const pathOf = ({ item, parent }: ItemNode): string =>
  parent ? `${pathOf(parent)}/${String(item.name)}` : String(item.name);

describe('matching examples', () => {
  const example = (id: string | undefined, name: string, code: number, body = 'x'): JsonObject => ({
    ...(id && { id }),
    ...{ name, code, body },
  });
  const matched = (some: readonly JsonObject[], others: readonly JsonObject[]) => {
    const [ours, theirs] = [exampleNodes({ response: some }), exampleNodes({ response: others })];
    const pairs = matchExamples(ours, theirs);
    return ours.map((node) => {
      const match = pairs.get(node);
      return match ? theirs.indexOf(match) : undefined;
    });
  };

  it.each([
    ['id and name first', [example('1', 'a', 200)], [example('1', 'b', 200), example('1', 'a', 200)], [1]],
    [
      'id before name',
      [example('1', 'a', 200), example('2', 'b', 200)],
      [example('2', 'a', 200), example('1', 'b', 200)],
      [1, 0],
    ],
    [
      'id, renamed',
      [example('1', 'a', 200), example('2', 'b', 200)],
      [example('2', 'c', 200), example('1', 'd', 200)],
      [1, 0],
    ],
    [
      'name and status',
      [example(undefined, 'a', 200), example(undefined, 'a', 404)],
      [example(undefined, 'a', 404), example(undefined, 'a', 200)],
      [1, 0],
    ],
    [
      'content',
      [example(undefined, 'a', 200, 'x'), example(undefined, 'b', 200, 'y')],
      [example(undefined, 'c', 200, 'y'), example(undefined, 'd', 200, 'x')],
      [1, 0],
    ],
    [
      'position',
      [example(undefined, 'a', 200, 'x'), example(undefined, 'b', 200, 'y')],
      [example(undefined, 'c', 200, 'z')],
      [0, undefined],
    ],
  ])('goes by %s', (_, some, others, expected) => {
    expect(matched(some, others)).toEqual(expected);
  });
});

describe('matching items', () => {
  it('matches several nodes with the same key in their order, those with equal content first', () => {
    const ours = nodesOf(named('Get', '/b'), named('Get', '/new'), named('Get', '/a'));
    const theirs = nodesOf(named('Get', '/a'), named('Get', '/b'), named('Get', '/old'));
    const { pairs } = new ItemMatcher(ours, theirs).byKey((node) => node.title);
    const urls = [...pairs].map((pair) => pair.map(({ item }) => (item.request as JsonObject).url));
    expect(urls).toEqual([
      ['/b', '/b'],
      ['/a', '/a'],
      ['/new', '/old'],
    ]);
  });

  it('never matches an item twice', () => {
    const matcher = new ItemMatcher(nodesOf(request('a'), request('a')), nodesOf(request('a')));
    expect(pathsOf(matcher.byKey((node) => node.title).byKey((node) => node.type))).toEqual([['a', 'a']]);
  });

  it('matches a unique key only if both sides have it exactly once', () => {
    const ours = nodesOf(request('a'), request('b'), request('b'));
    const theirs = nodesOf(request('a'), request('b'));
    expect(pathsOf(new ItemMatcher(ours, theirs).byUniqueKey((node) => node.title))).toEqual([['a', 'a']]);
  });

  it('matches renamed folders by a child that has a counterpart', () => {
    const ours = nodesOf(folder('New', request('list')));
    const theirs = nodesOf(folder('Old', request('list')));
    const matcher = new ItemMatcher(ours, theirs).byKey((node) => (node.type === 'folder' ? undefined : node.title));
    expect(pathsOf(matcher.parentsOfMatches())).toContainEqual(['New', 'Old']);
  });

  it('matches below a matched parent only with the children of its counterpart', () => {
    const ours = nodesOf(folder('Orders', named('Get', '/new')), folder('Other', named('Get', '/x')));
    const theirs = nodesOf(folder('Other', named('Get', '/y')), folder('Orders', named('Get', '/old')));
    const folders = new ItemMatcher(ours, theirs).byKey((node) => (node.item.item ? node.title : undefined));
    expect(pathsOf(folders.childrenOfMatches((node) => node.title)).slice(2)).toEqual([
      ['Orders/Get', 'Orders/Get'],
      ['Other/Get', 'Other/Get'],
    ]);
  });

  it('matches no children of unmatched parents', () => {
    const ours = nodesOf(folder('Orders', request('list')));
    const theirs = nodesOf(folder('Customers', request('list')));
    expect(pathsOf(new ItemMatcher(ours, theirs).childrenOfMatches((node) => node.title))).toEqual([]);
  });
});
