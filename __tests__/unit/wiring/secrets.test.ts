import { describe, expect, it } from '@jest/globals';
import { proxyPasswords } from '../../../src/wiring/secrets.ts';

describe('the passwords of proxies', () => {
  it('are secrets, both as written and decoded', () => {
    const env = {
      HTTPS_PROXY: 'http://ada:p%40ss-word@proxy.internal.net:3128',
      http_proxy: 'http://proxy.internal.net:3128',
      all_proxy: 'socks5://:only-password@proxy.internal.net',
      NO_PROXY: 'localhost',
    };
    expect(proxyPasswords(env).map((secret) => secret.reveal())).toEqual(['only-password', 'p%40ss-word', 'p@ss-word']);
  });
});
