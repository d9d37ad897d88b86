import { describe, expect, it } from '@jest/globals';
import { Documents, joinPath } from '../../../../src/core/contract/documents.ts';

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

describe('a reference to a name', () => {
  const schema = { $id: 'https://a.test/order', $defs: { item: { $anchor: 'item' }, id: { $dynamicAnchor: 'id' } } };
  const documents = new Documents([
    { path: 'api.yaml', isRoot: true, value: { components: { schemas: { order: schema } } } },
    { path: 'other.yaml', isRoot: false, value: { list: [{ $anchor: 'first' }, { $anchor: 'first', a: 1 }] } },
  ]);
  const order = ['components', 'schemas', 'order'];

  it.each([
    ['an anchor of the same file', '#item', { file: 'api.yaml', at: [...order, '$defs', 'item'] }],
    ['a dynamic anchor', '#id', { file: 'api.yaml', at: [...order, '$defs', 'id'] }],
    ['the first anchor of that name in another file', 'other.yaml#first', { file: 'other.yaml', at: ['list', 0] }],
    ['an id', 'https://a.test/order', { file: 'api.yaml', at: order }],
    ['a place below an id', 'https://a.test/order#/$defs/item', { file: 'api.yaml', at: [...order, '$defs', 'item'] }],
    ['a place in a file', 'other.yaml#/list/1/a', { file: 'other.yaml', at: ['list', 1, 'a'] }],
    ['an unknown anchor', '#none', undefined],
    ['an unknown file', 'none.yaml', undefined],
  ])('leads to %s', (_, ref, place) => {
    expect(documents.resolve(ref, 'api.yaml')).toEqual(place);
  });

  it('is followed to the end of a chain, and is undefined for a circle', () => {
    const chain = new Documents([
      {
        path: 'a',
        isRoot: true,
        value: {
          x: { $ref: '#/y' },
          y: { $ref: '#/z' },
          z: { type: 'string' },
          loop: { $ref: '#/loop' },
          lost: { $ref: '#/none' },
        },
      },
    ]);
    const follow = (key: string) => chain.follow(chain.node({ file: 'a', at: [key] }))?.at;
    const hops = Array.from({ length: 52 }, (_, at) => [`s${at}`, { $ref: `#/s${at + 1}` }]);
    const long = new Documents([{ path: 'a', isRoot: true, value: { ...Object.fromEntries(hops), s52: {} } }]);
    expect([3, 2].map((from) => long.follow(long.node({ file: 'a', at: [`s${from}`] }))?.at)).toEqual([
      ['s52'],
      undefined,
    ]);
    expect([follow('x'), follow('z'), follow('loop'), follow('lost')]).toEqual([['z'], ['z'], undefined, undefined]);
  });
});
