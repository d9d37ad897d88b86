import { describe, expect, it } from '@jest/globals';
import { declaredPath, fileOfPath, isOlder } from '../../../../src/core/model/resource.ts';
import { listed } from '../../../support/state-builders.ts';

describe('the older one of two resources', () => {
  const [first, second] = [listed(1, 'Orders'), listed(2, 'Orders')];
  const at = (ms: number) => ({ createdAt: new Date(ms) });

  it.each([
    ['was created earlier', { ...second, ...at(1) }, { ...first, ...at(2) }, true],
    ['was not created later', { ...first, ...at(2) }, { ...second, ...at(1) }, false],
    ['has the smaller uid if both were created at once', { ...first, ...at(1) }, { ...second, ...at(1) }, true],
    ['has the smaller uid if a time is unknown', { ...second, ...at(1) }, first, false],
    ['has the smaller uid if the other time is unknown', first, { ...second, ...at(0) }, true],
  ])('%s', (_, a, b, expected) => {
    expect(isOlder(a, b)).toBe(expected);
  });
});

describe('the source path of a monitor', () => {
  it('names the configuration and the monitor', () => {
    const path = declaredPath('api/postman-sync.yaml', 'Every hour\n#monitors/x');
    expect(path).toBe('api/postman-sync.yaml#monitors/Every hour\n#monitors/x');
    expect([fileOfPath(path), fileOfPath('a.json')]).toEqual(['api/postman-sync.yaml', 'a.json']);
  });
});
