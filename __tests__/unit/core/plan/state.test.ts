import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { objectsOf } from '../../../../src/core/lib/json.ts';
import type { Fingerprint } from '../../../../src/core/model/ids.ts';
import {
  decodeState,
  encodeState,
  projectOf,
  type StateEntry,
  sameEntries,
  stateName,
} from '../../../../src/core/plan/state.ts';
import { uidOf } from '../../../support/state-builders.ts';

const entry: fc.Arbitrary<StateEntry> = fc
  .record({
    kind: fc.constantFrom('collection' as const, 'environment' as const, 'globals' as const),
    number: fc.nat(999),
    fingerprint: fc.string({ minLength: 1 }),
    created: fc.boolean(),
    time: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
  })
  .map(({ number, fingerprint, ...rest }) => ({
    ...rest,
    uid: uidOf(number),
    fingerprint: fingerprint as Fingerprint,
  }));
const announcement = { kind: 'collection', creating: 'Orders', time: new Date(0) } as const;
const entries = fc.array(fc.tuple(fc.string({ minLength: 1 }), entry)).map((pairs) => new Map(pairs));

describe('a recorded state', () => {
  it('comes back as it was written, from any paths', () => {
    fc.assert(
      fc.property(entries, (written) => {
        const announced = new Map([...written.keys()].map((path) => [path, announcement] as const));
        const content = encodeState('acme/shop', { entries: written, announced });
        const read = decodeState(uidOf(1), JSON.parse(JSON.stringify(content)));
        expect(read.unreadable).toBe(0);
        expect(read.announced).toEqual(announced);
        expect(new Map([...read.entries].sort())).toEqual(new Map([...written].sort()));
        expect(sameEntries(read.entries, written)).toBe(true);
      }),
    );
  });

  it.each([
    ['{"uid":', 1],
    ['[]', 1],
    ['{"kind":"planet","uid":"1","fingerprint":"f","time":"2026-01-01T00:00:00.000Z"}', 1],
    ['{"kind":"collection","uid":"","fingerprint":"f","time":"2026-01-01T00:00:00.000Z"}', 1],
    ['{"kind":"collection","uid":"1","fingerprint":"f","time":"2026-01-01T00:00:00.000Z","more":"later"}', 0],
    ['{"kind":"collection","uid":"1","fingerprint":"f","time":"2026-02-30T00:00:00.000Z"}', 1],
    ['{"kind":"collection","uid":"1","fingerprint":"f","time":"2026-01-01T00:00:00Z","sent":""}', 1],
    ['{"kind":"collection","uid":"1","fingerprint":"f","time":"2026-01-01T00:00:00Z","behind":1,"createdAt":0}', 0],
  ])('with the value %s has %d places that cannot be read', (value, unreadable) => {
    const state = decodeState(uidOf(1), { name: 'x', values: [{ key: 'a.json', value }] });
    expect([state.unreadable, state.entries.size]).toEqual([unreadable, 1 - unreadable]);
  });

  it('has its entries in the order of their paths, so that the same state is the same text', () => {
    const time = new Date(0);
    const known = { kind: 'collection', uid: uidOf(1), fingerprint: 'f' as Fingerprint, created: true, time } as const;
    const written = new Map(['c.json', 'a.json', 'b.json'].map((path) => [path, known]));
    const { values } = encodeState('acme/shop', { entries: written, announced: new Map([['b.json', announcement]]) });
    const keys = objectsOf(values).map(({ key }) => String(key));
    expect(keys).toEqual([...keys].sort());
    expect(keys).toHaveLength(4);
  });

  it('is recognized by its name', () => {
    expect(projectOf(stateName('acme/shop (eu)'))).toBe('acme/shop (eu)');
    expect(projectOf('postman-sync state')).toBeUndefined();
    expect(projectOf('Staging')).toBeUndefined();
  });
});
