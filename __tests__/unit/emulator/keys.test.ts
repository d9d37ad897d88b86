import { describe, expect, it } from '@jest/globals';
import { fingerprint, mintKey, sameKey } from '../../../src/emulator/keys.ts';

describe('an API key', () => {
  it('has the length of a real one and contains a word that no real one contains', () => {
    expect(mintKey()).toMatch(/^PMAK-emulator[0-9a-f]{16}-[0-9a-f]{34}$/);
    expect(mintKey()).not.toBe(mintKey());
  });

  it('is compared as a whole, with any length', () => {
    const key = mintKey();
    expect(sameKey(key, key)).toBe(true);
    expect(sameKey(key, key.slice(1))).toBe(false);
    expect(sameKey(key, '')).toBe(false);
  });

  it('shows only a fingerprint', () => {
    const key = mintKey();
    expect(fingerprint(key)).toMatch(/^[0-9a-f]{12}$/);
    expect(key).not.toContain(fingerprint(key));
  });
});
