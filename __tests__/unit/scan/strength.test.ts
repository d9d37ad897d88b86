import { describe, expect, it } from '@jest/globals';
import { strengthOf } from '../../../src/scan/strength.ts';
import { chars, hex, uuid } from '../../support/credentials.ts';

describe('the strength of a value', () => {
  it.each([chars(16), chars(40), hex(32), hex(64), 'Xk9#mP2$vL5n'])('is random: %s', (value) => {
    expect(strengthOf(value)).toBe('random');
  });

  it('is that of a UUID', () => {
    expect(strengthOf(uuid)).toBe('uuid');
    expect(strengthOf(uuid.toUpperCase())).toBe('uuid');
  });

  it.each([
    'Sommer2024!',
    'correct-horse-battery-staple',
    'MyClientSecret',
    'hunter2-hunter2',
    'two words',
    '123456789012345',
  ])('is plain: %s', (value) => {
    expect(strengthOf(value)).toBe('plain');
  });
});
