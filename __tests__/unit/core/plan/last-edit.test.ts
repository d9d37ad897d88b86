import { describe, expect, it } from '@jest/globals';
import { uid } from '../../../../src/core/model/ids.ts';
import { lastEdit } from '../../../../src/core/plan/last-edit.ts';

const listed = { kind: 'collection' as const, uid: uid('1-2'), name: 'Orders' };
const item = { name: 'Get', updatedAt: '2026-11-20T14:03:09.000Z', lastUpdatedBy: 12345678 };
const content = { info: { updatedAt: '2026-11-20T13:00:00.000Z', lastUpdatedBy: '1' }, item: [{ item: [item] }] };

describe('the last change of a resource in Postman', () => {
  it('is the newest of its own and of its items, with the user', () => {
    expect(lastEdit({ ...listed, content }, undefined)).toEqual({ at: '2026-11-20T14:03:09.000Z', by: '12345678' });
  });

  it('is the time of the list if the content has none', () => {
    const updatedAt = new Date('2026-11-20T15:00:00Z');
    expect(lastEdit({ ...listed, updatedAt }, undefined)).toEqual({ at: updatedAt.toISOString() });
  });

  it('is unknown if no time is newer than the last apply', () => {
    expect(lastEdit({ ...listed, content }, new Date('2026-11-20T14:03:08.500Z'))).toBeUndefined();
    expect(lastEdit({ ...listed, content: { updatedAt: 'yesterday' } }, undefined)).toBeUndefined();
    expect(lastEdit({ ...listed, content }, new Date('2026-11-20T14:03:08.000Z'))).toBeUndefined();
    expect(lastEdit({ ...listed, content }, new Date('2026-11-20T14:03:07.999Z'))).toBeDefined();
    expect(lastEdit(listed, undefined)).toBeUndefined();
  });

  it.each([
    [{ updatedAt: '2026-11-21T00:00:00Z', lastUpdatedBy: 'ada' }, 'ada'],
    [{ updatedAt: '2026-11-21T00:00:00Z' }, undefined],
    [{ item: [{ response: [{ updatedAt: '2026-11-21T00:00:00Z', lastUpdatedBy: 7 }] }] }, '7'],
  ])('may be of the resource itself or of an example, with or without a user: %j', (more, by) => {
    expect(lastEdit({ ...listed, content: { ...content, ...more } }, undefined)).toEqual(
      by === undefined ? { at: '2026-11-21T00:00:00Z' } : { at: '2026-11-21T00:00:00Z', by },
    );
  });
});
