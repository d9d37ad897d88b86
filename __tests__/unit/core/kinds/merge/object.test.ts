import { describe, expect, it } from '@jest/globals';
import { object } from '../../../../../src/core/kinds/merge/object.ts';
import type { MergeContext } from '../../../../../src/core/kinds/merge/versions.ts';
import type { JsonObject } from '../../../../../src/core/lib/json.ts';

const context: MergeContext = { prefer: 'ours', at: ['Orders'], path: ['item', 0], ids: 'none' };

describe('merging an object', () => {
  const merge = object({
    variant: 'mode',
    ignored: new Set(['stamp']),
    fields: { mode: (versions) => ({ value: versions.ours, conflicts: [] }) },
  });

  it('has each field from the side that changed it', () => {
    const versions = {
      base: { mode: 'raw', a: 1, b: 1 },
      ours: { mode: 'raw', a: 2, b: 1 },
      theirs: { mode: 'raw', a: 1, b: 2 },
    };
    expect(merge(versions, context)).toEqual({ value: { mode: 'raw', a: 2, b: 2 }, conflicts: [] });
  });

  it('names the place of a field that both sides changed, in the document too', () => {
    const versions = { base: { a: { b: 1 } }, ours: { a: { b: 2 } }, theirs: { a: { b: 3 } } };
    expect(merge(versions, context)).toEqual({
      value: { a: { b: 2 } },
      conflicts: [{ at: ['Orders', 'a', 'b'], path: ['item', 0, 'a', 'b'], base: 1, ours: 2, theirs: 3 }],
    });
  });

  it('merges objects of different variants as a whole', () => {
    const versions = { base: { mode: 'raw', a: 1 }, ours: { mode: 'raw', a: 2 }, theirs: { mode: 'file', a: 1 } };
    const { value, conflicts } = merge(versions, context);
    expect(value).toEqual(versions.ours);
    expect(conflicts).toEqual([{ ...versions, at: context.at, path: context.path }]);
  });

  it('ignores a base of another variant', () => {
    const versions = { base: { mode: 'file', a: 1 }, ours: { mode: 'raw', a: 1 }, theirs: { mode: 'raw', a: 2 } };
    expect(merge(versions, context).conflicts).toMatchObject([{ at: ['Orders', 'a'], ours: 1, theirs: 2 }]);
  });

  it('keeps an unknown field that Postman has dropped, and deletes a known one', () => {
    const known = object({ fields: { b: (versions) => ({ value: versions.theirs, conflicts: [] }) } });
    const both: JsonObject = { a: 1, b: 1 };
    expect(known({ base: both, ours: both, theirs: {} }, context)).toEqual({ value: { a: 1 }, conflicts: [] });
    expect(object()({ base: both, ours: both, theirs: {} }, context)).toEqual({ value: {}, conflicts: [] });
  });

  it('keeps our value of a field without meaning, and ignores theirs', () => {
    const versions = { base: { a: 1 }, ours: { a: 1, stamp: 'ours' }, theirs: { a: 2, stamp: 'theirs' } };
    expect(merge(versions, context)).toEqual({ value: { a: 2, stamp: 'ours' }, conflicts: [] });
    expect(merge({ ...versions, ours: undefined, theirs: { a: 1, stamp: 'theirs' } }, context)).toEqual({
      value: undefined,
      conflicts: [],
    });
  });

  it('marks every conflict inside of a secret', () => {
    const versions = { base: { a: { b: 1 } }, ours: { a: { b: 2 } }, theirs: { a: { b: 3 } } };
    expect(object({ isSecret: true })(versions, context).conflicts).toMatchObject([
      { at: ['Orders', 'a', 'b'], isSecret: true },
    ]);
  });
});

describe('the keys of a merged object', () => {
  it.each([
    ['are ours in our order', 'cab', 'abc', 'cab'],
    ['begin with what theirs begins with', 'ab', 'Xab', 'Xab'],
    ['have a key of theirs behind the key that it follows there', 'abc', 'aXYbc', 'aXYbc'],
    ['have a last key of theirs at the end', 'ab', 'abX', 'abX'],
  ])('%s', (_, ours, theirs, merged) => {
    const withKeys = (keys: string): JsonObject => Object.fromEntries([...keys].map((key) => [key, 1]));
    const { value } = object()({ base: {}, ours: withKeys(ours), theirs: withKeys(theirs) }, context);
    expect(Object.keys(value ?? {}).join('')).toBe(merged);
  });
});
