import { describe, expect, it } from '@jest/globals';
import { type ListShape, list } from '../../../../../src/core/kinds/merge/list.ts';
import { object } from '../../../../../src/core/kinds/merge/object.ts';
import type { MergeContext } from '../../../../../src/core/kinds/merge/versions.ts';
import { isObject, type JsonObject, objectsOf } from '../../../../../src/core/lib/json.ts';

const context: MergeContext = { prefer: 'ours', at: ['Orders'], path: ['header'], ids: 'none' };
const shape: ListShape = {
  keyOf: ({ key }) => String(key),
  idOf: ({ id }) => (id === undefined ? undefined : String(id)),
  label: ({ key }) => `header ${key}`,
  member: object({ ignored: new Set(['id']), label: () => undefined }),
  canonical: (value) => (isObject(value) ? value : undefined),
  isOrdered: true,
};

/** `a1 b` → rows with the keys a and b; a with the value 1. */
const rows = (text: string): readonly JsonObject[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) => ({ key: word.charAt(0), value: word.slice(1) }));
const merged = (base: string, ours: string, theirs: string, more: Partial<ListShape> = {}) => {
  const versions = { base: rows(base), ours: rows(ours), theirs: rows(theirs) };
  const { value, conflicts } = list({ ...shape, ...more })(versions, context);
  const text = objectsOf(value)
    .map(({ key, value }) => `${key}${value}`)
    .join(' ');
  return {
    text,
    conflicts: conflicts.map(({ at, path }) => [at.slice(1).join('/'), path.slice(1).join('/')].join(' at ')),
  };
};

describe('merging a list', () => {
  it.each([
    ['takes what either side added, ours first', 'a', 'a b', 'a c', 'a b c'],
    ['loses what either side removed', 'a b c', 'a b', 'b c', 'b'],
    ['takes the value of the side that changed it', 'a1 b1', 'a2 b1', 'a1 b2', 'a2 b2'],
    ['keeps one of what both added alike', 'a', 'a b1', 'a b1', 'a b1'],
    ['keeps the order of the side that moved something', 'a b c', 'c a b', 'a b c', 'c a b'],
    ['keeps the order of theirs where only they moved something', 'a b c', 'a b c', 'c a b', 'c a b'],
    ['matches rows of one key in their order, equal ones first', 'a1 a2', 'a1 a2', 'a2', 'a2'],
  ])('%s', (_, base, ours, theirs, text) => {
    expect(merged(base, ours, theirs)).toEqual({ text, conflicts: [] });
  });

  it('names a row that both sides changed, with its place in ours', () => {
    expect(merged('a1 b1', 'b2 a1', 'a1 b3')).toEqual({ text: 'b2 a1', conflicts: ['header b at 0/value'] });
  });

  it('reports contradictory orders, if the order is significant', () => {
    expect(merged('a b c', 'b a c', 'a c b')).toEqual({ text: 'b a c', conflicts: ['order at '] });
    expect(merged('a b c', 'b a c', 'a c b', { isOrdered: false }).conflicts).toEqual([]);
  });

  it('keeps two rows with the same key that may be different rows', () => {
    expect(merged('', 'a1', 'a2').conflicts).toHaveLength(1);
    expect(merged('', 'a1', 'a2', { keepsBoth: true })).toEqual({ text: 'a1 a2', conflicts: [] });
    expect(merged('', 'a1', 'a1', { keepsBoth: true })).toEqual({ text: 'a1', conflicts: [] });
  });

  it('matches a row by its id if its key changed', () => {
    const [base, ours] = [[{ id: '1', key: 'a', value: '1' }], [{ id: '1', key: 'b', value: '1' }]];
    const theirs = [{ id: '1', key: 'a', value: '2' }];
    expect(list(shape)({ base, ours, theirs }, context)).toEqual({
      value: [{ id: '1', key: 'b', value: '2' }],
      conflicts: [],
    });
  });

  it('merges a value that is not a list of objects as a whole, and distinguishes an empty list from none', () => {
    expect(list(shape)({ base: 'x', ours: 'x', theirs: rows('a') }, context).value).toEqual(rows('a'));
    expect(list(shape)({ base: rows('a'), ours: undefined, theirs: undefined }, context).value).toBeUndefined();
    expect(list(shape)({ base: rows('a'), ours: undefined, theirs: rows('a') }, context).value).toBeUndefined();
    expect(list(shape)({ base: rows('a'), ours: [], theirs: rows('a') }, context).value).toEqual([]);
  });
});
