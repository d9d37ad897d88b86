import { describe, expect, it } from '@jest/globals';
import { comparisonOf } from '../../../../src/run/child/comparison.ts';

describe('a comparison', () => {
  it('shows both sides of a deep equality as indented JSON', () => {
    expect(comparisonOf({ showDiff: true, expected: { a: 1, b: [2] }, actual: { a: 1 } })).toEqual({
      expected: '{\n  "a": 1,\n  "b": [\n    2\n  ]\n}',
      actual: '{\n  "a": 1\n}',
    });
  });

  it('shows texts of several lines as they are', () => {
    expect(comparisonOf({ showDiff: true, expected: 'a\nb', actual: 'a\nc' })).toEqual({
      expected: 'a\nb',
      actual: 'a\nc',
    });
  });

  it('is left out where the message says it as well', () => {
    expect(comparisonOf({ showDiff: true, expected: 201, actual: 500 })).toBeUndefined();
    expect(comparisonOf({ showDiff: true, expected: 'paid', actual: undefined })).toBeUndefined();
    expect(comparisonOf({ expected: { a: 1 }, actual: {} })).toBeUndefined();
  });
});
