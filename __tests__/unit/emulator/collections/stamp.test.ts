import { describe, expect, it } from '@jest/globals';
import { stampCollection, walk } from '../../../../src/emulator/collections/stamp.ts';

const base = {
  id: '6c16a957-533a-455a-99fa-031cc18cd840',
  owner: 7,
  userId: 9,
  now: '2026-11-23T12:00:00.000Z',
  createdAt: '2026-11-01T12:00:00.000Z',
  ids: 'keep',
  unknownFields: 'keep',
} as const;

const collection = {
  info: { name: 'Orders', schema: 'https://schema.postman.com/json/collection/v2.1.0/collection.json', custom: 1 },
  item: [{ name: 'List', id: 'own-id', request: 'http://localhost', response: [{ name: 'Example' }], x: [1] }],
  extra: { kept: true },
};

describe('stamping a collection', () => {
  it("adds the server's fields and keeps the others, including unknown fields", () => {
    const stamped = stampCollection(collection, base);
    expect(stamped.info).toEqual({
      ...collection.info,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
      _postman_id: base.id,
      uid: `7-${base.id}`,
      createdAt: base.createdAt,
      updatedAt: base.now,
      lastUpdatedBy: '9',
    });
    expect(stamped.extra).toEqual({ kept: true });
    expect(stamped.item).toEqual([
      expect.objectContaining({ id: 'own-id', uid: '7-own-id', x: [1], createdAt: base.now, lastUpdatedBy: '9' }),
    ]);
  });

  it('creates missing ids, also of examples, or all ids with the option', () => {
    const ids = (mode: 'keep' | 'mint') =>
      walk(stampCollection(collection, { ...base, ids: mode })).map(({ id }) => id);
    expect(ids('keep')).toEqual(['own-id', expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    expect(ids('mint')).not.toContain('own-id');
  });

  it('keeps the times of unchanged items', () => {
    const first = stampCollection(collection, base);
    const later = { ...base, now: '2026-11-24T00:00:00.000Z', previous: first };
    const [same] = walk(stampCollection(collection, later));
    expect(same).toMatchObject({ createdAt: base.now, updatedAt: base.now });
    const changed = { ...collection, item: [{ ...collection.item[0], name: 'Renamed' }] };
    expect(walk(stampCollection(changed, later))[0]).toMatchObject({ createdAt: base.now, updatedAt: later.now });
  });

  it('can drop fields that the format does not define', () => {
    const stamped = stampCollection(collection, { ...base, unknownFields: 'drop' });
    expect(stamped).not.toHaveProperty('extra');
    expect(stamped.info).not.toHaveProperty('custom');
    expect(walk(stamped)[0]).not.toHaveProperty('x');
  });
});
