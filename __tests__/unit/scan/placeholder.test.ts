import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPlaceholder } from '../../../src/scan/placeholder.ts';

describe('a placeholder', () => {
  it.each([
    '',
    'changeme',
    'change-me',
    'CHANGE_ME!',
    '{{vault:token}}',
    '{{user}} {{password}}',
    '<your token>',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what stands in files.
    '${TOKEN}',
    '%API_TOKEN%',
    '{access_token}',
    '[your token]',
    'xxxxxxxx',
    '********',
    'your-token-here',
    'replace me',
    'dummy-token',
    'secret',
    'password',
    'Test@123',
    'P@ssw0rd',
    'D0cEx@mpl3!2025',
    'testpassword1',
    'abcdefghijklmnop',
    '0000-0000-0000',
    '  ',
  ])('is %j', (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  it('is a value that only repeats its name', () => {
    expect(isPlaceholder('order-signing', 'orderSigningSecret')).toBe(true);
    expect(isPlaceholder('order-signing', 'password')).toBe(false);
  });

  it('is base64 of a placeholder for a name and a password', () => {
    expect(isPlaceholder(Buffer.from('testuser:testpassword').toString('base64'))).toBe(true);
  });

  it.each(['Sommer2024!', 'hunter2-hunter2', 'k7m2p9q4', 'Zirkus7even'])('is not %j', (value) => {
    expect(isPlaceholder(value)).toBe(false);
  });

  it('is hardly ever a random text', () => {
    const random = fc.stringMatching(/^[A-Za-z0-9]{32}$/).filter((text) => new Set(text).size > 12);
    let taken = 0;
    fc.assert(
      fc.property(random, (text) => {
        if (isPlaceholder(text)) taken += 1;
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(taken).toBeLessThan(5);
  });

  it('takes linear time for a long row of placeholders', () => {
    const started = performance.now();
    isPlaceholder(`${'{{a}} '.repeat(5_000)}!`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
