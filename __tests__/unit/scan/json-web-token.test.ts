import { describe, expect, it } from '@jest/globals';
import { tokenState } from '../../../src/scan/json-web-token.ts';
import { jsonWebToken } from '../../support/planted-credentials.ts';

const NOW = Date.UTC(2026, 0, 1);

describe('a JSON Web Token', () => {
  it.each([
    ['live', 'that ends later', { sub: 'a', exp: NOW / 1_000 + 60 }],
    ['live', 'that never ends', { sub: 'a' }],
    ['expired', 'that has ended', { sub: 'a', exp: NOW / 1_000 - 60 }],
    ['sample', 'of jwt.io', { sub: '1234567890', name: 'John Doe', exp: NOW }],
    ['public', 'of an anonymous role', { role: 'anon', exp: NOW }],
  ] as const)('is %s: one %s', (state, _, claims) => {
    expect(tokenState(jsonWebToken(claims), NOW)).toBe(state);
  });

  it.each(['eyJub3Q.eyJqc29u.signature', '', 'a.b.c'])('is none: %j', (text) => {
    expect(tokenState(text, NOW)).toBe('none');
  });
});
