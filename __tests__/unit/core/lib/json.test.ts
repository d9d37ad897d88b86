import { describe, expect, it } from '@jest/globals';
import {
  isObject,
  type JsonValue,
  keysOf,
  mapObjectsAt,
  objectOf,
  objectsOf,
  omit,
  omitUndefined,
  same,
  sortKeys,
  textOf,
} from '../../../../src/core/lib/json.ts';

describe('the kind of a value', () => {
  it.each<[unknown, boolean, string | undefined]>([
    [{}, true, undefined],
    [{ a: 1 }, true, undefined],
    [[], false, undefined],
    [null, false, undefined],
    [undefined, false, undefined],
    ['', false, undefined],
    ['a', false, 'a'],
    [5, false, undefined],
    [true, false, undefined],
  ])('of %j', (value, object, text) => {
    expect([isObject(value), textOf(value)]).toEqual([object, text]);
    expect(objectOf(value)).toEqual(object ? value : {});
    expect(objectsOf(value)).toEqual([]);
    expect(objectsOf([value])).toEqual(object ? [value] : []);
  });
});

describe('equality', () => {
  const values: readonly (readonly [JsonValue | undefined, JsonValue | undefined, boolean])[] = [
    [1, 1, true],
    [1, '1', false],
    [0, false, false],
    ['', null, false],
    [null, undefined, true],
    [[], {}, false],
    [{}, null, false],
    [[], null, false],
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [[null], [], false],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: 1, b: null }, { a: 1 }, true],
    [{ toString: null }, {}, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: [{ b: 1 }] }, { a: [{ b: 1, c: null }] }, true],
    [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, false],
  ];

  it.each(values)('of %j and %j is %s, from both sides', (a, b, expected) => {
    expect([same(a, b), same(b, a)]).toEqual([expected, expected]);
  });

  it.each(values)('is that of the texts with sorted keys: %j and %j', (a, b, expected) => {
    expect(JSON.stringify(sortKeys(a)) === JSON.stringify(sortKeys(b))).toBe(expected);
  });
});

describe('copies', () => {
  it('lack keys that hold undefined, and those that are left out', () => {
    const object = { a: 1, b: null, c: undefined, d: '' };
    expect(Object.keys(omitUndefined(object))).toEqual(['a', 'b', 'd']);
    expect(Object.keys(omit(object, new Set(['a'])))).toEqual(['b', 'd']);
    expect(keysOf({ a: 1, b: 2 }, { b: 3, c: 4 })).toEqual(['a', 'b', 'c']);
  });

  it('have the objects of one list changed, and nothing where there is no list', () => {
    const owner = { item: [{ a: 1 }, 5, [{ a: 1 }], null], other: [{ a: 1 }] };
    expect(mapObjectsAt(owner, 'item', () => ({ b: 2 }))).toEqual({ item: [{ b: 2 }, 5, [{ a: 1 }], null] });
    expect(mapObjectsAt({ item: { a: 1 } }, 'item', () => ({ b: 2 }))).toEqual({});
    expect(mapObjectsAt({}, 'item', () => ({ b: 2 }))).toEqual({});
  });
});
