import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../../src/core/lib/json.ts';
import type { DesiredResource } from '../../../../src/core/model/resource.ts';
import { needsBase } from '../../../../src/core/plan/merge.ts';
import type { StateEntry } from '../../../../src/core/plan/state.ts';
import { collection, request } from '../../../support/collections.ts';
import { desiredOf, recorded } from '../../../support/state-builders.ts';

const [applied, ours, theirs] = ['applied', 'ours', 'theirs'].map((name) => collection('Orders', request(name))) as [
  JsonObject,
  JsonObject,
  JsonObject,
];

describe('the file as it was applied last', () => {
  it.each<[string, JsonObject, JsonObject, Partial<StateEntry>, boolean]>([
    ['only the file changed', ours, applied, {}, false],
    ['only Postman changed', applied, theirs, {}, false],
    ['only Postman changed, before the last apply', applied, theirs, { behind: true }, false],
    ['both changed', ours, theirs, {}, true],
    ['the file changed after an apply that merged', ours, applied, { behind: true }, true],
  ])('is needed only if both sides may have changed: %s', (_, file, remote, entry, expected) => {
    const [resource] = desiredOf({ 'a.json': file }).resources as [DesiredResource];
    const [, known] = recorded(desiredOf({ 'a.json': applied }), 1, entry);
    expect(needsBase(resource, { entry: known, remote })).toBe(expected);
    expect(needsBase({ ...resource, kind: 'monitor' }, { entry: known, remote })).toBe(false);
  });
});
