import { describe, expect, it } from '@jest/globals';
import { changedFrom, renamed, textChange } from '../../../../src/core/model/diff.ts';

const path = ['Orders'];

describe('the difference of two texts', () => {
  it.each<[string | undefined, string | undefined, readonly object[]]>([
    [undefined, undefined, []],
    [undefined, '', []],
    ['a', 'a', []],
    ['a', 'b', [{ change: 'changed', before: 'a', after: 'b' }]],
    [undefined, 'b', [{ change: 'added', after: 'b' }]],
    ['a', undefined, [{ change: 'removed', before: 'a' }]],
    ['a\nb', 'a', [{ change: 'changed', lines: [' a', '-b'] }]],
    ['a', 'a\nb', [{ change: 'changed', lines: [' a', '+b'] }]],
    ['', 'a\rb', [{ change: 'added', lines: ['+a\rb'] }]],
    ['', 'x'.repeat(100), [{ change: 'added', after: 'x'.repeat(100) }]],
    ['', 'x'.repeat(101), [{ change: 'added', lines: [`+${'x'.repeat(101)}`] }]],
  ])('of %j and %j', (was, is, expected) => {
    expect(textChange('description', { was, is, path })).toEqual(
      expected.map((one) => ({ what: 'description', path, ...one })),
    );
  });

  it('is none for equal names and values', () => {
    expect(changedFrom('url', { was: 'a', is: 'a', path })).toEqual([]);
    expect(renamed('request', { was: 'a', is: 'a', path })).toEqual([]);
    expect(changedFrom('url', { was: 'a', is: 'b', path })).toEqual([
      { change: 'changed', what: 'url', path, before: 'a', after: 'b' },
    ]);
    expect(renamed('request', { was: 'a', is: 'b', path })).toEqual([
      { change: 'renamed', what: 'request', path, before: 'a', after: 'b' },
    ]);
  });
});
