import { describe, expect, it } from '@jest/globals';
import { foreignHost } from '../../../src/postman/foreign-host.ts';

describe('the host that the key is sent to', () => {
  it.each(['https://api.postman.com', 'https://api.eu.postman.com', 'https://api.getpostman.com'])(
    "is Postman's: %s",
    (url) => {
      expect(foreignHost(url)).toBeUndefined();
    },
  );

  it.each([
    ['https://attacker.example', 'attacker.example'],
    ['https://postman.com.attacker.example/api', 'postman.com.attacker.example'],
    ['https://notpostman.com', 'notpostman.com'],
    ['http://127.0.0.1:4010', '127.0.0.1:4010'],
  ])('is named where it is not: %s', (url, host) => {
    expect(foreignHost(url)).toBe(host);
  });
});
