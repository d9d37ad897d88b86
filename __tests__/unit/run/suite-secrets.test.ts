import { describe, expect, it } from '@jest/globals';
import { safeUrl } from '../../../src/run/suite-secrets.ts';

describe('a URL', () => {
  it.each([
    ['http://user:pass@host/a', 'http://host/a'],
    ['https://host/a?page=2&api_key=abc&q=x', 'https://host/a?page=2&api_key=***&q=x'],
    ['https://host/a?access_token=abc#frag', 'https://host/a?access_token=***#frag'],
    ['http://host/mail@example.com', 'http://host/mail@example.com'],
    ['http://host/a?to=x@y.z', 'http://host/a?to=x@y.z'],
  ])('%s is shown as %s', (url, shown) => expect(safeUrl(url)).toBe(shown));
});
