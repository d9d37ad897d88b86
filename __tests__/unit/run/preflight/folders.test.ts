import { describe, expect, it } from '@jest/globals';
import { missingFolder } from '../../../../src/run/preflight/folders.ts';

describe('folders', () => {
  const collection = { item: [{ name: 'A', id: 'a-1', item: [{ name: 'B', item: [] }, { name: 'Get' }] }] };

  it('are found by name or id, requests as well', () => {
    expect(missingFolder(collection, ['A', 'a-1', 'B', 'Get'])).toBeUndefined();
    expect(missingFolder(collection, [])).toBeUndefined();
  });

  it('that are not there are named along with those that are', () => {
    expect(missingFolder(collection, ['A', 'C'])).toEqual({ name: 'C', remedy: 'Its folders are "A", "B".' });
    expect(missingFolder({ item: [] }, ['C'])).toEqual({ name: 'C', remedy: 'It has no folders.' });
  });
});
